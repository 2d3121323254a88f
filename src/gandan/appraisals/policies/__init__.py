"""WHEN: each answers None or a refusal with its sentence."""
