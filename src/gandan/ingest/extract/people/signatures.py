"""The signer of an official document: a post in capitals on one line, the full name on the next."""

import re
from collections.abc import Iterator
from itertools import pairwise

from gandan.ingest.atlas import Atlas
from gandan.ingest.document import Document
from gandan.ingest.extract.people import names
from gandan.ingest.extract.people.positions import HEAD
from gandan.ingest.lines import READ

_ON_BEHALF = re.compile(r"^(?:TM|KT|TL|TUQ)\.|^T/M")


def find(doc: Document) -> Iterator[tuple[str, str, str]]:
    """Name, post as written and quote of each signer."""
    kept = [line for line in doc.lines if line.kind in READ]
    for above, line in pairwise(kept):
        if not above.text.isupper() or _ON_BEHALF.match(above.text) or not HEAD.match(above.text) or len(above.text) > 60:
            continue
        found = names.find(line.text, Atlas.load())
        if len(found) == 1 and found[0].text == line.text:
            yield line.text, above.text, line.text
