"""Every mention of a place in a text: with a kind first (kinded.py), then bare names in what is left (bare.py)."""

from datetime import date

from gandan.ingest.atlas import Atlas
from gandan.ingest.document import Document
from gandan.ingest.extract import people
from gandan.ingest.extract.units import bare, kinded
from gandan.ingest.extract.units.mention import Mention, Scene


def find(doc: Document, atlas: Atlas, day: date) -> list[Mention]:
    """Mentions in the order of the text, read by the map of the day; persons' names are left alone."""
    scenes = (Scene(sentence, index, atlas, day) for index, sentence in enumerate(doc.sentences))
    return [mention for scene in scenes for mention in _in_sentence(scene)]


def _in_sentence(scene: Scene) -> list[Mention]:
    taken = people.spans(scene.text)
    found = list(kinded.find(scene, taken))
    taken += [scene.span(mention) for mention in found]
    bare.add(scene, found, taken)
    return sorted(found, key=lambda mention: mention.start)
