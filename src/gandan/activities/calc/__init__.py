"""Plain arithmetic of this room."""
