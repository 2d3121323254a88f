"""Starts and stops the servers beside this file, and reads what they took."""

import json
import subprocess
import sys
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, cast

HERE = Path(__file__).parent


class Server:
    """One server process; `port` stays the same when it is started again."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.folder, self.port = name, folder, 0
        self.folder.mkdir(parents=True, exist_ok=True)
        self.start()

    def start(self) -> None:
        more = [str(self.port)] if self.port else []
        command = [sys.executable, str(HERE / self.name), str(self.folder), *more]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline())

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def letters(self) -> list[EmailMessage]:
        files = sorted(self.folder.glob("*.eml"), key=lambda f: f.stat().st_mtime_ns)
        return [cast(EmailMessage, message_from_bytes(f.read_bytes(), policy=policy.default)) for f in files]

    def requests(self) -> list[Any]:
        files = sorted(self.folder.glob("*.json"), key=lambda f: f.stat().st_mtime_ns)
        return [json.loads(f.read_text(encoding="utf-8")) for f in files]
