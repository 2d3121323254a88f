"""Set aside: everything sealed, nothing in the clear, the event silent."""

import io
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection, transaction
from PIL import Image
from psycopg import sql

from gandan.core import events, secrets
from gandan.core.access import Refusal
from gandan.core.events import Event
from gandan.core.events.verify import verify
from gandan.core.files.models import StoredFile
from gandan.denunciations import actions, queries
from gandan.denunciations.models import Denunciation, SealedFile
from tests.denunciations.conftest import MARK, TEXT
from tests.people import NOW, TODAY

pytestmark = pytest.mark.django_db


def photo(name: str) -> ContentFile:
    out = io.BytesIO()
    Image.new("RGB", (20, 20), "red").save(out, "JPEG")
    return ContentFile(out.getvalue(), name=name)


def dump() -> str:
    """Every row of every table, as somebody with the database would read it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        said = []
        for (name,) in cursor.fetchall():
            cursor.execute(sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(name)))
            said += [row[0] for row in cursor.fetchall()]
    return "\n".join(said)


def test_everything_lies_sealed(set_aside, ground, denunciation_handler):
    letter = set_aside(uploads=[photo(f"{MARK}.jpg")])
    assert letter.handling_unit_id == ground.province.pk
    assert letter.state == "waiting"
    assert letter.set_aside_on == TODAY
    everything = dump()
    assert MARK not in everything
    assert "0900000000" not in everything
    assert MARK.encode().hex() not in everything
    opened = actions.open_letter(letter, by=denunciation_handler, now=NOW)
    assert opened.letter.text == TEXT
    assert opened.letter.unit == str(ground.commune.pk)
    assert opened.letter.contact == {"name": f"Người {MARK}", "phone": "0900000000"}
    assert opened.files[0].name == f"{MARK}.jpg"
    assert opened.files[0].raw.startswith(b"\xff\xd8")


def test_files_never_reach_the_folder(set_aside):
    set_aside(uploads=[photo("a.jpg")])
    assert SealedFile.objects.count() == 1
    assert not StoredFile.objects.exists()


def test_the_event_tells_nothing(set_aside, ground, committee_officer, provincial_leader):
    """An officer of the commune at a desk writes it down: their key and office would tell where."""
    for by in (committee_officer, provincial_leader):
        letter = set_aside(by=by, channel="desk")
        event = events.of(letter).get()
        assert (event.verb, event.actor, event.office, event.unit, event.facts) == (
            "denunciations.set_aside",
            "anyone",
            None,
            ground.province.pk,
            {},
        )
    row = str(Event.objects.values("verb", "actor", "office", "unit", "facts", "thing_id", "was", "now").first())
    assert str(ground.commune.pk) not in row


def test_the_unit_spoken_of_stands_in_no_column(letter, ground):
    row = str(Denunciation.objects.values().get())
    assert str(ground.commune.pk) not in row


def test_of_a_province_the_centre_handles_it(set_aside, ground):
    assert set_aside(unit=ground.province).handling_unit_id is None


def test_somebody_of_the_province_accused_goes_to_the_centre(set_aside):
    assert set_aside(accused="handler").handling_unit_id is None


def test_twice_with_one_code_is_once(set_aside):
    first = set_aside(code_digest="a" * 64)
    assert set_aside(code_digest="a" * 64) == first
    assert Event.objects.filter(verb="denunciations.set_aside").count() == 1


def test_the_code_leads_to_it(letter):
    assert queries.of_code_digest(letter.code_digest) == letter
    assert queries.of_code_digest("") is None
    assert queries.of_code_digest("b" * 64) is None


@pytest.mark.parametrize(("text", "sentence"), [("  ", "Xin viết điều Ông/Bà muốn nói."), ("a" * 8001, "Xin viết ngắn hơn 8000 chữ cái.")])
def test_refused(set_aside, text, sentence):
    with pytest.raises(Refusal) as refused:
        set_aside(text=text)
    assert refused.value.sentence == sentence
    assert not Denunciation.objects.exists()


def test_a_bad_file_is_refused_and_nothing_is_kept(set_aside):
    with pytest.raises(Refusal), transaction.atomic():
        set_aside(uploads=[ContentFile(b"MZ\x90\x00 program", name="a.exe")])
    assert not Denunciation.objects.exists()
    assert not Event.objects.filter(verb__startswith="denunciations").exists()


def test_the_record_verifies_and_sees_a_change(letter):
    assert verify().problems == []
    Denunciation.objects.filter(pk=letter.pk).update(sealed=b"other")
    assert [p.row for p in verify().problems] == [f"denunciations.denunciation {letter.pk}"]


def test_length_is_not_told(set_aside):
    short, longer = set_aside(text="Tố cáo."), set_aside(text="Tố cáo. " * 20)
    assert len(bytes(short.sealed)) == len(bytes(longer.sealed))


def test_keys_rotate_and_the_record_still_verifies(letter, settings, denunciation_handler):
    from cryptography.fernet import Fernet

    from gandan.core.access import SystemActor

    old, new = list(settings.ENCRYPTION_KEYS), Fernet.generate_key().decode()
    settings.ENCRYPTION_KEYS = [new, *old]
    retention = SystemActor("retention")
    assert actions.rewrap(by=retention, now=NOW) == 1
    assert actions.rewrap(by=retention, now=NOW + timedelta(days=1)) == 0
    settings.ENCRYPTION_KEYS = [new]
    assert actions.open_letter(letter, by=denunciation_handler, now=NOW).letter.text == TEXT
    assert verify().problems == []
    settings.ENCRYPTION_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(secrets.Undecipherable):
        actions.open_letter(letter, by=denunciation_handler, now=NOW)
