"""Persons named in full with at least one post, each with the sentence that says so.

Start reading in names.py, then positions.py (where a post begins and ends), owners.py (whose it is), sharing.py (posts written in short).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from gandan.core.text import tone_key
from gandan.ingest.atlas import Atlas
from gandan.ingest.document import Document
from gandan.ingest.extract.people import names, owners, positions, sharing, signatures
from gandan.ingest.extract.people.names import Name
from gandan.ingest.extract.people.positions import Post
from gandan.ingest.proposal import Person

_NATIONAL = re.compile(
    r"(?i)(?:cố )?(?:tổng bí thư|(?:phó )?chủ tịch(?: nước| hội đồng nhà nước)?|(?:phó )?thủ tướng(?: chính phủ)?"
    r"|bí thư trung ương(?: đảng)?)"
)
"""Posts with which persons of history are named in slogans and remembrance."""


def find(doc: Document) -> list[Person]:
    """The persons of a text, in the order in which they first appear with a post."""
    found: dict[str, Person] = {}
    told = [(name, posts, sentence.text) for sentence in doc.sentences for name, posts in _read(sentence.text)]
    for name, posts, quote in [*told, *((name, [post], quote) for name, post, quote in signatures.find(doc))]:
        known = found.get(tone_key(name))
        if known is None:
            found[tone_key(name)] = Person(name=name, positions=sharing.merge(posts), quote=quote)
        else:
            found[tone_key(name)] = known.model_copy(update={"positions": sharing.merge([*known.positions, *posts])})
    return list(found.values())


def spans(text: str) -> list[tuple[int, int]]:
    """Where persons' names stand in a sentence: places are not looked for inside them."""
    atlas = Atlas.load()
    found, owned = _owners(text)
    sure = (name for name in found if name in owned or names.TITLE.search(text, 0, name.start) or not atlas.ever(name.text))
    return [(name.start, name.end) for name in sure]


@lru_cache(maxsize=256)
def _owners(text: str) -> tuple[list[Name], dict[Name, list[Post]]]:
    """Names in a sentence and the posts of those that have some; kept a while, since places and requests ask again."""
    found = names.find(text, Atlas.load())
    return found, owners.assign(text, found, positions.find(text, found)) if found else {}


def _read(text: str) -> Iterator[tuple[str, list[str]]]:
    """Names in a sentence with their posts, expanded."""
    _, owned = _owners(text)
    order = sorted(owned, key=lambda name: name.start)
    for index, name in enumerate(order):
        if names.is_historical(name.text) and all(_NATIONAL.fullmatch(post.text) for post in owned[name]):
            continue
        later = [post.text for other in order[index + 1 :] for post in owned[other]]
        yield name.text, sharing.expand([post.text for post in owned[name]], later)
