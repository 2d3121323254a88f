"""`gandan doctor`: what is missing on this machine and what to do about it."""

import json
import os

import typer

from gandan.cli import codes
from gandan.cli.runtime import notice_trial, say

SIGNS = {"ok": "✓", "warning": "!", "problem": "✗"}


def doctor(as_json: bool = typer.Option(False, "--json", help="Mỗi mục một dòng JSON: check, state, sentence, advice.")) -> None:
    """Xem xét cài đặt: cấu hình, khoá, cơ sở dữ liệu, nâng cấp, tệp, việc nền; nói rõ cần làm gì."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.config.settings")
    notice_trial()
    from gandan.core.health.doctor import examine

    findings = examine()
    for f in findings:
        if as_json:
            say(json.dumps({"check": f.check, "state": f.state, "sentence": f.sentence, "advice": f.advice}, ensure_ascii=False))
        else:
            say(f"{SIGNS[f.state]} {f.sentence}" + (f"\n    → {f.advice}" if f.advice else ""))
    if any(f.state == "problem" for f in findings):
        raise typer.Exit(codes.FOUND)
