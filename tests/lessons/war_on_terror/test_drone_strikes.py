"""The lists of drone strikes: what they refuse, and what the table behind the map says."""

import numpy as np
import pytest

from uspak.lessons.war_on_terror import drone_strikes


@pytest.mark.parametrize("wrong", [("Somebody", 2010), ("New America", 1999)])
def test_an_unknown_counter_or_year_is_named(wrong):
    with pytest.raises(ValueError, match="Possible"):
        drone_strikes.strikes(*wrong)


def test_the_table_behind_the_map_keeps_the_counters_apart():
    table = drone_strikes.by_year().set_index("Year")
    assert table.loc[2010, "Civilians, the Bureau"] == "89–197"
    assert table.loc[2010, "Civilians, New America"] == "15–18"
    assert np.array_equal(table.index, list(drone_strikes.YEARS))
