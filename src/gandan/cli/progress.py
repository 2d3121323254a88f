"""A line every few seconds while a demo is filled: what is being done, how many deeds are recorded, how far the told years have come."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event as Bell
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gandan.core.events.models.event import Event

EVERY = 5.0  # seconds; a later start is over before the first line
NAMES = {
    "core": "quy định của luật",
    "units": "đơn vị, cơ quan, thôn, tổ",
    "accounts": "người dùng thử",
    "commitments": "lời hứa",
    "indicators": "số liệu",
    "directives": "văn bản",
    "activities": "hoạt động",
    "opinions": "ý kiến của hai năm",
    "movement": "mô hình Dân vận khéo",
    "awards": "khen thưởng",
}


class Progress:
    """What is being done now. Counts are those of this process: what is not committed yet counts as well."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say, self._began, self._what = say, monotonic(), ""
        self._deeds, self._day, self._is_open = 0, "", True

    def doing(self, what: str) -> None:
        """The next part begins."""
        self._what, self._deeds, self._day = what, 0, ""

    def hear(self, event: "Event") -> None:
        """A deed was recorded. The demo tells its years in order, so the day of a deed says how far it is."""
        if self._is_open:
            self._deeds += 1
            self._day = f"{event.at:%m/%Y}"

    def end(self) -> None:
        """Nothing is counted any more."""
        self._is_open = False

    def line(self) -> str:
        """As it stands."""
        counted = f": đã ghi {self._deeds} việc, tới tháng {self._day}" if self._deeds else ""
        return f"  {monotonic() - self._began:.0f} giây · {self._what}{counted}"

    def tell(self, bell: Bell) -> None:
        """Until the bell rings."""
        while not bell.wait(EVERY):
            self._say(self.line())


@contextmanager
def shown(say: Callable[[str], None]) -> Iterator[Progress]:
    """Lines appear while the block runs, and end with it, however it ends."""
    from gandan.core.events import followers

    progress, bell = Progress(say), Bell()
    followers.register(f"demo.progress.{id(progress)}", progress.hear)
    teller = Thread(target=progress.tell, args=(bell,), daemon=True)
    teller.start()
    try:
        yield progress
    finally:
        progress.end()
        bell.set()
        teller.join()
