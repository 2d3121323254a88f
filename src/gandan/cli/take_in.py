"""`gandan take-in FOLDER|ZIP`: many files at once, as the named person; the worker reads them."""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gandan.cli import codes
from gandan.cli.runtime import installation, say

if TYPE_CHECKING:
    from django.core.files.base import File

    from gandan.accounts.models import User
    from gandan.ingest.models import Batch
    from gandan.units.models import Unit

EVERY = 1.0


def take_in(
    path: Annotated[Path, typer.Argument(metavar="THƯ_MỤC|TỆP_ZIP", help="Thư mục, tệp .zip, hoặc một tệp.")],
    unit: Annotated[str, typer.Option("--unit", metavar="MÃ", help="Mã đơn vị nơi người gửi công tác.")],
    by: Annotated[str, typer.Option("--by", metavar="TÊN", help="Tên đăng nhập của người gửi.")],
    title: Annotated[str, typer.Option("--title", help="Tên gọi của đợt tệp.")] = "",
    public: Annotated[bool, typer.Option("--public", help="Các bài này đã đăng công khai.")] = False,
    wait: Annotated[bool, typer.Option("--wait/--no-wait", help="Chờ bộ phận xử lý nền đọc xong.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="In một đối tượng JSON.")] = False,
) -> None:
    """Đưa nhiều bài vào để đọc: tệp nào đã có được nhận ra, tệp nào hỏng được nêu lý do. Mỗi tệp đọc đúng một lần."""
    with installation():
        from django.utils import timezone

        from gandan.accounts.queries import actor_for
        from gandan.ingest import actions

        now = timezone.now()
        actor = actor_for(_user(by), today=timezone.localdate(now))
        batch = actions.start_batch(uploads=_files(path), unit=_unit(unit), title=title or path.name, is_public=public, by=actor, now=now)
        if wait:
            _until_read(batch)
        told = _told(batch)
    if as_json:
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    else:
        _tell(told)
    if told["failed"]:
        raise typer.Exit(codes.FOUND)


def _files(path: Path) -> "Iterator[File[Any]]":
    """One file (the deed takes an archive apart), or those of a folder in the order of their names, however deep; one open at a time."""
    from django.core.files.base import File

    from gandan.core.access import Refusal
    from gandan.ingest.reading.archive import natural

    if not path.exists():
        raise Refusal("Không tìm thấy thư mục hoặc tệp này. Xin kiểm tra lại đường dẫn.")
    found = {path.name: path} if path.is_file() else {str(f.relative_to(path)): f for f in path.rglob("*") if f.is_file()}
    for name in sorted(found, key=natural):
        if not any(part.startswith(".") for part in Path(name).parts):
            with found[name].open("rb") as raw:
                yield File(raw, name=name)


def _user(name: str) -> "User":
    from gandan.accounts.models import User
    from gandan.core.access import Refusal

    user = User.objects.filter(username=name.strip().lower()).first() or User.objects.filter(email=name.strip().lower()).first()
    if user is None:
        raise Refusal("Không có tài khoản này. Xin xem lại tên đăng nhập ở --by.")
    return user


def _unit(code: str) -> "Unit":
    from gandan.core.access import Refusal
    from gandan.units import queries as units
    from gandan.units.models import Unit

    place = units.by_code(code)
    unit = Unit.objects.filter(pk=place.id).first() if place is not None else None
    if unit is None:
        raise Refusal("Không có đơn vị mang mã này. Xin tra mã bằng `gandan unit find`.")
    return unit


def _until_read(batch: "Batch") -> None:
    from gandan.ingest import queries

    while not queries.progress(batch).is_over:
        time.sleep(EVERY)


def _told(batch: "Batch") -> dict[str, Any]:
    from gandan.ingest import queries

    progress = queries.progress(batch)
    failed = [{"name": f.name, "sentence": f.sentence} for f in queries.files_of(batch) if f.sentence]
    counts = {"files": progress.count, "waiting": progress.waiting, "read": progress.read, "same": progress.same, "failed": progress.failed}
    return {"batch": str(batch.pk), **counts, "errors": failed}


def _tell(told: dict[str, Any]) -> None:
    say(f"Đợt {told['batch']}: {told['files']} tệp; chờ đọc {told['waiting']}, đã đọc {told['read']}, đã có từ trước {told['same']}.")
    for one in told["errors"]:
        say(f"✗ {one['name']}: {one['sentence']}")
    if told["waiting"]:
        say("Bộ phận xử lý nền (`gandan worker`) sẽ đọc tiếp; kết quả ở trang Đọc văn bản.")
