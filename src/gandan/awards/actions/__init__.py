"""WRITE: all deeds of this room."""
