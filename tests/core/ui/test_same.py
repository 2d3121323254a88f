"""What is the same for everybody is rendered once; whatever differs has to be named."""

from django.template import Context, Template
from django.utils import translation

from gandan.core.templatetags.same import KEPT

SOURCE = "{% load same i18n %}{% same place %}{% translate 'Tìm' %} {{ place }} {{ turn }}{% endsame %}"


def test_it_is_rendered_once_for_each_named_value():
    page = Template(SOURCE)
    assert [page.render(Context({"place": "<A>", "turn": turn})) for turn in (1, 2)] == ["Tìm &lt;A&gt; 1"] * 2
    assert page.render(Context({"place": "B", "turn": 3})) == "Tìm B 3"
    assert page.render(Context({"turn": 4})) == "Tìm  4"


def test_each_language_has_its_own():
    page = Template(SOURCE)
    assert page.render(Context({"place": "A", "turn": 1})) == "Tìm A 1"
    with translation.override("en"):
        assert page.render(Context({"place": "A", "turn": 2})).endswith(" A 2")
    assert page.render(Context({"place": "A", "turn": 3})) == "Tìm A 1"


def test_the_longest_unused_goes_first():
    page = Template(SOURCE)
    for n in range(KEPT):
        page.render(Context({"place": n, "turn": "old"}))
    page.render(Context({"place": 0, "turn": "new"}))
    page.render(Context({"place": "one more", "turn": "new"}))
    assert page.render(Context({"place": 0, "turn": "new"})) == "Tìm 0 old"
    assert page.render(Context({"place": 1, "turn": "new"})) == "Tìm 1 new"
