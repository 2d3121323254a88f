"""`gandan restore FILE`: an archive back in its place."""

from pathlib import Path
from typing import Annotated

import typer

from gandan.cli.runtime import installation, say

MISSING = (
    "Chú ý: khoá giải mã ở đây không khớp với bản sao lưu. Nội dung mã hoá chưa đọc được, nên chưa ai đăng nhập được bằng hai bước.\n"
    "  Cần làm: {}"
)
REAL = "đặt lại GANDAN_ENCRYPTION_KEYS đã dùng khi sao lưu, rồi chạy `gandan doctor` để thử."
DEMO = "chép thư mục keys/ của bản dùng thử cũ vào {} (hoặc đặt lại GANDAN_ENCRYPTION_KEYS cũ), rồi chạy lại bản dùng thử."


def restore(
    file: Annotated[Path, typer.Argument(help="Tệp do `gandan backup` tạo.")],
    force: bool = typer.Option(False, "--force", help="Thay toàn bộ dữ liệu đang có."),
) -> None:
    """Khôi phục từ bản sao lưu. Tệp được kiểm tra trước; hỏng giữa chừng thì dữ liệu cũ còn nguyên."""
    with installation(keys=False, migrated=False):
        from django.conf import settings

        from gandan.cli.runtime import close
        from gandan.core.backup.restore import opens
        from gandan.core.backup.restore import restore as put_back
        from gandan.core.health.checks import pending_migrations

        manifest = put_back(file.absolute(), force=force)
        rows, tables = sum(manifest.counts.values()), len(manifest.counts)
        say(f"Đã khôi phục {rows} dòng trong {tables} bảng, đúng như khi sao lưu ({manifest.made_at:%d/%m/%Y %H:%M} UTC).")
        if not opens(manifest):
            say(MISSING.format(DEMO.format(settings.HOME) if manifest.demo else REAL))
        if pending_migrations():
            say("Bản sao lưu thuộc phần mềm cũ hơn; xin chạy `gandan migrate`.")
        say("Xin chạy `gandan verify` để kiểm tra sổ sự kiện.")
        close()
