"""Every deed of this room: texts are taken in, their records decided on, batches read, what nobody needs any more erased."""

from gandan.ingest.actions.batch import pick_up, read_batch_file, retry_batch_file, start_batch
from gandan.ingest.actions.handover import hand_over
from gandan.ingest.actions.record import AllAccepted, Left, accept, accept_all, begin_activity, carry_in, merge, reject, undo
from gandan.ingest.actions.retention import forget
from gandan.ingest.actions.source import TakenIn, describe, take_in_file, take_in_text

__all__ = [
    "AllAccepted",
    "Left",
    "TakenIn",
    "accept",
    "accept_all",
    "begin_activity",
    "carry_in",
    "describe",
    "forget",
    "hand_over",
    "merge",
    "pick_up",
    "read_batch_file",
    "reject",
    "retry_batch_file",
    "start_batch",
    "take_in_file",
    "take_in_text",
    "undo",
]
