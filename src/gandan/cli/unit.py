"""`gandan unit`: places through time. Answers come from the shipped file, without a database; `--database` asks the installation's own."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from gandan.cli import codes

if TYPE_CHECKING:
    from gandan.units.gazetteer import Became, Gazetteer, Place

LONGEST_ECHO = 60

app = typer.Typer(no_args_is_help=True, help="Đơn vị hành chính qua các thời kỳ: tìm, liệt kê, xem nay thuộc đâu.")

On = Annotated[str | None, typer.Option("--on", metavar="NGÀY", help="Vào ngày nào: 2025-06-30 hoặc 30/6/2025.")]
AsJson = Annotated[bool, typer.Option("--json", help="Mỗi đơn vị một dòng JSON.")]
FromDatabase = Annotated[bool, typer.Option("--database", help="Hỏi cơ sở dữ liệu của cài đặt này thay cho tệp đi kèm.")]
AtLevel = Annotated[str | None, typer.Option("--level", metavar="CẤP", help="province, district hoặc commune.")]


@app.command()
def find(
    text: Annotated[str, typer.Argument(metavar="TÊN", help="Tên cũ hoặc mới, có dấu hay không, cả “P. 1, Q. 3”; hoặc mã.")],
    on: On = None,
    level: AtLevel = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="Nhiều nhất bao nhiêu đơn vị.")] = 20,
    as_json: AsJson = False,
    database: FromDatabase = False,
) -> None:
    """Tìm đơn vị theo tên hoặc mã, gần đúng nhất đứng trước. Không thấy thì mã kết thúc là 1."""
    day = _day(on)
    with _places(database) as places:
        hits = places.find(text, on=day, level=_level(level), limit=limit)
        for hit in hits:
            _print({**_about(places, hit.place, day), "match": hit.how, "score": hit.score}, as_json)
    _warn(day)
    if not hits:
        _stop(f"Không tìm thấy đơn vị nào cho “{_cut(text)}”.")


@app.command()
def tree(
    on: Annotated[
        str | None, typer.Option("--on", metavar="NGÀY", help="Vào ngày nào: 2025-06-30 hoặc 30/6/2025; bỏ trống là hôm nay.")
    ] = None,
    level: AtLevel = None,
    as_json: AsJson = False,
    database: FromDatabase = False,
) -> None:
    """Liệt kê mọi đơn vị vào một ngày, theo mã; không chọn cấp thì cả ba cấp."""
    day = _day(on) or date.today()  # noqa: DTZ011  the day on the wall of whoever asks
    with _places(database) as places:
        for place in places.tree(day, _level(level)):
            _print(_about(places, place, day), as_json)
    _warn(day)


@app.command()
def became(
    what: Annotated[str, typer.Argument(metavar="TÊN-HOẶC-MÃ", help="Ví dụ “phường Xuân Khánh, quận Ninh Kiều” hoặc 31144.")],
    on: On = None,
    level: AtLevel = None,
    as_json: AsJson = False,
    database: FromDatabase = False,
) -> None:
    """Đơn vị mang tên hoặc mã ấy vào NGÀY nay thuộc những đơn vị nào, với tỷ lệ. Nhiều đơn vị cùng tên thì liệt kê để chọn."""
    day = _day(on)
    with _places(database) as places:
        old = _one(places, what, day, _level(level))
        for part in places.became(old):
            _print(_part(places, old, part), as_json)
    _warn(day)


@app.command("load")
def load() -> None:
    """Nạp các đơn vị đi kèm vào cơ sở dữ liệu. Chạy lại không đổi gì."""
    from gandan.cli.runtime import installation, say

    with installation():
        from django.utils import timezone

        from gandan.core.access import SystemActor
        from gandan.units import actions
        from gandan.units.models import Unit

        actions.load(by=SystemActor("cli"), now=timezone.now())
        say(f"Đã có {Unit.objects.count()} đơn vị trong cơ sở dữ liệu.")


@app.command("load-successions")
def load_successions(
    file: Annotated[
        Path, typer.Argument(metavar="TỆP", exists=True, dir_okay=False, help="Tệp CSV; các cột ghi trong docs/data-units.md.")
    ],
) -> None:
    """Nạp các lần sáp nhập, chia tách trước 30/6/2025 từ tệp CSV. Một dòng sai thì không nạp dòng nào, và mọi dòng sai được nêu."""
    from gandan.cli.runtime import installation, say

    with installation():
        from django.utils import timezone

        from gandan.core.access import SystemActor
        from gandan.units import actions

        with file.open(encoding="utf-8-sig", newline="") as lines:
            loaded = actions.load_successions(lines, by=SystemActor("cli"), now=timezone.now())
        for error in loaded.errors:
            sys.stderr.write(f"{file.name}:{error.line}: {error.sentence}\n")
        if loaded.errors:
            _stop("Chưa nạp dòng nào. Hãy sửa các dòng trên rồi chạy lại.")
        say(f"Đã nạp {loaded.added} dòng mới; {loaded.known} dòng đã có từ trước.")


@contextmanager
def _places(database: bool) -> Iterator["Gazetteer"]:
    if not database:
        from gandan.units.gazetteer import Gazetteer

        yield Gazetteer.load()
        return
    from gandan.cli.runtime import installation

    with installation():
        from gandan.units.queries.picture import picture

        yield picture()


def _day(text: str | None) -> date | None:
    from gandan.units.days import day_of

    if text is None:
        return None
    day = day_of(text)
    if day is None:
        raise typer.BadParameter(f"“{_cut(text)}” không phải là ngày; hãy ghi như 2025-06-30 hoặc 30/6/2025.", param_hint="--on")
    return day


def _level(text: str | None) -> str | None:
    if text not in (None, "province", "district", "commune"):
        raise typer.BadParameter("Hãy chọn province, district hoặc commune.", param_hint="--level")
    return text


def _one(places: "Gazetteer", what: str, day: date | None, level: str | None) -> "Place":
    """The one unit that is meant, or a sentence with those that could be."""
    if what.strip().isdigit():
        place = places.by_code(what.strip(), day, level)
        if place is None:
            _stop(f"Không có đơn vị nào mang mã {_cut(what)}" + (f" vào ngày {day:%d/%m/%Y}." if day else "."))
        return place
    hits = places.find(what, on=day, level=level)
    if not hits:
        _stop(f"Không tìm thấy đơn vị nào cho “{_cut(what)}”.")
    if day is None:  # asked without a day, the question is about a unit that is no more, if there is one
        hits = [h for h in hits if not h.place.is_open and h.how == hits[0].how] or hits
    best = [h for h in hits if h.score == hits[0].score]
    if len(best) > 1:
        sys.stderr.write(f"Có {len(best)} đơn vị cùng tên “{_cut(what)}”. Hãy ghi thêm huyện, tỉnh hoặc ghi mã:\n")
        for hit in best:
            chain = ", ".join(p.full_name for p in (hit.place, *places.ancestors(hit.place, day)))
            sys.stderr.write(f"  {hit.place.code or '—'}  {chain}\n")
        raise typer.Exit(codes.FOUND)
    return best[0].place


def _about(places: "Gazetteer", place: "Place", day: date | None) -> dict[str, Any]:
    province = places.province(place, day)
    return {
        "code": place.code,
        "name": place.full_name,
        "level": str(place.level),
        "province": province.name if province else None,
        "valid_from": place.valid_from.isoformat() if place.valid_from else None,
        "valid_to": place.valid_to.isoformat() if place.valid_to else None,
        "certain": place.certain(day) if day else True,
        "id": str(place.id),
    }


def _part(places: "Gazetteer", old: "Place", part: "Became") -> dict[str, Any]:
    share = None if part.share is None else round(float(part.share), 6)
    was = {"code": old.code, "name": old.full_name}
    return {**_about(places, part.place, None), "share": share, "basis": part.basis, "main": part.main, "was": was}


def _print(answer: dict[str, Any], as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        return
    where = f", {answer['province']}" if answer["province"] and answer["level"] != "province" else ""
    line = f"{answer['code'] or '—':>5}  {answer['name']}{where}  ({_span(answer['valid_from'], answer['valid_to'])})"
    if "share" in answer:
        line += "  " + ("tỷ lệ chưa rõ" if answer["share"] is None else f"{answer['share']:.1%}".replace(".", ","))
        line += "  (ước tính)" if answer["basis"] in ("estimate", "doubt") and answer["share"] is not None else ""
    sys.stdout.write(line + "\n")


def _span(first: str | None, last: str | None) -> str:
    """From when to when, in words; a beginning that no source tells is said to be unknown."""
    start, end = (f"{date.fromisoformat(d):%d/%m/%Y}" if d else "" for d in (first, last))
    if start:
        return f"từ {start} đến {end or 'nay'}"
    return f"đến {end}, chưa rõ có từ bao giờ" if end else "đến nay, chưa rõ có từ bao giờ"


def _cut(typed: str) -> str:
    """What was typed, at most a line of it."""
    return typed if len(typed) <= LONGEST_ECHO else typed[:LONGEST_ECHO].rstrip() + "…"


def _warn(day: date | None) -> None:
    """Before the data begin, an answer is what is known for their first day."""
    from gandan.units.gazetteer import ATTESTED

    if day is not None and day < ATTESTED:
        sys.stderr.write(f"Dữ liệu bắt đầu từ {ATTESTED:%d/%m/%Y}; trước ngày đó tên và địa giới có thể khác (chưa rõ).\n")


def _stop(sentence: str) -> NoReturn:
    sys.stderr.write(sentence + "\n")
    raise typer.Exit(codes.FOUND)
