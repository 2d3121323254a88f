"""The sample spreadsheet does what its page says, as .csv and as .xlsx."""

import pytest

from tests.architecture.source import ROOT

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["hop-to-dan-pho.csv", "hop-to-dan-pho.xlsx"])
def test_four_good_three_to_mend_one_again(hand_in, name):
    sheet = hand_in(raw=(ROOT / "samples/opinions" / name).read_bytes())
    states = list(sheet.rows.order_by("position").values_list("state", flat=True))
    assert states == ["ready", "ready", "ready", "wrong", "wrong", "wrong", "ready", "same"]
