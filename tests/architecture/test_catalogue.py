"""English is complete: every sentence for people is translated, nothing is fuzzy, what is compiled is what is written."""

import ast
import re
import runpy
import struct
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, SRC, modules

CATALOGUES = sorted(SRC.rglob("locale/en/LC_MESSAGES/django.po"))
MARKS = {"_": 1, "gettext": 1, "gettext_lazy": 1, "ngettext": 2, "ngettext_lazy": 2, "gettext_noop": 1}  # name: how many sentences it takes
TAG = re.compile(r"""\{%\s*(?:translate|trans)\s+(?:"([^"]*)"|'([^']*)')""")
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def entries(text: str) -> list[tuple[str, list[str], bool]]:
    """Message, its translations, whether fuzzy; the head and withdrawn (#~) ones left out."""
    found = []
    for block in re.split(r"\n\s*\n", text):
        lines = [line for line in block.splitlines() if not line.startswith("#~")]
        fuzzy = any(line.startswith("#,") and "fuzzy" in line for line in lines)
        fields: dict[str, str] = {}
        name = ""
        for line in lines:
            if m := re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s+"(.*)"$', line):
                name = m[1]
                fields[name] = _plain(m[2])
            elif name and (m := re.match(r'"(.*)"$', line)):
                fields[name] += _plain(m[1])
        if fields.get("msgid"):
            key = fields["msgid"] if "msgctxt" not in fields else fields["msgctxt"] + "\x04" + fields["msgid"]
            found.append((key, [v for k, v in fields.items() if k.startswith("msgstr")], fuzzy))
    return found


def _plain(quoted: str) -> str:
    return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), quoted)


def compiled(raw: bytes) -> dict[str, str]:
    """Messages of a .mo file; plural forms joined by NUL."""
    _magic, _version, count, ids, texts = struct.unpack("<5I", raw[:20])

    def at(table: int, n: int) -> str:
        size, place = struct.unpack("<2I", raw[table + 8 * n : table + 8 * n + 8])
        return raw[place : place + size].decode()

    return {at(ids, n).split("\0")[0]: at(texts, n) for n in range(count)}


def marked(folder: Path) -> set[str]:
    """Messages that are marked in a room's code and templates; blocktranslate is left to makemessages."""
    found = set()
    for file in folder.rglob("*.py"):
        if "migrations" not in file.parts:
            found |= sentences(file.read_text(encoding="utf-8"))
    for file in folder.rglob("*.html"):
        found |= {a or b for a, b in TAG.findall(file.read_text(encoding="utf-8"))}
    return found - {""}


def sentences(code: str) -> set[str]:
    """Messages that a file of code marks."""
    found = set()
    for call in (n for n in ast.walk(ast.parse(code)) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)):
        found |= {a.value for a in call.args[: MARKS.get(call.func.id, 0)] if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    return found


def known() -> set[str]:
    return {key.split("\x04")[-1] for po in CATALOGUES for key, _, _ in entries(po.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("po", CATALOGUES, ids=lambda p: p.relative_to(SRC).parts[0] + "/" + p.relative_to(SRC).parts[1])
def test_nothing_is_untranslated_or_fuzzy(po):
    found = entries(po.read_text(encoding="utf-8"))
    assert found
    assert [key for key, texts, fuzzy in found if fuzzy or not all(texts)] == []


@pytest.mark.parametrize("po", CATALOGUES, ids=lambda p: p.relative_to(SRC).parts[0] + "/" + p.relative_to(SRC).parts[1])
def test_placeholders_survive(po):
    for key, texts, _ in entries(po.read_text(encoding="utf-8")):
        for text in texts:
            assert sorted(set(PLACE.findall(text))) == sorted(set(PLACE.findall(key.split("\x04")[-1]))), key


@pytest.mark.parametrize("po", CATALOGUES, ids=lambda p: p.relative_to(SRC).parts[0] + "/" + p.relative_to(SRC).parts[1])
def test_the_compiled_catalogue_is_the_written_one(po):
    written = {key: "\0".join(texts) for key, texts, fuzzy in entries(po.read_text(encoding="utf-8")) if not fuzzy}
    kept = compiled(po.with_suffix(".mo").read_bytes())
    assert {k: v for k, v in kept.items() if k} == written


ROOMS_WITH_TEXT = sorted(p for p in SRC.iterdir() if p.is_dir() and marked(p))


@pytest.mark.parametrize("room", ROOMS_WITH_TEXT, ids=lambda p: p.name)
def test_every_marked_sentence_is_in_a_catalogue(room):
    assert sorted(marked(room) - known()) == []


def test_the_tables_of_law_and_of_the_calendar_speak_english():
    """Their sentences lie in TOML and in a package; scripts/law_sentences.py hands them to makemessages."""
    said = runpy.run_path(str(ROOT / "scripts/law_sentences.py"))["law_sentences"]()
    assert len(said) > 100
    assert sorted(set(said) - known()) == []


def test_faults_are_seen(tmp_path):
    text = '#, fuzzy\nmsgid "Một"\nmsgstr "One"\n\nmsgid "Hai"\nmsgstr ""\n\n'
    text += 'msgid "Ba %(n)s"\nmsgstr "Three"\n\n#~ msgid "Cũ"\n#~ msgstr ""\n'
    assert entries(text) == [("Một", ["One"], True), ("Hai", [""], False), ("Ba %(n)s", ["Three"], False)]
    (tmp_path / "a.py").write_text('x = _("Bốn \\"năm\\"" " bảy")\n')
    (tmp_path / "b.html").write_text("{% translate 'Sáu' %}")
    assert marked(tmp_path) == {'Bốn "năm" bảy', "Sáu"}


def test_there_is_something_to_check():
    assert sum(bool(sentences(m.text)) for m in modules()) > 10
