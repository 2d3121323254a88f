"""The command: which bench, and how its numbers are printed."""

import json

import typer

from gandan.cli import codes
from gandan.cli.runtime import say


def bench(
    name: str = typer.Argument("", help="Tên phép đo; bỏ trống thì liệt kê, `all` thì đo tất cả."),
    as_json: bool = typer.Option(False, "--json", help="Mỗi số một dòng JSON: name, value, unit, compared_with, ratio, aim."),
    texts: str = typer.Option("", "--texts", metavar="THƯ_MỤC", help="Thư mục bài khác để đo ingest, ingest-score."),
) -> None:
    """Đo tốc độ và độ đúng, in cạnh thứ được so sánh trên cùng máy."""
    from gandan.cli.bench.registry import load, names

    if not name:
        for each in names():
            say(f"{each:<20} {load(each)[1]}")
        return
    if name != "all" and name not in names():
        typer.echo(f"Không có phép đo {name!r}. Có: {', '.join(names())}.", err=True)
        raise typer.Exit(codes.USAGE)
    for each in names() if name == "all" else [name]:
        for result in load(each)[0](**({"texts": texts} if texts else {})):
            say(json.dumps(result.as_json(), ensure_ascii=False) if as_json else _line(result.as_json()))


def _line(r: dict[str, object]) -> str:
    value = f"{r['value']:,.4g}" if isinstance(r["value"], float) else str(r["value"])
    ratio = f"   × {r['ratio']:,.2f}" if isinstance(r["ratio"], float) else ""
    against = f" so với {r['compared_with']}" if r["compared_with"] else ""
    return f"{r['name']:<36} {value:>12} {r['unit']}{ratio}{against}" + (f"   (mong: {r['aim']})" if r["aim"] else "")
