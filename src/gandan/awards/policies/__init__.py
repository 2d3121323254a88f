"""WHEN something may be done: one file for each noun. They read, and never write."""

from gandan.awards.policies import call, erase, handover, judging, kind, nomination, roll, words

__all__ = ["call", "erase", "handover", "judging", "kind", "nomination", "roll", "words"]
