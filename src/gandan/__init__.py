"""Gần Dân: what a citizen says becomes a promise with an owner and a date, and work that people can check."""

__version__ = "0.1.0"
