"""Where an accepted record is now: each link leads to a page that is there."""

from uuid import uuid4

import pytest
from django.urls import resolve

from gandan.ingest.web.things import link


@pytest.mark.parametrize(
    ("label", "page"),
    [
        ("activities.activity", "activities:activity"),
        ("directives.document", "directives:document"),
        ("indicators.statement", "indicators-public:figure"),
    ],
)
def test_a_thing_with_a_page_of_its_own_leads_there(label, page):
    found = link(label, str(uuid4()))
    assert found is not None
    assert resolve(found.url).view_name == page


def test_a_part_is_shown_on_its_activity_and_one_without_any_nowhere():
    found = link("activities.attendance", str(uuid4()), uuid4())
    assert found is not None
    assert resolve(found.url).view_name == "activities:activity"
    assert link("activities.attendance", str(uuid4())) is None
