"""From a filled form to the deed: what was picked becomes the row that is meant, and the deed is done."""

import re
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from gandan.accounts.models import User
from gandan.commitments.web import choices
from gandan.core.access import Actor, Refusal
from gandan.opinions import actions, queries
from gandan.opinions.actions import PromiseGiven
from gandan.opinions.models import Case, Opinion
from gandan.opinions.web.forms import case as forms
from gandan.opinions.web.forms.case_answering import AnswerForm, RefuseForm

ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def classify(c: Case, form: forms.ClassifyForm, by: Actor, now: datetime) -> object:
    """Content, topic, and what complaints have besides."""
    return actions.classify(c, **form.cleaned_data, by=by, now=now)


def forward(c: Case, form: forms.ForwardForm, by: Actor, now: datetime) -> object:
    """To the office that was picked."""
    typed = form.cleaned_data
    return actions.forward(c, to=choices.office(typed["to"]), reason=typed["reason"], by=by, now=now)


def person_of(key: str) -> User | None:
    """The account that was picked; nobody where nobody was."""
    return User.objects.get(pk=key) if key else None


def accept(c: Case, form: forms.PersonForm, by: Actor, now: datetime) -> object:
    """With who looks after it, if somebody was named."""
    return actions.accept(c, person=person_of(form.cleaned_data["person"]), by=by, now=now)


def name_person(c: Case, form: forms.PersonForm, by: Actor, now: datetime) -> object:
    """Or nobody any more."""
    return actions.name_person(c, person=person_of(form.cleaned_data["person"]), by=by, now=now)


def _to(c: Case, form: forms.LetterForm) -> Opinion | None:
    """One sender of the case; None means all."""
    key = form.cleaned_data.get("opinion")
    return Opinion.objects.get(pk=key, case=c) if key else None


def ask_back(c: Case, form: forms.LetterForm, by: Actor, now: datetime) -> object:
    """Of one sender, or of all."""
    typed = form.cleaned_data
    return actions.ask_back(c, text=typed["text"], opinion=_to(c, form), uploads=typed["uploads"], by=by, now=now)


def send_news(c: Case, form: forms.LetterForm, by: Actor, now: datetime) -> object:
    """To one sender, or to all."""
    typed = form.cleaned_data
    return actions.send_news(c, text=typed["text"], opinion=_to(c, form), uploads=typed["uploads"], by=by, now=now)


def refuse(c: Case, form: RefuseForm, by: Actor, now: datetime) -> object:
    """With reason and law."""
    return actions.refuse(c, reason=form.cleaned_data["reason"], law=form.cleaned_data["law"], by=by, now=now)


def answer(c: Case, form: AnswerForm, by: Actor, now: datetime) -> object:
    """The whole answer, with its promise if there is one."""
    return _answer(c, form, by, now, partial=False)


def answer_partly(c: Case, form: AnswerForm, by: Actor, now: datetime) -> object:
    """A part of it."""
    return _answer(c, form, by, now, partial=True)


def _answer(c: Case, form: AnswerForm, by: Actor, now: datetime, *, partial: bool) -> object:
    typed = form.cleaned_data
    promise = None
    if form.has_promise:
        promise = PromiseGiven(typed["title"], typed["deliverable"], typed["due"], choices.office(typed["lead"]))
    words = {"text": typed["text"], "law": typed["law"], "uploads": typed["uploads"]}
    return actions.answer(c, **words, partial=partial, promise=promise, by=by, now=now)


def join(c: Case, form: forms.JoinForm, by: Actor, now: datetime) -> object:
    """Into one of those alike, or into the one whose page was pasted: among what the reader may read."""
    return actions.join(c, into=another(form.cleaned_data.get("address") or form.cleaned_data.get("into") or "", by), by=by, now=now)


def another(typed: str, by: Actor) -> Case:
    """The case of an id or of a page's address. One that the reader may not read is not there."""
    found = ID.search(typed)
    into = queries.visible_to(by).filter(pk=UUID(found.group())).first() if found else None
    if into is None:
        raise Refusal(_("Chưa thấy việc nào ở địa chỉ này. Xin mở trang của việc kia rồi chép địa chỉ ở đầu trình duyệt."), status=422)
    return into


def split(c: Case, form: forms.SplitForm, by: Actor, now: datetime) -> object:
    """The ticked opinions go into a case of their own."""
    chosen = list(Opinion.objects.filter(case=c, pk__in=form.cleaned_data["opinions"]).order_by("said_at", "pk"))
    return actions.split(chosen, by=by, now=now)


def tag(c: Case, form: forms.TagForm, by: Actor, now: datetime) -> object:
    """With a word."""
    return actions.tag(c, label=form.cleaned_data["label"], by=by, now=now)


def untag(c: Case, form: forms.UntagForm, by: Actor, now: datetime) -> object:
    """Without it."""
    return actions.untag(c, label=form.cleaned_data["label"], by=by, now=now)
