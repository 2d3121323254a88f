"""The closed list of topics."""

import re
from collections import Counter

from django.utils import translation

from gandan.core.text import nfc
from gandan.opinions import topics


def test_every_topic_is_whole_and_can_be_a_service_code_of_open311():
    assert 30 <= len(topics.ALL) <= 45
    for topic in topics.ALL:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", topic.code)
        assert len(topic.code) <= 40  # the field of a case
        for said in (topic.said, topic.described):
            assert said.vi == nfc(said.vi).strip() != ""
            assert said.en.strip() != ""
        assert topic.keywords or topic.code == topics.OTHER


def test_codes_and_names_are_there_once_and_no_word_speaks_for_two():
    for values in ([t.code for t in topics.ALL], [t.said.vi for t in topics.ALL], [t.said.en for t in topics.ALL]):
        assert max(Counter(values).values()) == 1
    words = Counter(word.lower() for t in topics.ALL for word in (*t.keywords, *t.accented, *t.weak))
    assert [word for word, n in words.items() if n > 1] == []


def test_groups_hold_every_topic_that_a_form_offers_in_its_order():
    assert tuple(t for _, inside in topics.groups() for t in inside) == topics.offered()
    assert [group.code for group, _ in topics.groups()][-1] == "rest"
    assert topics.offered()[-1].code == topics.OTHER


def test_a_code_gives_its_topic_and_an_unknown_one_none():
    assert topics.get("waste").code == "waste"
    assert topics.get("flying-saucers") is None
    assert topics.name_of("flying-saucers") == "flying-saucers"
    assert topics.get(topics.ADMINISTRATIVE_RULES) is not None


def test_words_are_in_the_reader_s_language():
    with translation.override("vi"):
        assert topics.name_of("waste") == "Rác thải"
    with translation.override("en"):
        assert topics.name_of("waste") == "Waste"
        assert topics.groups()[0][0].name == "Roads and pavements"
