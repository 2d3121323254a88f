"""Plain arithmetic and rules without rows."""
