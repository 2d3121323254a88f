"""REST: have one text read. Nothing is stored."""

from collections.abc import Callable

from django.http import HttpRequest
from ninja import File, Router, Schema
from ninja.files import UploadedFile
from pydantic import Field

from gandan.core.access import Refusal
from gandan.core.rest.auth import Needs
from gandan.core.rest.problems import Problem
from gandan.ingest.proposal import Proposal
from gandan.ingest.queries import Reading, propose_from, propose_text
from gandan.ingest.reading import Unreadable
from gandan.ingest.reading.limits import LARGEST_FILE, LONGEST_TEXT, too_large

router = Router(tags=["reading"])
reads_prose = Needs("ingest.read_prose")
ANSWERS = {200: Proposal, 400: Problem, 401: Problem, 403: Problem, 422: Problem}


class TextIn(Schema):
    """A text to read."""

    text: str = Field(max_length=LONGEST_TEXT + 1, description="Plain text in Vietnamese, as it lies on a page.")


@router.post("/text", auth=reads_prose, response=ANSWERS, summary="Records that a text proposes", operation_id="read_text")
def read_text(request: HttpRequest, body: TextIn) -> Proposal:
    """Every record carries a verbatim quote. Nothing is stored; a person decides what becomes a record."""
    return _answer(lambda: propose_text(body.text))


@router.post("/file", auth=reads_prose, response=ANSWERS, summary="Records that a file proposes", operation_id="read_file")
def read_file(request: HttpRequest, file: File[UploadedFile]) -> Proposal:
    """A .txt, .html, .docx or .pdf with a text layer. Nothing is stored."""
    if (file.size or 0) > LARGEST_FILE:
        return _answer(lambda: _refuse(file.size or 0))
    return _answer(lambda: propose_from(file.read(), name=file.name or ""))


def _refuse(size: int) -> Reading:
    raise too_large(size)


def _answer(reading: Callable[[], Reading]) -> Proposal:
    try:
        return reading().proposal
    except Unreadable as unreadable:
        raise Refusal(unreadable.sentence, status=422) from unreadable
