"""What a deed's form is filled in from: offices, people, senders, templates, cases alike. Only the form that shows it asks for it.

A second button of a form (find an office, take a template, take a usual reason) gives the form back unchecked, with everything typed and
something more in it. So nothing needs a script, and nothing typed is lost.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.forms import Form
from django.http import HttpRequest, QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from gandan.commitments.models import Commitment
from gandan.commitments.policies import start as promised
from gandan.commitments.web import choices
from gandan.commitments.web.forms.picking import Groups
from gandan.core.access import Actor, Refusal
from gandan.core.text.days import written
from gandan.opinions import grounds, policies, topics
from gandan.opinions.models import AnswerTemplate, Case, Opinion
from gandan.opinions.queries import competence, inbox, similar
from gandan.opinions.web import case_hints, case_rows
from gandan.opinions.web.forms import case as forms
from gandan.opinions.web.forms.case_answering import AnswerForm, RefuseForm

FIND_OFFICE = "tim-co-quan"
REFILLS = (FIND_OFFICE, RefuseForm.FILLS, AnswerForm.FILLS)
PLAIN = {"is_complex": False, "is_remote": False, "is_second_time": False}  # what only complaints have besides
SENDER = 70  # letters by which one opinion is told from another
Typed = dict[str, Any]


@dataclass
class Desk:
    """One deed's page as it was asked for. `searched`: an office was looked for; `found`: whether its unit has any."""

    case: Case
    actor: Actor
    today: date
    post: QueryDict | None = None
    files: "MultiValueDict[str, UploadedFile[Any]] | None" = None
    searched: bool = field(default=False, init=False)
    found: bool = field(default=False, init=False)

    @property
    def refilled(self) -> str:
        """Which second button was pressed, if one was."""
        return next((name for name in REFILLS if self.post and name in self.post), "")

    def make(self, form: Callable[..., Form], *, initial: Typed | None = None, fill: Typed | None = None, **choices_: Any) -> Form:
        """The form: empty, as typed, or as typed with `fill` in it where a second button asked for that."""
        if self.post is None:
            return form(initial=initial, **choices_)
        if self.refilled:
            return form(initial={**{name: self.post.get(name) for name in self.post}, **(fill or {})}, **choices_)
        return form(self.post, self.files, **choices_)


def of(request: HttpRequest, case: Case, actor: Actor, today: date) -> Desk:
    """The desk of one request."""
    return Desk(case, actor, today, *((request.POST, request.FILES) if request.method == "POST" else ()))


def plain(form: type[Form]) -> Callable[[Desk], Form]:
    """A form that needs nothing."""
    return lambda desk: desk.make(form)


def classify(desk: Desk) -> Form:
    """What was decided before stands in it; where nothing was, what the words suggest."""
    c = desk.case
    grouped: Groups = [(group.name, [(t.code, t.name) for t in found]) for group, found in topics.groups()]
    flags = {name: getattr(c, name) for name in PLAIN}
    initial = {"content": c.content, "topic": c.topic, **flags, **case_hints.picked(c)}
    return desk.make(forms.ClassifyForm, initial=initial, topics=grouped)


def forward(desk: Desk) -> Form:
    """Offices of the reader's units, of the unit above, and of the unit that was searched; the one that is competent stands picked."""
    post, c = desk.post or QueryDict(), desk.case
    picked = competence.office_for(c.topic, c.unit, today=desk.today)
    kept = [k for k in (post.get("to", ""), str(picked.pk) if picked else "") if k]
    found = choices.offices(desk.actor, post.get("where", ""), today=desk.today, kept=kept)
    desk.searched = desk.refilled == FIND_OFFICE
    desk.found = desk.searched and len(found) > len(choices.offices(desk.actor, "", today=desk.today, kept=kept))
    initial = {"to": str(picked.pk)} if picked and picked.pk != c.office_id else {}
    return desk.make(forms.ForwardForm, initial=initial, offices=without(found, c.office_id))


def without(groups: Groups, office: UUID) -> Groups:
    """All but the office that has it now."""
    kept = [(unit, [pair for pair in found if pair[0] != str(office)]) for unit, found in groups]
    return [(unit, found) for unit, found in kept if found]


def people(office: UUID, *, today: date) -> list[tuple[str, str]]:
    """Officers and leaders of an office."""
    return [(str(pk), name) for pk, name in inbox.people_of([office], today=today).get(office, {}).items()]


def person(desk: Desk) -> Form:
    """Who of the office looks after it; for an officer who takes it up, first of all the officer."""
    named = people(desk.case.office_id, today=desk.today)
    me = desk.actor.key.removeprefix("user:")
    mine = me if me in dict(named) else ""
    return desk.make(forms.PersonForm, initial={"person": str(desk.case.person_id or mine)}, people=named)


