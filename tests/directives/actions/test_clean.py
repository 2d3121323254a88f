"""No sign that a database, a feed or an eye stumbles over is kept."""

from xml.etree import ElementTree

import pytest
from django.test import Client

from gandan.core.access import Refusal
from gandan.directives import actions
from gandan.directives.models import Document
from tests.directives.making import document
from tests.people import NOW

ODD = "\x00\x01\u200b\u202e\ud800"


def test_every_text_of_a_document(db, world, front_officer):
    said = {"kind": f"Kế hoạch{ODD}", "issuer": f"UBND phường{ODD}", "abstract": f"Về{ODD} ngập", "source": f"Báo{ODD}"}
    row = Document.objects.get(pk=document(f"05/KH{ODD}-UBND", by=front_officer, is_public=True, **said).pk)
    assert (row.number, row.kind, row.issuer) == ("05/KH-UBND", "Kế hoạch", "UBND phường")
    assert (row.abstract, row.source) == ("Về ngập", "Báo")
    advice = actions.note_advice(row, office=world.front, note=f"Nên{ODD} làm", by=front_officer, now=NOW)
    assert advice.note == "Nên làm"
    fixed = actions.correct_document(row, abstract=f"Về{ODD} rác", by=front_officer, now=NOW)
    assert fixed.abstract == "Về rác"
    with pytest.raises(Refusal, match="Hãy ghi lý do rút"):
        actions.withdraw_document(row, reason=ODD * 3, by=front_officer, now=NOW)


def test_the_feed_is_xml_whatever_was_kept_before(db):
    document("23-QĐ/TW", abstract="một")
    Document.objects.update(abstract="một\x0bhai", issuer="Bộ\x01")
    feed = Client().get("/van-ban/moi.atom")
    assert ElementTree.fromstring(feed.content).findtext(".//{*}entry/{*}summary") == "Bộ. mộthai"  # noqa: S314  our own answer
