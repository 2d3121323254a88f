"""A small API of its own, whose calls keep days of the calendar."""

import threading
from datetime import date
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest
from django.urls import path
from ninja import File, Form, NinjaAPI, Schema, Status
from ninja.files import UploadedFile

from gandan.core.access import Anyone, Holding, Refusal, Role, SystemActor
from gandan.core.calendar.models import CalendarDay
from gandan.core.legal.models import LegalRule
from gandan.core.rest.etags import conditional, held, tagged
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.problems import handle_with

api = NinjaAPI(urls_namespace="rest-tests", docs_url=None)
handle_with(api)
gate = threading.Event()
inside = threading.Event()
gate.set()


class DayIn(Schema):
    day: date
    reason: str = "a"
    fault: str = ""


class DayOut(Schema):
    day: date
    reason: str


class RuleOut(Schema):
    id: UUID
    note: str


def who(request: HttpRequest) -> object:
    name = request.headers.get("X-Who", "")
    role = request.headers.get("X-Role", "")
    held = (Holding(role=Role(role), unit=None, on=date(2026, 11, 23)),) if role else ()
    request.actor = SystemActor(name, held) if name else Anyone()
    return request.actor


@api.post("/days", auth=who, response={201: DayOut})
@idempotent
def add_day(request: HttpRequest, body: DayIn) -> Status:
    inside.set()
    gate.wait(10)
    with transaction.atomic():
        row = CalendarDay.objects.create(day=body.day, working=False, source="s", reason=body.reason)
        if body.fault == "refused":
            raise Refusal("Không được.")
        if body.fault == "broken":
            raise RuntimeError
    return Status(201, DayOut(day=row.day, reason=row.reason))


@api.post("/files", auth=who, response={200: DayOut})
@idempotent
def add_file(request: HttpRequest, name: Form[str], file: File[UploadedFile]) -> DayOut:
    CalendarDay.objects.create(day=date(2026, 1, len(CalendarDay.objects.all()) + 1), working=False, source="s", reason=name)
    return DayOut(day=date(2026, 1, 1), reason=file.read().decode())


def shown(rule: LegalRule) -> RuleOut:
    return RuleOut(id=rule.pk, note=rule.note)


@api.get("/rules/{key}", auth=who, response={200: RuleOut})
@tagged
def get_rule(request: HttpRequest, key: UUID) -> RuleOut:
    return shown(LegalRule.objects.get(pk=key))


@api.post("/rules/{key}/note", auth=who, response={200: RuleOut})
@idempotent
@conditional
def note(request: HttpRequest, key: UUID, text: str) -> RuleOut:
    with held(request, LegalRule.objects.all(), key, show=shown) as rule:
        inside.set()
        gate.wait(10)
        rule.note = text
        rule.save(update_fields=["note"])
    return shown(rule)


urlpatterns = [path("api/", api.urls)]
