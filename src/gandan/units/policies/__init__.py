"""WHEN a deed of this room is possible: one file for each noun. Answers None, or a Refusal with a sentence."""
