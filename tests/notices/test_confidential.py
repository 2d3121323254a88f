"""Words leave the house by mail and SMS: of a thing that is not public no text tells a title, nor any other word a person wrote."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import models, transaction
from django.utils import translation

from gandan.activities import actions as activities
from gandan.activities.models import Activity, Request
from gandan.appraisals.models import Posting
from gandan.awards import actions as awards
from gandan.awards.models import AwardKind, Call, Nomination
from gandan.commitments import actions as commitments
from gandan.commitments.enums import Stage
from gandan.core import events
from gandan.core.access import Anyone, SystemActor
from gandan.core.legal import actions as legal
from gandan.denunciations import actions as denunciations
from gandan.denunciations.models import Denunciation
from gandan.movement import actions as movement
from gandan.notices import texts
from gandan.opinions import actions as opinions
from gandan.opinions.models import Case, Opinion
from gandan.units.models import Load
from tests.movement.ground import a_drive, a_sheet, form
from tests.people import NOW, TODAY

pytestmark = pytest.mark.django_db
MARK = "KÍN"  # in every word that a person wrote
WORDS = (models.TextField, models.CharField)


def marked(thing: models.Model) -> models.Model:
    """Put the mark into every field that holds a person's words."""
    bound = [f.name for f in thing._meta.concrete_fields if isinstance(f, WORDS) and f.name in getattr(thing, "BOUND", ())]
    names = [name for name in bound if getattr(thing, name)]
    assert names, f"{thing._meta.label} holds no words"
    type(thing)._default_manager.filter(pk=thing.pk).update(**{name: f"{MARK} {name}" for name in names})
    thing.refresh_from_db()
    return thing


@pytest.fixture
def task(world, cast):
    """A task inside the offices: not public."""
    given = {"assigned_by": world.province_board, "by": cast["provincial_leader"], "now": NOW, "due": TODAY + timedelta(days=9)}
    return marked(commitments.assign(title=MARK, deliverable=MARK, lead=world.front, **given))


@pytest.fixture
def request_(world, front_officer):
    """A request at an activity that is not public."""
    said = {"kind": "dialogue", "title": MARK, "unit": world.commune, "starts_on": TODAY, "is_public": False}
    activity = activities.record_activity(**said, by=front_officer, now=NOW)
    asked = activities.note_request(activity, text=MARK, quote=MARK, by_text=MARK, to_text=MARK, by=front_officer, now=NOW)
    marked(Activity.objects.get(pk=activity.pk))
    return marked(Request.objects.get(pk=asked.pk))


@pytest.fixture
def case(world):
    """What somebody said, which nobody published."""
    said = opinions.say(text=f"{MARK} đèn tắt", place=MARK, unit=world.commune, topic="street-lighting", by=Anyone(), now=NOW)
    marked(Opinion.objects.get(pk=said.opinion.pk))
    return Case.objects.get(opinions=said.opinion)


@pytest.fixture
def dossier(world, cast):
    """An office's proposal in a call. The call's title is public once it is open; why it was returned or cancelled is not."""
    awards.load_kinds(by=SystemActor("install"), now=NOW)
    said = {
        "kind": AwardKind.objects.get(code="commendation.board"),
        "office": world.province_board,
        "title": "Khen năm 2026",
        "year": 2026,
    }
    said |= {"opens_on": TODAY, "closes_on": TODAY, "sheet_code": "khen", "by": cast["provincial_leader"], "now": NOW}
    call = awards.plan_call(**said)
    Call.objects.filter(pk=call.pk).update(cancelled_why=MARK)
    made = Nomination(call=call, unit=world.commune, office=world.front, made_in=world.commune, returned_why=MARK, begun_at=NOW)
    made.save()
    return marked(made)


@pytest.fixture
def practice(world, cast):
    """A form that nobody registered yet."""
    a_sheet(world.province, cast["provincial_leader"])
    drive = a_drive(world.province_board, cast["provincial_leader"])
    begun = {"office": world.committee, "written": form(drive.fields.first()), "by": cast["committee_officer"], "now": NOW}
    return marked(movement.begin(drive=drive, **begun))


