"""Other formats of this room."""
