"""Who gets what: every page opened by everyone of the cast, every call of the API with its declaration, compared with access_table.txt.

A change of this table is a change of who sees what: read the difference before you accept it with
`GANDAN_REWRITE=1 .venv/bin/pytest tests/architecture/test_access_table.py`.

A cell is the answer to GET: 200, 302 (to signing in), 403, 404, 405 (a deed, POST only). Where an address names a thing, the second
answer is for the same kind of thing in another commune.
"""

import logging
import os
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse

from gandan.core.access import SystemActor
from gandan.core.legal.actions import load as load_rules
from gandan.core.models import LegalRule
from gandan.units.models import Hamlet, HamletPlace, Load
from tests.architecture.routes import Route, declared, operations, routes
from tests.people import *  # noqa: F403  the fixed cast
from tests.people import CAST, NOW

TABLE = Path(__file__).with_name("access_table.txt")
SKIPPED = ("api/", "static/")  # the API declares call by call, below
NOBODY = {"UUIDConverter": UUID(int=7), "IntConverter": 0, "StringConverter": "khong-co", "SlugConverter": "khong-co", "Spelling": "xml"}
SHORT = {
    "citizen": "dân",
    "hamlet_head": "thôn",
    "supervisor": "gsát",
    "front_officer": "mttq",
    "committee_officer": "ubnd",
    "leader": "lđạo",
    "denunciation_handler": "tcáo",
    "provincial_specialist": "cviên",
    "provincial_leader": "lđ.t",
    "central_analyst": "ptích",
    "administrator": "qtrị",
    "outsider": "ngoài",
}


@pytest.fixture(autouse=True)
def quiet():
    """Hundreds of refused requests are meant here."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def clients(people) -> dict[str, Client]:
    """Everyone of the cast in a browser of their own; all have a second factor, so that only roles decide."""
    made = {}
    for who in CAST:
        made[who] = Client(raise_request_exception=False)
        user = people.get(who, AnonymousUser())
        if user.is_authenticated:
            TOTP.activate(user, generate_totp_secret())
            made[who].force_login(user)
    return made


@pytest.fixture
def samples(world, people) -> dict[str, Callable[[bool], object]]:
    """What stands for each name in an address: a thing of the cast's commune, or of the other one."""
    load_rules(by=SystemActor("install"), now=NOW)
    Load.objects.create(what="cast", digest="cast", at=NOW)  # tells readers that the tree was filled
    other_hamlet = Hamlet.objects.create(
        unit=world.other, added_in=world.other, kind="khu_pho", name="5", key="5", existed=world.hamlet.existed
    )
    HamletPlace.objects.create(hamlet=other_hamlet, unit=world.other, during=world.hamlet.existed)

    def place(own: object, other: object) -> Callable[[bool], object]:
        return lambda elsewhere: other if elsewhere else own

    return {
        "unit": place(world.commune.pk, world.other.pk),
        "office": place(world.front.pk, world.other_front.pk),
        "hamlet": place(world.hamlet.pk, other_hamlet.pk),
        "pk": place(people["front_officer"].pk, people["outsider"].pk),
        "role": place(people["front_officer"].roles.get().pk, people["outsider"].roles.get().pk),
        "code": place(LegalRule.objects.order_by("code").values_list("code", flat=True)[0], "khong.co"),
    }


def pages() -> list[Route]:
    """In order, signing out last."""
    return sorted((r for r in routes() if not r.pattern.startswith(SKIPPED)), key=lambda r: (r.name == "account_logout", r.pattern))


def address(route: Route, samples: dict[str, Callable[[bool], object]], *, elsewhere: bool) -> str:
    values = {name: samples[name](elsewhere) if name in samples else NOBODY[kind] for name, kind in route.required}
    if route.name and not route.name.endswith(":"):
        return reverse(route.name, kwargs=values)
    return "/" + route.pattern


def answer(client: Client, route: Route, samples: dict[str, Callable[[bool], object]]) -> str:
    codes = [client.get(address(route, samples, elsewhere=False)).status_code]
    if route.required:
        codes.append(client.get(address(route, samples, elsewhere=True)).status_code)
    return "/".join(map(str, dict.fromkeys(codes)))


def table(clients: dict[str, Client], samples: dict[str, Callable[[bool], object]]) -> str:
    """The whole table as text, one address a line, so that a difference reads well."""
    width = max(len(r.pattern) for r in pages()) + 3
    head = "".join(f"{SHORT[who]:8}" for who in CAST)
    lines = ["# GET, by everyone of the cast (tests/people.py)", f"{'address':{width}}{'guard':32}{head}".rstrip()]
    for route in pages():
        cells = "".join(f"{answer(clients[who], route, samples):8}" for who in CAST)
        lines.append(f"{'/' + route.pattern:{width}}{route.guard or '-':32}{cells}".rstrip())
    calls: list[str] = []
    lines += ["", "# calls of the API and who may make them"]
    for operation in operations():
        name = f"{operation.view_func.__module__.removeprefix('gandan.')}.{operation.view_func.__name__}"
        calls += [f"{method:7}{name:48}{declared(operation)}" for method in operation.methods]
    lines += sorted(calls)
    return "\n".join(lines) + "\n"


@pytest.mark.slow
@pytest.mark.django_db
def test_everyone_gets_what_is_written(clients, samples):
    now = table(clients, samples)
    if os.environ.get("GANDAN_REWRITE"):
        TABLE.write_text(now, encoding="utf-8")
    assert now.splitlines() == TABLE.read_text(encoding="utf-8").splitlines()
    assert "500" not in now


@pytest.mark.django_db
def test_what_is_guarded_is_closed_to_the_public(clients, samples):
    for route in pages():
        if route.guard not in {None, "public"}:
            asked = clients["citizen"].get(address(route, samples, elsewhere=False))
            assert asked.status_code in {302, 403, 404, 405}, route.pattern
            assert asked.status_code != 302 or asked.url.startswith(reverse("account_login")), route.pattern
