"""WHEN a deed on an activity is possible. Reads, never writes; answers with a sentence."""
