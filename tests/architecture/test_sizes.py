"""Files that fit a screen or two."""

from statistics import median, quantiles

from tests.architecture.source import modules


def sizes() -> list[int]:
    return [m.text.count("\n") for m in modules() if m.text.strip()]


def test_the_median_file_fits_a_screen():
    """The aim is 60; it stands at 63. Split files before this is moved up."""
    assert median(sizes()) < 65


def test_nine_in_ten_are_under_two_hundred_lines():
    assert quantiles(sizes(), n=10)[-1] < 200


def test_no_file_is_a_book():
    assert [m.path for m in modules() if m.text.count("\n") > 400] == []


def test_there_is_something_to_measure():
    assert len(sizes()) > 100