def senders(case: Case) -> list[tuple[str, str]]:
    """The opinions of a case, told apart by their day and first words: nothing else is known of who sent them."""
    said = Opinion.objects.filter(case=case).order_by("said_at", "pk")
    return [(str(o.pk), sender(o, n)) for n, o in enumerate(said, start=1)]


def sender(opinion: Opinion, n: int) -> str:
    """One of several senders."""
    day = {"n": n, "day": written(opinion.said_on)}
    words = Truncator(" ".join((opinion.text or opinion.place).split())).chars(SENDER)
    return (_("Người gửi %(n)s, ngày %(day)s") % day) + (f": {words}" if words else "")


def letter(desk: Desk) -> Form:
    """A word to one or to all."""
    return desk.make(forms.LetterForm, senders=senders(desk.case))


def ask_back(desk: Desk) -> Form:
    """A letter that begins with what is missing."""
    asked = case_hints.questions(desk.case, has_files=bool(case_rows.files_of(desk.case)))
    return desk.make(forms.LetterForm, initial={"text": asked}, senders=senders(desk.case))


def refuse(desk: Desk) -> Form:
    """With the usual reasons for what it is classified as; the one that was taken stands in the words."""
    usual = grounds.usual(desk.case.content, on=desk.today)
    taken = grounds.one(desk.post.get("ground", "")) if desk.post else None
    fill = {"reason": taken.words, "law": taken.law} if taken and desk.refilled == RefuseForm.FILLS else None
    return desk.make(RefuseForm, fill=_after(desk, "reason", fill), grounds=[(g.code, g.label) for g in usual])


def answer(desk: Desk) -> Form:
    """With the office's templates, those about this topic first; one that is taken is put after what was typed."""
    kept = AnswerTemplate.objects.filter(office=desk.case.office_id, retired=False)
    ordered = sorted(kept, key=lambda t: (t.topic != desk.case.topic, t.title))
    taken = next((t for t in ordered if desk.post and str(t.pk) == desk.post.get("template")), None)
    fill = {"text": taken.text} if taken and desk.refilled == AnswerForm.FILLS else None
    leads = choices.promising(desk.actor, today=desk.today)
    offered = {key for _unit, found in leads for key, _name in found}
    initial = {"lead": str(desk.case.office_id)} if str(desk.case.office_id) in offered else {}
    pairs = [(str(t.pk), t.title) for t in ordered]

    def refused(due: date) -> Refusal | None:
        of_promises = promised.dates(Commitment(made_on=desk.today, due=due), today=desk.today)
        return of_promises or policies.promise(desk.case, due, today=desk.today)

    return desk.make(AnswerForm, initial=initial, fill=_after(desk, "text", fill), templates=pairs, offices=leads, refused=refused)


def _after(desk: Desk, name: str, fill: Typed | None) -> Typed | None:
    """What is filled in comes after what was typed, never in its place; the same is not put in twice."""
    typed = (desk.post.get(name, "") if desk.post else "").strip()
    if not fill or not typed:
        return fill
    return {**fill, name: typed if fill[name].strip() in typed else f"{typed}\n\n{fill[name]}"}


def join(desk: Desk) -> Form:
    """Cases alike among those the reader may read."""
    found = [case for case, _score in similar.similar_to(desk.case, by=desk.actor, today=desk.today)]
    found = [case for case in found if policies.join(desk.case, into=case) is None]
    words = inbox.first_words([c.pk for c in found])
    pairs = [(str(c.pk), _alike(c, words.get(c.pk, ""))) for c in found]
    typed = desk.post.get("into", "") if desk.post else ""
    return desk.make(forms.JoinForm, initial={"into": typed}, alike=pairs)


def _alike(case: Case, words: str) -> str:
    said = Truncator(" ".join(words.split())).chars(110) or topics.name_of(case.topic)
    facts = {"words": said, "day": written(case.received_on), "n": case.senders, "state": case.get_state_display()}
    return _("%(words)s (nhận %(day)s, %(n)s người, %(state)s)") % facts


def split(desk: Desk) -> Form:
    """The opinions of the case."""
    return desk.make(forms.SplitForm, senders=senders(desk.case))


def tag(desk: Desk) -> Form:
    """Words that the reader's offices use already."""
    used = inbox.own_tags(desk.actor).order_by("label").values_list("label", flat=True).distinct()[:60]
    return desk.make(forms.TagForm, tags=list(used))


def tags_on(case: Case, actor: Actor) -> list[str]:
    """The tags of the reader's offices on a case."""
    return inbox.tags_of([case.pk], actor=actor).get(case.pk, [])


def untag(desk: Desk) -> Form:
    """One of those that are on it."""
    return desk.make(forms.UntagForm, tags=tags_on(desk.case, desk.actor))
