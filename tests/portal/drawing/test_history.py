"""Bands of history: as thick as their share, each from its own name to its own place at the unit."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gandan.portal.drawing.history import THICKEST, THINNEST, End, draw

shares = st.one_of(st.none(), st.floats(0.001, 1))
ends = st.lists(st.builds(End, st.text("abc đỉ", min_size=1, max_size=60).filter(str.strip), shares), min_size=1, max_size=12)


@given(ends, st.booleans())
def test_bands_fit_and_do_not_share_a_place(given_ends, flipped):
    drawing = draw("Phường Ninh Kiều", given_ends, flipped=flipped)
    assert len(drawing.rows) == len(given_ends)
    targets = []
    for row in drawing.rows:
        assert THINNEST <= row.thickness <= THICKEST
        assert 0 < row.y < drawing.height
        y = float(re.findall(r"[-\d.]+", row.band)[-1])
        assert drawing.one_y <= y - row.thickness / 2 + 0.2
        assert y + row.thickness / 2 - 0.2 <= drawing.one_y + drawing.one_height
        targets.append((y, row.thickness))
    for (a, thick_a), (b, thick_b) in pairwise(targets):
        assert b - a >= (thick_a + thick_b) / 2 - 0.3


def test_a_larger_share_is_a_thicker_band():
    whole, part = draw("X", [End("A", 1.0), End("B", 0.25)]).rows
    assert whole.thickness == 4 * part.thickness
    assert part.end.partly
    assert not whole.end.partly
