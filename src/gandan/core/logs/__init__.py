"""Structured logs without personal data. Start reading in configure.py."""
