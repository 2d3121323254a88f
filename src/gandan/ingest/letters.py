"""Character classes of Vietnamese letters, for use inside regular expressions."""

_LATIN = [chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))]

UPPER = "".join(char for char in _LATIN if char.isupper())
"""Every Latin capital, with and without marks: to be put between brackets."""

LOWER = "".join(char for char in _LATIN if char.islower())
"""Every Latin small letter, with and without marks: to be put between brackets."""
