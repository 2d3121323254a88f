"""Official Word documents in the form of the State and in that of the Party. `Paper(Form.STATE, on=day)`, then block after block."""

from gandan.core.word.blocks import Column, Letterhead, Listing, Recipients, Signature
from gandan.core.word.forms import Form, Sizes, sizes
from gandan.core.word.paper import Paper

__all__ = ["Column", "Form", "Letterhead", "Listing", "Paper", "Recipients", "Signature", "Sizes", "sizes"]
