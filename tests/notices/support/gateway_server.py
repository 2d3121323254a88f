"""A gateway for text messages as a process: `python gateway_server.py FOLDER`. Each request becomes a JSON file in FOLDER.

It answers by the last digits of the number: …400 never, …503 the whole gateway is down, …500 not now, …409 had that one already.
"""

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from uuid import uuid4


class Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        asked = {"path": self.path, "headers": dict(self.headers.items()), "body": body}
        (Path(sys.argv[1]) / f"{uuid4()}.json").write_text(json.dumps(asked), encoding="utf-8")
        end = body["to"][-3:]
        self.send_response(int(end) if end in {"400", "409", "500", "503"} else 202)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *said: object) -> None:
        """Silent."""


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()
