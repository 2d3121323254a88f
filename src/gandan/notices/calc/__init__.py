"""Plain arithmetic of moments, without Django."""
