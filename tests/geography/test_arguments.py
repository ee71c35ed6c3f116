"""uspak.geography.arguments: the days that are understood, and those that are not."""

import pandas as pd
import pytest

from uspak.drawing import maps


@pytest.mark.parametrize("bad", ["195", "1956-13", "1956-02-30", "1939", "1947-08-13", "May 1954", 3.5])
def test_a_bad_date_is_named(bad):
    with pytest.raises(ValueError, match=str(bad)):
        maps.outlines("world", bad)


def test_partial_dates_and_date_objects_are_understood():
    assert maps.outlines("world", pd.Timestamp("1956-12-31")).keys() == maps.outlines("world", "1956-12-31").keys()
    assert "PAK" in maps.outlines("world", "1947")
