"""No sign that a database, a feed or an eye stumbles over is kept, by whatever door it comes."""

from xml.etree import ElementTree

import pytest
from django.test import Client

from gandan.activities import actions
from gandan.activities.models import Activity
from gandan.core.access import Refusal
from tests.people import NOW

pytestmark = pytest.mark.django_db
ODD = "\x00\x01\u200b\u202e\ud800"


def test_every_text_of_an_activity(make, front_officer):
    said = {"title": f"Đối{ODD} thoại", "place": f"Nhà văn hoá{ODD}", "text": f"Một{ODD}\r\n\r\nHai", "host_names": [f"Chi hội{ODD}"]}
    row = Activity.objects.get(pk=make(**said).pk)
    assert (row.title, row.place, row.text, row.host_set.get().name) == ("Đối thoại", "Nhà văn hoá", "Một\n\nHai", "Chi hội")
    asked = actions.note_request(row, text=f"Thông cống{ODD}", by_text=f"Bà con{ODD}", to_text=ODD, quote=ODD, by=front_officer, now=NOW)
    assert (asked.text, asked.by_text, asked.to_text, asked.quote) == ("Thông cống", "Bà con", "", "")
    source = actions.add_source(row, title=f"Báo{ODD}", url=f"https://a.vn/{ODD}b", by=front_officer, now=NOW)
    assert (source.title, source.url) == ("Báo", "https://a.vn/b")


def test_unseen_signs_alone_are_nothing(make, activity, front_officer):
    with pytest.raises(Refusal, match="Hãy ghi tên hoạt động"):
        make(title=ODD)
    with pytest.raises(Refusal, match="Hãy ghi lý do rút"):
        actions.withdraw_activity(activity, reason=ODD, by=front_officer, now=NOW)


def test_the_feed_is_xml_whatever_was_kept_before(activity):
    Activity.objects.filter(pk=activity.pk).update(title="Đối\x0bthoại", text="một\x01\nhai")
    feed = Client().get("/hoat-dong/moi.atom")
    assert ElementTree.fromstring(feed.content).findtext(".//{*}entry/{*}title") == "Đốithoại"  # noqa: S314  our own answer


def test_a_list_takes_odd_signs(activity):
    assert Client().get("/hoat-dong/", {"don-vi": "ninh\x00 kieu"}).status_code == 200
