"""WHEN a deed of this room is possible."""
