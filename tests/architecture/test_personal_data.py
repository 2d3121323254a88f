"""Every field on a person is listed with purpose, retention and who sees it; forbidden ones do not exist."""

import re
from functools import lru_cache

import pytest
from django.apps import apps
from django.db import models

from gandan.accounts.models import User
from gandan.core.events import BoundContent
from gandan.core.text import fold
from tests.architecture.source import ROOT

HEAD = "| model.field | purpose | retention | who sees it |"
HOLDS_TEXT = (
    "CharField",
    "TextField",
    "JSONField",
    "BinaryField",
    "ArrayField",
    "EmailField",
    "URLField",
    "SlugField",
    "FileField",
    "ImageField",
    "GenericIPAddressField",
    "SearchVectorField",
    "HStoreField",
)
FORBIDDEN = re.compile(
    r"(?<![a-z])(religion|religious|ethnic|ethnicity|ton_?giao|dan_?toc|politic\w*|attitude|sentiment|health|disease|biometr\w*|genetic\w*|sexual"
    r"|fingerprint|credit|score_of_person|citizen_score|trust_score|reputation|ip_address|remote_addr|geolocation|facebook|zalo_id)(?![a-z])"
)


@lru_cache(maxsize=1)
def page() -> tuple[dict[str, list[str]], dict[str, str]]:
    """Listed fields with their three cells; models said to hold nothing, with the reason."""
    lines = (ROOT / "docs/personal-data.md").read_text().splitlines()
    rows = [[cell.strip() for cell in line.strip("|\n ").split("|")] for line in lines if line.startswith("|") and line != HEAD]
    fields = {r[0].strip("`"): r[1:] for r in rows if re.fullmatch(r"`?\w+\.\w+\.\w+`?", r[0])}
    return fields, {r[0].strip("`"): r[1] for r in rows if re.fullmatch(r"`?\w+\.\w+`?", r[0])}


def text_fields(model: type[models.Model]) -> list[str]:
    return [f.name for f in model._meta.concrete_fields if f.get_internal_type() in HOLDS_TEXT or isinstance(f, models.JSONField)]


def concerns_a_person(model: type[models.Model]) -> bool:
    """A user, something that points to one, or a row with a person's words."""
    return model is User or issubclass(model, BoundContent) or any(f.related_model is User for f in model._meta.concrete_fields)


def missing(model: type[models.Model], fields: dict[str, list[str]], without: dict[str, str]) -> list[str]:
    """Text fields of a model about which the page is silent."""
    label = model._meta.label
    if label in without and not concerns_a_person(model):
        return []
    return [f"{label}.{name}" for name in text_fields(model) if f"{label}.{name}" not in fields]


ALL = sorted(apps.get_models(), key=lambda m: m._meta.label)


@pytest.mark.parametrize("model", ALL, ids=lambda m: m._meta.label)
def test_the_page_knows_every_field(model):
    fields, without = page()
    assert missing(model, fields, without) == [], "docs/personal-data.md: list the field, or the model as holding nothing on a person"


def test_every_line_says_purpose_retention_and_who():
    fields, without = page()
    assert [name for name, cells in fields.items() if len(cells) != 3 or not all(cells)] == []
    assert [name for name, why in without.items() if not why] == []


def test_no_line_is_stale():
    fields, without = page()
    real = {f"{m._meta.label}.{f.name}" for m in ALL for f in m._meta.concrete_fields}
    assert sorted(set(fields) - real) == []
    assert sorted(set(without) - {m._meta.label for m in ALL}) == []


@pytest.mark.parametrize("model", [m for m in ALL if m.__module__.startswith("gandan.")], ids=lambda m: m._meta.label)
def test_forbidden_fields_do_not_exist(model):
    names = [f.name for f in model._meta.get_fields()] + [model.__name__]
    assert [n for n in names if FORBIDDEN.search(fold(n))] == []


@pytest.mark.parametrize(
    "name", ["religion", "ethnicity", "ton_giao", "dan_toc", "political_attitude", "ip_address", "citizen_score", "health_status"]
)
def test_a_forbidden_name_is_seen(name):
    assert FORBIDDEN.search(name)


@pytest.mark.parametrize("name", ["unit", "department", "score", "solidarity", "description", "tip", "ethics"])
def test_an_ordinary_name_is_not(name):
    assert not FORBIDDEN.search(name)


def test_an_unlisted_field_is_seen():
    fields, without = page()
    kept = {k: v for k, v in fields.items() if k != "accounts.User.full_name"}
    assert missing(User, kept, without) == ["accounts.User.full_name"]
    assert missing(User, kept, {**without, "accounts.User": "no excuse"}) == ["accounts.User.full_name"]
