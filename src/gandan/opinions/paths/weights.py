"""How often each path is taken in the demo, and by which name one is asked for."""

from gandan.opinions.paths.again import reopened, twice_no
from gandan.opinions.paths.asking import asked, asked_in_vain, asked_now, opened
from gandan.opinions.paths.course import done, late_and_escalated, partly, paused, plain, slow, unread
from gandan.opinions.paths.elsewhere import forwarded, refused, withdrawn
from gandan.opinions.paths.promising import promise_to_judge, promised, promised_late, promised_not_kept
from gandan.opinions.paths.ways import Path

WEIGHTS: tuple[tuple[Path, int], ...] = (
    (plain, 12),
    (done, 6),
    (slow, 8),
    (asked, 4),
    (reopened, 3),
    (promised, 5),
    (promised_late, 2),
    (promised_not_kept, 2),
    (forwarded, 3),
    (refused, 6),
    (paused, 2),
    (partly, 2),
    (asked_in_vain, 2),
    (late_and_escalated, 3),
    (twice_no, 1),
    (withdrawn, 1),
    (opened, 2),
    (unread, 8),
)
PROMISING = (promised, promised_late, promised_not_kept, promise_to_judge)
BY_NAME: dict[str, Path] = {path.__name__: path for path in (*(p for p, _n in WEIGHTS), promise_to_judge, asked_now)}
