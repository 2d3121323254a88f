"""What a text or a batch is called in lists and headings."""

from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.core.text import days
from gandan.ingest.models import Batch, Source


def of_source(source: Source) -> str:
    """Its title; a text without one is named by the day it was taken in."""
    day = days.written(timezone.localdate(source.taken_at))
    return source.title or _("Văn bản không có tên, lưu ngày %(day)s") % {"day": day}


def of_batch(batch: Batch) -> str:
    """The title a person gave, or the day."""
    return batch.title or _("Đợt ngày %(day)s") % {"day": days.written(timezone.localdate(batch.made_at))}
