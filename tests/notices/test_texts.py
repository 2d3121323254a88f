"""Texts: one for each verb; words of several events in bulk where a room can."""

import pytest

from gandan.notices import texts
from tests.notices.conftest import VERB

pytestmark = pytest.mark.django_db


def test_a_verb_is_told_by_one_text(telling):
    with pytest.raises(ValueError, match=VERB):
        texts.register(telling.text())


def test_a_verb_without_text_is_told_to_nobody():
    assert texts.of("tests.unsaid") is None


def test_bulk_words_are_asked_once_and_single_ones_for_each(telling, people, happen, monkeypatch):
    events = [happen(people["leader"]) for _ in range(3)]
    other = happen(people["leader"], verb="tests.other")
    asked = []

    def many(events):
        asked.append(len(events))
        return {e.pk: texts.Words("Nhiều", "", "/") for e in events[:2]}

    texts.register(texts.Text(verb="tests.other", label="", to=lambda e, d: [], words=lambda e: None))
    assert {w.subject for w in texts.words_of([*events, other]).values()} == {"Việc số 12"}
    assert other.pk not in texts.words_of([other])
    monkeypatch.setitem(texts._texts, VERB, telling.text(many=many))
    assert list(texts.words_of(events)) == [e.pk for e in events[:2]]
    assert asked == [3]
