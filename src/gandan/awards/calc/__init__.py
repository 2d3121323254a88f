"""Plain arithmetic of this room, without a database."""
