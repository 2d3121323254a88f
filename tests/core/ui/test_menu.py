"""The workspace menu shows what a person may open, in order, and marks where they are."""

import pytest
from django.utils.translation import gettext_lazy as _

from gandan.core.access import Anyone, SystemActor
from gandan.core.access import register as permit
from gandan.core.access.permissions import anybody, system
from gandan.core.ui import menu
from gandan.core.ui.menu import MenuEntry

ONLY_TESTS = {"ui.test_all": anybody, "ui.test_some": system("tester")}


@pytest.fixture
def entries(monkeypatch):
    monkeypatch.setattr(menu, "_entries", {})
    permit(ONLY_TESTS)
    menu.register(MenuEntry(_("Quy định"), "portal:rules", "ui.test_all", 20))
    menu.register(MenuEntry("Đơn vị", "portal:units", "ui.test_some", 10))
    menu.register(MenuEntry("Chưa có trang", "nowhere:page", "ui.test_all"))


def test_each_sees_what_they_may_open_in_order(entries):
    assert [link.label for link in menu.links(Anyone(), "/")] == ["Quy định"]
    assert [link.label for link in menu.links(SystemActor("tester"), "/")] == ["Đơn vị", "Quy định"]


def test_the_page_one_is_on_is_marked(entries):
    links = menu.links(SystemActor("tester"), "/don-vi/abc/")
    assert [(link.label, link.current) for link in links] == [("Đơn vị", True), ("Quy định", False)]
