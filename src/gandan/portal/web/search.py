"""Search for everyone: units with what they are today, rules of law, and whatever other rooms gave to the index, kind by kind."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.views.decorators.http import require_safe

from gandan.core import access
from gandan.core import search as index
from gandan.core.search import words
from gandan.core.search.queries import Hit
from gandan.core.search.source import sources
from gandan.opinions import search as opinions
from gandan.portal.queries.law import rules_about
from gandan.portal.queries.places import find
from gandan.portal.web import asked

UNITS = "unit"  # found by the gazetteer, which knows old names and shares
EACH, ONE_KIND = 6, 40


@dataclass(frozen=True)
class Kind:
    """A kind of things that can be found: for the filter, and as a heading over its hits."""

    key: str
    label: str | Promise
    hits: tuple[Hit, ...] = ()


@require_safe
@access.public
def search(request: HttpRequest) -> HttpResponse:
    """Everything public that answers to a text, accents or not; `?loai=` keeps one kind."""
    typed = asked.text(request)
    if leads := opinions.lead(typed):
        return redirect(leads)  # a private code is not looked for, nor written into the page
    kinds = [Kind(key, source.label) for key, source in sources().items() if key != UNITS]
    chosen = next((k.key for k in kinds if k.key == request.GET.get("loai")), "")
    context: dict[str, object] = {"typed": typed, "kinds": kinds, "chosen": chosen}
    if typed:
        context["groups"] = groups = _groups(typed, kinds, chosen)
        if not chosen:
            found = find(typed, limit=10)
            alike = not any(unit.named for unit in found) and any(_says(typed, group) for group in groups)
            context |= {"found": found, "alike": alike, "rules": rules_about(typed, on=asked.day(request).today)}
    return render(request, "portal/search.html", context)


def _groups(typed: str, kinds: list[Kind], chosen: str) -> list[Kind]:
    """Hits under their kinds; each kind is asked by itself, so that many of one do not hide the few of another."""
    wanted = [k for k in kinds if chosen in ("", k.key)]
    found = ((k, index.find(typed, actor=access.Anyone(), kind=k.key, limit=ONE_KIND if chosen else EACH)) for k in wanted)
    return [Kind(k.key, k.label, hits.hits) for k, hits in found if hits.hits]


def _says(typed: str, group: Kind) -> bool:
    """Whether a hit has the very words, with the accents that were typed: before it no unit stands whose name is only like them."""
    return any(hit.whole and (hit.exact or words.is_plain(typed)) for hit in group.hits)
