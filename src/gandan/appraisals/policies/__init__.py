"""WHEN a deed is possible. Each answers None, or a refusal with a sentence for the person."""

from gandan.appraisals.policies import councils, decisions, opening, postings, scoring, sheets, words

__all__ = ["councils", "decisions", "opening", "postings", "scoring", "sheets", "words"]
