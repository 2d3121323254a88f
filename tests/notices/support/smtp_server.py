"""A real SMTP server as a process: `python smtp_server.py FOLDER [--port N]`. Every letter it takes becomes a file in FOLDER.

Addresses that begin with `refuse` are refused for good, those with `later` for now. While the file FOLDER/slow exists, a letter is kept on
the disk and the answer waits: whoever sent it cannot know that it arrived.
"""

import asyncio
import sys
from pathlib import Path
from uuid import uuid4

from aiosmtpd.smtp import SMTP, Envelope, Session


class Mailbox:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]) -> str:  # noqa: N802
        if address.startswith("refuse"):
            return "550 5.1.1 no such mailbox"
        if address.startswith("later"):
            return "450 4.2.1 mailbox is busy"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        content = envelope.original_content or b""
        await asyncio.to_thread((self.folder / f"{uuid4()}.eml").write_bytes, content)
        while await asyncio.to_thread((self.folder / "slow").exists):
            await asyncio.sleep(0.05)
        return "250 taken"


async def main(folder: Path, port: int) -> None:
    mailbox = Mailbox(folder)
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(mailbox, hostname="thu.example.vn"), "127.0.0.1", port)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0))
