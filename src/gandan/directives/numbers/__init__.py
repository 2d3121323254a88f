"""Numbers of documents as the norm writes them, however they are typed. Plain Python; start reading in parse.py."""

from gandan.directives.numbers.kinds import KINDS, CodeOf, code_of, issuer_named, kind_of
from gandan.directives.numbers.number import Form, Number
from gandan.directives.numbers.parse import parse, plain, with_kind
from gandan.directives.numbers.spellings import spellings

__all__ = ["KINDS", "CodeOf", "Form", "Number", "code_of", "issuer_named", "kind_of", "parse", "plain", "spellings", "with_kind"]
