from tests.ingest.desk import colleague, front, leader, officer, source, stranger, ward

__all__ = ["colleague", "front", "leader", "officer", "source", "stranger", "ward"]
