"""Plain arithmetic of this room, without Django."""
