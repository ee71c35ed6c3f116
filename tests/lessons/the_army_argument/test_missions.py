"""UN missions with Pakistanis: which a year holds, and the spans without a change."""

import pandas as pd
import pytest

import uspak
from uspak.lessons.the_army_argument import missions


@pytest.fixture(scope="module")
def table():
    return uspak.evidence("peacekeeping_missions").set_index("mission")


def test_every_year_has_one_step():
    years = [year for first, last in missions.spans() for year in range(first, last + 1)]
    assert years == list(range(1960, 2026))
    assert (1965, 1988) in missions.spans(), "a long gap is one step, not 24 empty ones"


@pytest.mark.parametrize(
    ("year", "some"), [(1961, {"ONUC"}), (1993, {"UNOSOM I and II", "UNTAC"}), (2008, {"MONUC", "UNMIL"})]
)
def test_missions_of_a_year(year, some, table):
    found = missions.active(year)
    assert some <= set(found["mission"])
    for row in found.itertuples():
        assert row.pakistan_first_year <= year
        assert pd.isna(row.pakistan_last_year) or year <= row.pakistan_last_year
    ended = table[table["pakistan_last_year"] < year].index
    assert not set(ended) & set(found["mission"])
