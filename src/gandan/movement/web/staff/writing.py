"""Writing a registration: begun in a drive, saved as a draft as often as wanted, with what is missing said beside each part."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gandan.commitments.web import choices
from gandan.core.access import Actor, Refusal, actor_of, guarded, refuse_if, require
from gandan.core.text.days import written as in_words
from gandan.movement.actions import form as actions
from gandan.movement.enums import Deed, State
from gandan.movement.models import Drive, Practice, Step
from gandan.movement.policies import form as policies
from gandan.movement.policies.state import possible
from gandan.movement.web.forms.sheet import Sheet
from gandan.movement.web.staff import found, rows, sheets
from gandan.units.models import Hamlet, Office


@require_GET
@guarded("movement.begin")
def choose(request: HttpRequest) -> HttpResponse:
    """In which drive: asked only where there are several."""
    actor, today = actor_of(request), timezone.localdate()
    drives = found.open_drives(actor, today)
    if len(drives) == 1:
        return redirect("movement:begin_in", drives[0].pk)
    lines = [{"drive": d, "window": window(d, today), "office": d.office.name_on(today)} for d in drives]
    return render(request, "movement/staff/choose_drive.html", {"drives": lines})


@require_http_methods(["GET", "POST"])
@guarded("movement.begin")
def begin(request: HttpRequest, drive: UUID) -> HttpResponse:
    """A new form. It becomes a draft when it is saved first."""
    actor, now = actor_of(request), timezone.now()
    today = timezone.localdate(now)
    into = found.drive_for(actor, drive)
    offices = found.own_offices(actor, today=today)
    if not offices:
        if found.headed(actor):
            return redirect("movement:hamlet")
        raise Refusal(_("Cán bộ, lãnh đạo của một cơ quan hoặc trưởng thôn, tổ trưởng mới đăng ký được mô hình."))
    sheet = _sheet(request, into, actor, today, offices=offices, practice=None)
    refused = ""
    if request.method == "POST" and sheet.form.is_bound and not sheet.wrong:
        typed = sheet.form.cleaned_data
        hamlet = Hamlet.objects.filter(pk=typed["hamlet"]).first() if typed.get("hamlet") else None
        office = Office.objects.get(pk=typed["office"])
        try:
            made = actions.begin(drive=into, office=office, hamlet=hamlet, written=sheets.written(sheet, into), by=actor, now=now)
        except Refusal as no:
            refused = no.sentence
        else:
            return _saved(request, made)
    context = _context(request, into, sheet, None, today, refused=refused, gaps={})
    return render(request, "movement/staff/write.html", context, status=422 if refused or sheet.wrong else 200)


@require_http_methods(["GET", "POST"])
@guarded("movement.write")
def write(request: HttpRequest, practice: UUID) -> HttpResponse:
    """The form as it stands. What is missing is named at its place; saving asks for nothing."""
    actor, now = actor_of(request), timezone.now()
    today = timezone.localdate(now)
    p = found.practice_for(actor, practice)
    require(actor, "movement.write", p)
    if p.state != State.DRAFT:
        return _closed(request, p)
    sheet = _sheet(request, p.drive, actor, today, offices=[], practice=p)
    refused = ""
    if request.method == "POST" and sheet.form.is_bound and not sheet.wrong:
        try:
            actions.write(p, written=sheets.written(sheet, p.drive), by=actor, now=now)
        except Refusal as no:
            refused = no.sentence
        else:
            return _saved(request, p)
    context = _context(request, p.drive, sheet, p, today, refused=refused, gaps=gaps(p) if request.method == "GET" else {})
    return render(request, "movement/staff/write.html", context, status=422 if refused or sheet.wrong else 200)


def gaps(practice: Practice) -> dict[str, str]:
    """What is missing for it to be registered, by the name of the field or of the rows where it belongs."""
    found: dict[str, list[str]] = {}
    for missing in policies.missing(practice):
        found.setdefault(missing.part, []).append(missing.sentence)
    return {part: _("Còn thiếu: %(what)s.") % {"what": ", ".join(said)} for part, said in found.items()}


def window(drive: Drive, today: date) -> str:
    """Whether registrations are taken now, in words."""
    spells = sorted(drive.windows.all(), key=lambda w: w.opens_on)
    here = next((w for w in spells if w.opens_on <= today <= w.closes_on), None)
    if here is not None:
        return _("Đang nhận đăng ký năm %(year)s, đến hết %(day)s") % {"year": here.year, "day": in_words(here.closes_on)}
    ahead = next((w for w in spells if w.opens_on > today), None)
    if ahead is not None:
        return _("Nhận đăng ký năm %(year)s từ %(day)s") % {"year": ahead.year, "day": in_words(ahead.opens_on)}
    return _("Chưa mở đợt đăng ký nào sắp tới")


def _sheet(
    request: HttpRequest, drive: Drive, actor: Actor, today: date, *, offices: list[tuple[str, str]], practice: Practice | None
) -> Sheet:
    units = [practice.unit_id] if practice else choices.own_units(actor)
    options = sheets.options(drive, units=units, offices=offices, today=today, practice=practice)
    forces = choices.in_units(units, today=today)
    if practice is not None:
        kept = [f.office.unit_id for f in practice.forces.select_related("office") if f.office]
        forces = choices.in_units(list(dict.fromkeys([*units, *kept])), today=today)
    if request.method == "POST":
        return Sheet(options=options, offices=forces, typed=request.POST, more=request.POST.get("them", ""))
    if practice is None:
        first = {"office": offices[0][0], "is_new": "yes"} if offices else {}
        return Sheet(options=options, offices=forces, initial=first, given={"forces": _lead(offices)})
    return Sheet(options=options, offices=forces, initial=sheets.initial(practice), given=sheets.given(practice))


def _lead(offices: list[tuple[str, str]]) -> list[dict[str, str]]:
    """The registering office leads unless somebody says otherwise."""
    return [{"part": "lead", "office": offices[0][0]}] if offices else []


def _context(
    request: HttpRequest, drive: Drive, sheet: Sheet, practice: Practice | None, today: date, *, refused: str, gaps: dict[str, str]
) -> dict[str, object]:
    back = reverse("movement:one", args=[practice.pk]) if practice else reverse("movement:desk")
    return {
        "practice": practice,
        "name": rows.titled(practice) if practice else "",
        "title": _("Sửa phiếu đăng ký") if practice else _("Đăng ký mô hình, điển hình"),
        "drive": drive,
        "window": window(drive, today),
        "sheet": sheet,
        "sections": list(sheet.sections(gaps)),
        "gaps": gaps,
        "refused": refused,
        "sent_back": sent_back(practice) if practice else None,
        "learnt": _learnt(practice),
        "back": back,
    }


def sent_back(practice: Practice) -> Step | None:
    """Why it came back last, while it is a draft again."""
    if practice.state != State.DRAFT:
        return None
    return practice.steps.filter(deed=Deed.SEND_BACK).order_by("-given_at").first()


def _learnt(practice: Practice | None) -> dict[str, str] | None:
    if practice is None or practice.adopted_from is None:
        return None
    return {"title": practice.adopted_from.title, "url": reverse("movement:one", args=[practice.adopted_from_id])}


def _saved(request: HttpRequest, practice: Practice) -> HttpResponseRedirect:
    if "gui" in request.POST:
        return redirect("movement:deed", practice.pk, "gui")
    messages.success(request, _("Đã lưu phiếu. Ông/Bà có thể viết tiếp lúc khác."))
    return redirect("movement:write", practice.pk)


def _closed(request: HttpRequest, practice: Practice) -> HttpResponse:
    """Sent in it is not written any more: what was typed meanwhile elsewhere stays on the page to be copied."""
    refuse_if(possible(practice, Deed.WRITE))
    return redirect("movement:one", practice.pk)
