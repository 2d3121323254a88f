"""Rows of this room."""

from gandan.ingest.models.batch import Batch, BatchFile
from gandan.ingest.models.record import Made, ProposedRecord
from gandan.ingest.models.source import Source

__all__ = ["Batch", "BatchFile", "Made", "ProposedRecord", "Source"]
