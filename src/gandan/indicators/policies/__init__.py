"""WHEN something about a definition, a statement or a value is possible. Reads, never writes."""
