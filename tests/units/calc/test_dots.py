"""The drawing of dots: nothing lost, nothing outside, no name on another."""

import re

from hypothesis import given
from hypothesis import strategies as st

from gandan.units.calc.dots import HEIGHT, WIDTH, Spot, marks, path, point

spots = st.builds(Spot, st.floats(8.2, 23.5), st.floats(101.5, 115.0), st.sampled_from(["Lý Sơn", "Bạch Long Vĩ", "Cồn Cỏ"]))


def read(drawn: str) -> list[tuple[int, int]]:
    """Where a browser would put the dots of a path of relative moves."""
    at, out = (0, 0), []
    for dx, dy in re.findall(r"m(-?\d+) ?(-?\d+)z", drawn):
        at = (at[0] + int(dx), at[1] + int(dy))
        out.append(at)
    return out


@given(st.lists(spots))
def test_a_path_holds_every_spot(given_spots):
    assert sorted(read(path(given_spots))) == sorted(point(s.lat, s.lon) for s in given_spots)


@given(spots)
def test_every_spot_lies_inside_the_drawing(spot):
    x, y = point(spot.lat, spot.lon)
    assert 0 <= x <= WIDTH
    assert 0 <= y <= HEIGHT


def test_north_is_up_and_east_is_right():
    hanoi, saigon, spratly = point(21.03, 105.85), point(10.78, 106.7), point(9.71, 114.45)
    assert hanoi[1] < saigon[1] < spratly[1]
    assert hanoi[0] < saigon[0] < spratly[0]


@given(st.lists(spots, max_size=12))
def test_no_name_stands_on_another(given_spots):
    boxes = []
    for m in marks(given_spots):
        if m.room == "wide":
            width = len(m.label) * 20 + 14
            boxes.append((m.x - width if m.left else m.x, m.y + m.lower - 20, m.x if m.left else m.x + width, m.y + m.lower + 20))
    for i, a in enumerate(boxes):
        assert not any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for b in boxes[:i])


def test_the_first_given_gets_its_name_first():
    far, near, last = Spot(20.0, 108.0, "Xa"), Spot(20.01, 108.0, "Gần"), Spot(20.02, 108.0, "Cuối")
    assert {m.label: m.lower for m in marks([far])} == {"Xa": 0}
    assert {m.label: (m.room, m.lower) for m in marks([far, near, last])} == {
        "Xa": ("wide", 0),
        "Gần": ("narrow", -36),
        "Cuối": ("narrow", 36),
    }
