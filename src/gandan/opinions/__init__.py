"""Opinions of people, the cases they become, and the clock that runs for them."""
