"""`gandan backup FILE`: one archive of database and files."""

from pathlib import Path
from typing import Annotated

import typer

from gandan.cli.runtime import installation, say

KEYS = "Các khoá KHÔNG nằm trong bản sao lưu: xin cất riêng GANDAN_SECRET_KEY và GANDAN_ENCRYPTION_KEYS (bản dùng thử: thư mục keys/)."
UNNAMED = "Chú ý: GANDAN_ENCRYPTION_KEYS chưa đặt khi sao lưu, nên bản này không ghi được dấu nhận biết của khoá mà nó cần."


def backup(file: Annotated[Path, typer.Argument(help="Tệp .tar sẽ tạo, ví dụ gandan-2026-11-23.tar.")]) -> None:
    """Sao lưu cơ sở dữ liệu và tệp đính kèm vào một tệp; không cần dừng máy."""
    with installation(keys=False):
        from django.utils import timezone

        from gandan.core.backup.save import save

        manifest = save(file.absolute(), now=timezone.now())
    say(f"Đã sao lưu vào {file}: {sum(manifest.counts.values())} dòng trong {len(manifest.counts)} bảng, {_files(manifest)} tệp đính kèm.")
    say(KEYS)
    if not manifest.keys:
        say(UNNAMED)


def _files(manifest: object) -> int:
    return sum(1 for name in getattr(manifest, "members", ()) if name.startswith("files/"))
