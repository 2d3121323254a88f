"""What a page says to everybody alike is written once: `{% load same %}{% same country %} … {% endsame %}`.

Rendering, not asking, is what most public pages cost: a footer or a map of 3,321 dots is the same text for all who read one language.
"""

from collections import OrderedDict
from collections.abc import Hashable, Iterator
from contextlib import suppress

from django import template
from django.template.base import FilterExpression, Node, NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()
KEPT = 64  # texts a place in a template; the one unused longest goes first


class SameNode(Node):
    """Its text depends on the language and on the named values alone. Nothing of a reader may stand in it but what is named."""

    def __init__(self, nodelist: NodeList, named: list[FilterExpression]) -> None:
        self.nodelist = nodelist
        self.named = named
        self.kept: OrderedDict[Hashable, SafeString] = OrderedDict()

    def __iter__(self) -> Iterator[Node]:
        yield from self.nodelist

    def render(self, context: Context) -> SafeString:
        """The kept text, or the text made and kept. Two threads may both make it: it is the same."""
        key = (get_language(), *(value.resolve(context) for value in self.named))
        text = self.kept.get(key)
        if text is None:
            text = self.kept[key] = self.nodelist.render(context)
            while len(self.kept) > KEPT:
                self.kept.popitem(last=False)
        else:
            with suppress(KeyError):  # another thread let it go meanwhile
                self.kept.move_to_end(key)
        return text


@register.tag
def same(parser: Parser, token: Token) -> SameNode:
    """`{% same a b %}`: rendered once for each language and each a, b (hashable; what is missing counts as empty)."""
    named = [parser.compile_filter(part) for part in token.split_contents()[1:]]
    nodelist = parser.parse(("endsame",))
    parser.delete_first_token()
    return SameNode(nodelist, named)
