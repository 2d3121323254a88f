import pytest

from gandan.core import search
from gandan.core.search import source


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    """Only the kinds of this test are registered."""
    monkeypatch.setattr(source, "_sources", {})


@pytest.fixture
def fill(db):
    def one(*documents, visible=None):
        for kind in {d.kind for d in documents}:
            asked = visible if kind == "note" else None
            search.register(search.SearchSource(kind, kind, lambda k=kind: [d for d in documents if d.kind == k], visible=asked))
        search.reindex()

    return one


def doc(title, n=None, **more):
    return search.Document(kind=more.pop("kind", "unit"), id=str(n or title), title=title, url=f"/x/{n or title}/", **more)
