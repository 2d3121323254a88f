"""From the bytes somebody drops to the text the rules read. Start in `read.py`; every refusal is an `Unreadable` sentence."""

from gandan.ingest.reading.limits import LARGEST_FILE, Unreadable
from gandan.ingest.reading.read import ReadText, read, read_file, readable

__all__ = ["LARGEST_FILE", "ReadText", "Unreadable", "read", "read_file", "readable"]
