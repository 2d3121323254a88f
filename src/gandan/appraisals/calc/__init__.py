"""Plain arithmetic of points: exact, without Django."""
