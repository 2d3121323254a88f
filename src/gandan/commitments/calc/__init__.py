"""Plain arithmetic of dates, without Django."""
