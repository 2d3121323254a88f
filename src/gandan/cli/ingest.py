"""`gandan ingest FILE… --json`: prose to proposed records, without a database and without a server."""

import json
import os
import sys
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from gandan.ingest.proposal import Proposal

Answer = tuple[str, dict[str, Any], str]
"""File name, proposal as JSON, and the sentence of a refusal ("" for none)."""
_MANY = 300
"""From so many files on a second process pays for its start (about 0.5 s)."""


def ingest(
    files: Annotated[list[str], typer.Argument(metavar="TỆP…", help="Tệp .txt, .html, .docx, .pdf có chữ; “-” là đầu vào chuẩn.")],
    as_json: Annotated[bool, typer.Option("--json", help="Mỗi tệp một dòng JSON, theo thứ tự đã nêu.")] = False,
) -> None:
    """Đọc bài viết, báo cáo và đề xuất bản ghi, mỗi bản ghi kèm câu gốc. Không cần cơ sở dữ liệu."""
    failed = False
    for name, proposal, refusal in _answers(files):
        failed |= bool(refusal)
        if as_json:
            sys.stdout.write(json.dumps({**proposal, "error": refusal} if refusal else proposal, ensure_ascii=False) + "\n")
            sys.stdout.flush()
        else:
            sys.stdout.write("\n".join(_told(name, proposal, refusal)) + "\n")
        if refusal:
            sys.stderr.write(f"{name}: {refusal}\n")
    if failed:
        raise typer.Exit(1)


def _answers(files: list[str]) -> Iterable[Answer]:
    without_settings()
    if len(files) < _MANY or (os.cpu_count() or 1) < 2 or "-" in files:
        return map(_answer, files)
    return _in_processes(files)


def _in_processes(files: list[str]) -> Iterator[Answer]:
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(max_workers=os.cpu_count(), initializer=without_settings) as pool:
        yield from pool.map(_answer, files, chunksize=16)


def _answer(name: str) -> Answer:
    """One file read. Nothing that a file holds may end the run for the files after it."""
    from gandan.ingest import queries
    from gandan.ingest.proposal import Proposal
    from gandan.ingest.reading import LARGEST_FILE, Unreadable

    try:
        if name == "-":
            proposal = queries.propose_from(sys.stdin.buffer.read(LARGEST_FILE + 1), name="stdin").proposal
        else:
            proposal = queries.propose_file(Path(name)).proposal
    except Unreadable as refused:
        return name, _json(Proposal()), refused.sentence
    except Exception:  # noqa: BLE001  a defect met in one file is shown, and the other files are still read
        traceback.print_exc()
        return name, _json(Proposal()), "Máy gặp lỗi khi đọc tệp này. Xin gửi tệp cho người phát triển phần mềm."
    return name, _json(proposal), ""


def _json(proposal: "Proposal") -> dict[str, Any]:
    return proposal.model_dump(mode="json")


def _told(name: str, proposal: dict[str, Any], refusal: str) -> Iterator[str]:
    """A summary for a person at a terminal, in the words of the page; the JSON has all of it."""
    from gandan.core.text.days import written
    from gandan.ingest.proposal import Proposal
    from gandan.ingest.web.records import groups_of

    if refusal:
        yield f"✗ {name}"
        return
    found = Proposal.model_validate(proposal)
    published = written(found.published) if found.published else "không rõ"
    yield f"✓ {name}: {found.title or 'không có tiêu đề'}"
    yield f"  Ngày đăng: {published} · Ngày diễn ra: {', '.join(map(written, found.happened)) or 'không rõ'}"
    for group in groups_of(found):
        for card in group.cards:
            told = [f"{label.lower()}: {value}" for label, value in card.facts] + ([card.note] if card.note else [])
            yield f"  {group.title}: {card.heading}" + (f" ({'; '.join(told)})" if told else "")


def without_settings() -> None:
    """Sentences are Vietnamese as written; no settings module is loaded, so the command starts at once and from any folder."""
    from django.conf import settings

    if not settings.configured:
        settings.configure(USE_I18N=False, LANGUAGE_CODE="vi")
