"""READ."""
