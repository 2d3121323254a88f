"""Good-practice models: "mô hình “Camera an ninh”", "mô hình Dân vận khéo vận động nhân dân … thuộc phường Xuân Khánh"."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from gandan.ingest.document import Document
from gandan.ingest.letters import LOWER, UPPER
from gandan.ingest.proposal import GoodModel
from gandan.ingest.sentences import Sentence
from gandan.ingest.wordlists import either, pairs

_KHEO = r"(?:\s*(?:,\s*điển hình\s*)?[“\"]?Dân vận khéo[”\"]?)"
_QUOTED = re.compile(rf"(?i:\bmô hình)(?i:\s+điểm)?{_KHEO}?(?:\s+[{LOWER}]+){{0,6}}?\s*:?\s*[“\"](?P<name>[^”\"]{{3,110}})[”\"]")
_MORE = re.compile(
    r"(?P<where>(?:\s+(?:của|ở|tại|do|thuộc)\s[^“”\".;:]{2,70}?)?)\s*(?:,|;|và)\s*(?:mô hình\s+)?[“\"](?P<name>[^”\"]{3,110})[”\"]"
)
_TOLD = re.compile(
    rf"(?i:\bmô hình){_KHEO}\s+(?:(?:trong|về|trên lĩnh vực|với)\s+)?"
    rf"(?P<name>(?:tuyên truyền|vận động|xây dựng|hiến|làm|phát triển|bảo vệ|giúp|chăm lo|nuôi|trồng|tổ|nhóm|thu gom"
    rf"|phân loại)\b[^.;:“”()]{{6,160}})"
)
_PLACE = re.compile(
    rf"\s*(?:\b(?:thuộc|tại|ở|của|trên địa bàn)\s+)(?P<place>(?:(?:ấp|thôn|khu phố|khu vực|tổ dân phố|khóm|bản|buôn|xã|phường|thị trấn"
    rf"|huyện|quận|thị xã|thành phố|tỉnh|đặc khu)\s+)"
    rf"[{UPPER}\d][\w]*(?:[\s-]+[{UPPER}][\w]*){{0,4}})"
)
_MOVEMENT = re.compile(r"(?i)^dân vận khéo$")
_RESULT = re.compile(rf"^(?:{either('results_of_models')})(?!\w)", re.IGNORECASE)
_FIELD = re.compile(
    rf"(?<!\w)(?:{'|'.join(re.escape(w) for w, _ in sorted(pairs('model_fields'), key=lambda p: -len(p[0])))})(?!\w)", re.IGNORECASE
)
_FIELDS = {word.lower(): field for word, field in pairs("model_fields")}


def find(doc: Document) -> list[GoodModel]:
    """Every model named, once each, with what the next sentence says came of it: where several are named, nobody can say of which."""
    unique: dict[str, GoodModel] = {}
    for sentence, after in zip_longest(doc.sentences, doc.sentences[1:]):
        named = list(_models(sentence))
        result = after.text if after is not None and len(named) == 1 and _RESULT.match(after.text) else None
        for model in named:
            told = {"field": _field(model, result), "result": result}
            unique.setdefault(" ".join(model.name.lower().split()), model.model_copy(update=told))
    return list(unique.values())


def _field(model: GoodModel, result: str | None) -> str | None:
    """The field that the name speaks of, else the sentence, else what came of it; a person decides."""
    found = _FIELD.search(model.name) or _FIELD.search(model.quote) or _FIELD.search(result or "")
    return _FIELDS[found[0].lower()] if found else None


def _models(sentence: Sentence) -> Iterator[GoodModel]:
    text = sentence.text
    for match in _QUOTED.finditer(text):
        link: re.Match[str] | None = match
        while link is not None:
            if not _MOVEMENT.match(link["name"]):
                yield GoodModel(name=link["name"].strip(" ,"), place=_place(text, link.end()), quote=text)
            link = _MORE.match(text, link.end())
    for match in _TOLD.finditer(text):
        place = _PLACE.search(text, match.start("name"), match.end() + 60)
        end = place.start() if place and place.start() > match.start("name") else match.end("name")
        name = re.split(r",\s", text[match.start("name") : end])[0]
        if len(name.split()) >= 3:
            yield GoodModel(name=name.strip(), place=place["place"] if place else None, quote=text)


def _place(text: str, end: int) -> str | None:
    place = _PLACE.match(text, end)
    return place["place"] if place else None
