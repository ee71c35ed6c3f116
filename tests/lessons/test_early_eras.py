"""What the prose of notebooks 00, 02, 03 and 04 says about its tables, counted once more: 'most', 'the four largest', 'never'."""

import re
from pathlib import Path

import nbformat
import pytest

import uspak

NOTEBOOKS = Path(uspak.__file__).parents[1]
SANCTIONS_END = "2001-09-11"


def prose(number):
    """All sources of a notebook as one text."""
    (path,) = NOTEBOOKS.glob(f"{number}_*.ipynb")
    return "\n".join(cell.source for cell in nbformat.read(path, as_version=4).cells)


@pytest.fixture(scope="module")
def events():
    return uspak.events()


@pytest.fixture(scope="module")
def aid():
    table = uspak.evidence("aid_by_year")
    table = table[table["fiscal_year"].str.fullmatch(r"\d{4}")]
    return table.set_index(table["fiscal_year"].astype(int))


def directions(events, first, last):
    return (
        events[events["start"].between(first, last)]["direction"]
        .value_counts()
        .reindex(["cooperation", "friction", "mixed"], fill_value=0)
    )


def test_00_every_era_points_both_ways(events):
    signs = events.groupby("era_id")["weight"].agg(["min", "max"])
    assert (signs["min"] < 0).all() and (signs["max"] > 0).all()


def test_00_the_text_of_the_timeline_counts_right(events):
    early, middle, late = (
        directions(events, *span) for span in (("1947", "1961-12-31"), ("1962", "1979-12-23"), ("2011", "2024-12-31"))
    )
    assert early["cooperation"] > early.sum() / 2 and early["friction"] == 0
    assert middle["friction"] > middle["cooperation"]
    assert late["friction"] > late.sum() / 2


def test_02_five_of_the_eight_longest_stems_point_down(events):
    era = events[events["era_id"] == "cold-war-allies"]
    longest = era[(era["start"] >= "1962") & (era["weight"].abs() >= 5)]
    assert (len(longest), (longest["weight"] < 0).sum()) == (8, 5)


def test_02_the_mean_of_the_1960s_does_not_hang_on_one_event(events):
    sixties = events[events["start"].between("1960", "1969-12-31")]["weight"]
    assert all(sixties.drop(row).mean() < 0 for row in sixties.index)


def test_02_the_four_largest_years_of_economic_aid(aid):
    column = aid["economic_usd_millions_constant_2020"]
    assert sorted(column.nlargest(4).index) == [1962, 1963, 1964, 1965]
    military = aid["military_usd_millions_constant_2020"].loc[:1979]
    assert military.idxmax() == 1956 and military.loc[1963:1966].is_monotonic_decreasing
    assert (military.loc[1969:] < 2).all()


def test_02_the_first_arms_from_china_came_before_the_embargo():
    arms = uspak.evidence("arms_imports")
    china = arms[(arms["supplier"] == "China") & (arms["tiv_millions"] > 0)].set_index("year")["tiv_millions"]
    assert china.index.min() == 1964 and china[1965] > 50 * china[1964]


def test_02_above_the_median_state_in_1954_to_1958_and_below_it_in_most_later_years():
    gap = uspak.evidence("un_agreement_world").set_index("year")["pakistan_minus_median"].loc[:1979]
    assert (gap.loc[1954:1958] > 0).all() and (gap.loc[:1953] < 0).all()
    assert (gap.loc[1959:] < 0).mean() > 0.8


def test_03_the_stems_that_the_text_names_are_all_that_point_down(events):
    era = events[events["era_id"] == "frontline-state"].set_index("event_id")["weight"]
    down = {
        "1980-peanuts",
        "1983-china-and-the-bomb",
        "1985-pressler-amendment",
        "1988-ojhri-blast",
        "1988-zia-air-crash",
    }
    assert set(era.index[era < 0]) == down
    assert set(era.nlargest(3).index) == {"1981-reagan-package", "1984-covert-aid-grows", "1986-stinger"}


def test_03_below_400_million_to_1982_and_above_the_promise_by_1987(aid):
    running = aid["total_usd_millions_current"].loc[1980:1990].cumsum()
    assert running[1982] < 400 and running[1987] > 3200


def test_04_how_many_came_first_hangs_on_the_line(events):
    friction = events[(events["direction"] == "friction") & (events["start"] < SANCTIONS_END)]
    early = friction[friction["start"] < "1990"]["weight"]
    assert (early == -5).sum() == 2, "two stand exactly at the line"
    assert [(early <= line).sum() for line in (-4, -5, -6)] == [11, 5, 3]


def test_04_from_the_tests_to_the_coup_most_stems_point_down(events):
    part = events[events["start"].between("1998-05-01", "1999-10-31")]
    assert (part["weight"] < 0).mean() > 0.8
    assert (events[events["start"].between("1995", "1995-12-31")]["weight"] > 0).sum() == 2


@pytest.mark.parametrize("number", ["00", "02", "03", "04"])
def test_no_title_of_a_figure_judges(number):
    """Words of a verdict that stood in titles once; a title says what the data show."""
    titles = re.findall(
        r"(?:show\(\s*fig,|show\(\s*timeline\(.*?\),|title=)\s*f?\"([^\"]+)\"", prose(number), re.DOTALL
    )
    assert titles
    judged = re.compile(
        r"break after break|took America's|estranged|lasted|not yet a cause|heavy break|Bound by|for Washington's aim",
        re.I,
    )
    assert not [title for title in titles if judged.search(title)]


def test_04_a_fall_stands_in_the_title_as_computed(aid):
    total = aid["total_usd_millions_constant_2020"]
    fall = 1 - total.loc[1991:2000].mean() / total.loc[1982:1990].mean()
    assert f"on average {100 * fall:.0f} percent lower" in prose("04")
