"""Plain arithmetic without Django."""
