"""`gandan verify`: the record against itself, every row."""

import json

import typer

from gandan.cli import codes
from gandan.cli.runtime import installation, say


def verify(as_json: bool = typer.Option(False, "--json", help="In kết quả thành một dòng JSON.")) -> None:
    """Kiểm tra sổ sự kiện: sự kiện bị sửa, bị xoá, bị đổi thứ tự đều được chỉ ra. Chỉ đọc, không sửa gì."""
    with installation(keys=False):
        from gandan.core.events.verify import verify as examine

        report = examine()
        if as_json:
            say(json.dumps(report.as_dict(), ensure_ascii=False))
        else:
            say(f"{report.events} sự kiện, {report.checkpoints} điểm chốt; {report.bound} nội dung gắn, {report.erased} đã xoá theo hạn.")
            for problem in sorted(report.problems):
                say(f"✗ số {problem.seq}: {problem.sentence} {problem.verb} {problem.event or problem.row}".rstrip())
            if report.ok:
                say("✓ Không thấy gì sai.")
    if not report.ok:
        raise typer.Exit(codes.FOUND)
