"""Forms of this room's pages at work."""
