"""Commendation in the open: who is proposed, what came of it, who holds it."""
