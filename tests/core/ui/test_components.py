"""Every component renders what readers and screen readers need."""

import pytest
from django import forms
from django.template import engines
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler


def render(source, **context):
    return " ".join(engines["django"].from_string(CottonCompiler().process(source)).render(context, RequestFactory().get("/")).split())


class Person(forms.Form):
    name = forms.CharField(label="Họ và tên", help_text="Như trong quyết định.")
    note = forms.CharField(label="Ghi chú", required=False)
    sort = forms.ChoiceField(label="Loại", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)


def test_a_wrong_field_keeps_what_was_typed_and_names_its_error():
    form = Person({"name": "", "note": "đã viết <b>"})
    html = render('<c-form :form="form" deed="Lưu" />', form=form)
    assert 'aria-invalid="true"' in html
    assert 'id="id_name_error"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'value="đã viết &lt;b&gt;"' in html
    assert "<fieldset" in html
    assert "<legend>Loại" in html


@pytest.mark.parametrize("kind", ["kept", "done", "soon", "late", "past", "unsure"])
def test_each_state_has_its_class(kind):
    assert f'class="state {kind}"' in render(f'<c-state kind="{kind}">x</c-state>')


def test_a_deed_is_a_link_with_href_and_a_button_without():
    assert render('<c-deed href="/x/" kind="quiet">Mở</c-deed>').startswith("<a ")
    assert render("<c-deed>Lưu</c-deed>").startswith("<button")


def test_a_table_can_be_scrolled_by_keyboard_and_has_its_caption():
    html = render('<c-table caption="Hộ dân"><tbody><tr><td>1</td></tr></tbody></c-table>')
    assert 'tabindex="0"' in html
    assert "<caption" in html
    assert "Hộ dân</caption>" in html


def test_the_rest_of_the_components_render():
    html = render(
        '<c-sheet title="T"><c-facts><c-fact name="Mã">1</c-fact></c-facts></c-sheet><c-empty title="E">e</c-empty>'
        '<c-line><c-line-item title="L" next="1">l</c-line-item></c-line><c-path><c-gate state="now" note="n">G</c-gate></c-path>'
        '<c-due title="D" before="b">d</c-due><c-tabs label="Ngày"><li>x</li></c-tabs><c-big-figure value="24" kind="kept">x</c-big-figure>'
        "<c-breadcrumbs><li>y</li></c-breadcrumbs><c-messages />"
    )
    for piece in (
        "<h2>T</h2>",
        "<dt>Mã</dt>",
        'class="empty"',
        'class="next"',
        'aria-current="step"',
        "<strong>D</strong>",
        'class="big">24',
    ):
        assert piece in html
