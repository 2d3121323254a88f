"""Denunciations: set aside when they arrive, sealed, and opened by nobody but the handler one level up."""