@pytest.fixture
def posting(world):
    """A result that is posted: its words name what is judged."""
    days = {"posted_on": TODAY, "until": TODAY + timedelta(days=10)}
    subject = {"subject_type": "movement.practice", "subject_id": "0", "unit": world.commune, "office": world.party}
    made = Posting(**subject, title=MARK, text=MARK, **days)
    made.save()
    return marked(made)


@pytest.fixture
def said_of(
    world, task, request_, case, dossier, practice, posting
) -> dict[str, Callable[[str], list[tuple[models.Model, dict[str, Any]]]]]:
    """By room: of which things, with which facts, an event of a verb is recorded."""
    due = {"due": TODAY, "was_due": date(2026, 10, 1), "late": 3}

    def of_commitment(verb: str) -> list[tuple[models.Model, dict[str, Any]]]:
        if verb == "commitments.escalated":
            return [(world.commune, due)]
        stages = set(Stage) - {Stage.ABOVE} if verb == "commitments.reminded" else {Stage.BEFORE}  # ABOVE is told as "escalated"
        return [(task, {**due, "stage": stage.value}) for stage in sorted(stages)]

    def of_activity(verb: str) -> list[tuple[models.Model, dict[str, Any]]]:
        return [(request_, {"activity": request_.activity_id, "row": request_.pk})]

    def of_letter(verb: str) -> list[tuple[models.Model, dict[str, Any]]]:
        """Its words lie sealed; the texts read nothing of it at all."""
        said = {"text": MARK, "place": MARK, "unit": world.commune, "channel": "portal", "contact": {"name": MARK}}
        receipt = {"code_digest": "a" * 64, "pin_mac": "", "marked": True, "by": Anyone(), "now": NOW}
        return [(Denunciation.objects.get(pk=denunciations.set_aside(**said, **receipt).id), {})]

    def of_opinion(verb: str) -> list[tuple[models.Model, dict[str, Any]]]:
        stages = ("late", "news", "pass_on") if verb == "opinions.reminded" else ("none",)
        facts = {**due, "senders": 2, "opinion_id": case.opinions.get().pk}
        return [(case, {**facts, "stage": stage}) for stage in stages]

    def of_award(verb: str) -> list[tuple[models.Model, dict[str, Any]]]:
        return [(dossier if verb.startswith("awards.nomination") else dossier.call, {})]

    def of_model(verb: str) -> list[tuple[models.Model, dict[str, Any]]]:
        return [(practice.drive if verb == "movement.launched" else practice, {"alive_until": TODAY})]

    def of_appraisal(verb: str) -> list[tuple[models.Model, dict[str, Any]]]:
        """Its texts read the address of the thing and the days of the event, and nothing else."""
        return [(posting, {"closes_on": TODAY})]

    shown = {"movement": of_model, "appraisals": of_appraisal, "awards": of_award, "opinions": of_opinion}
    return shown | {"commitments": of_commitment, "activities": of_activity, "denunciations": of_letter}


@pytest.fixture(autouse=True)
def ground(world):
    Load.objects.create(what="cast", digest="cast", at=NOW)
    legal.load(by=SystemActor("install"), now=NOW)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_text_tells_what_is_not_public(said_of, language):
    assert texts.registered()
    for verb, text in texts.registered().items():
        for thing, facts in said_of[verb.split(".")[0]](verb):
            with transaction.atomic(), translation.override(language):
                event = events.record(verb, thing, by=SystemActor("tests"), at=NOW, facts=facts)
                alone, bulk = text.words(event), texts.words_of([event]).get(event.pk)
            assert alone is not None, f"{verb} says nothing, so nothing is tested"
            assert alone == bulk, f"{verb}: one way of asking says another thing than the other"
            assert alone.url.startswith("/"), verb
            told = f"{alone.subject} {alone.line} {alone.url} {text.label}"
            assert MARK not in told, verb


def test_the_mark_is_found_where_it_is(task):
    assert MARK in task.title
