"""The embedded PostgreSQL: found, started, attached to, stopped. Imports nothing of Django."""
