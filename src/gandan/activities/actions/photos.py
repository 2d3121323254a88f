"""Photographs: re-made without position data by `core.files`, with a caption."""

from datetime import datetime

from django.core.files.base import File
from django.db import transaction

from gandan.activities.actions.part import add, line, open_for, take_off
from gandan.activities.models import Activity, Photo
from gandan.activities.policies import part as policies
from gandan.core.access import Actor, SystemActor, refuse_if
from gandan.core.files import actions as files


@transaction.atomic
def add_photo(activity: Activity, *, upload: File, caption: str, by: Actor, now: datetime) -> Photo:  # type: ignore[type-arg]
    """Keep a photograph. The same picture again answers with the one that is there."""
    activity, caption = open_for(activity, by=by), line(caption)
    refuse_if(policies.photo(activity, caption=caption))
    file = files.store(upload, by=by, now=now, owner=activity)
    refuse_if(policies.picture(file.kind))
    there = Photo.objects.filter(removed_at=None, activity=activity, file=file).first()
    return there or add(Photo(activity=activity, file=file, caption=caption), what="photo", by=by, now=now, facts={"file": file.pk})


@transaction.atomic
def remove_photo(photo: Photo, *, by: Actor, now: datetime) -> Photo:
    """Take a photograph off; its bytes are erased with it."""
    photo = take_off(photo, what="photo", by=by, now=now)
    files.erase(photo.file, by=SystemActor("retention"), now=now)
    return photo
