"""What notebook 01, From article to data, says is what the tables give."""

import pandas as pd
import pytest

import uspak


@pytest.fixture(scope="module")
def events():
    table = uspak.events()
    return table[table["origin"] != "after"]


def test_the_gap_in_what_is_told(said, events):
    assert "Between 1955 and December 1979 the article names no event" in said["01"]
    told = events.loc[events["origin"] == "article", "date"]
    assert not told.between("1956", "1979-11-99").any()
    assert {"1955", "1979"} <= set(told.str[:4])


def test_where_and_who_in_words(said, events):
    located = events.merge(uspak.places()[["place_id", "country_iso3"]], on="place_id")
    per_country = pd.crosstab(located["country_iso3"], located["origin"])
    for code, name in {"BGD": "Bangladesh", "CHN": "China", "IND": "India"}.items():
        assert per_country.at[code, "article"] == 0, f"the article names an event in {name}"
    assert "Pakistan acts in nearly every row, the United States in more than four of five" in said["01"]
    actors = events["actors"].str.split(";")
    pakistan, america = (actors.map(lambda ids, code=code: code in ids).mean() for code in ("PAK", "USA"))
    assert pakistan > 0.95 and 0.8 < america < pakistan


def test_directions_of_the_cold_war_by_decade(said, events):
    words = "cooperation leads in the 1950s and in the 1980s, friction in the 1960s, and most of the 1970s is mixed"
    assert words in said["01"]
    old = events[events["start"] < "1990"]
    decade = pd.crosstab(old["start"].dt.year // 10 * 10, old["direction"])
    lead = decade.idxmax(axis="columns")
    assert lead.loc[[1950, 1960, 1970, 1980]].tolist() == ["cooperation", "friction", "mixed", "cooperation"]
    assert decade.at[1970, "mixed"] > decade.loc[1970].sum() / 2


def test_facts_and_where_they_stand(said):
    assert "P2 to P5 and P7 to P9 hold facts; P1, P6, P10 and P11 none" in said["01"]
    claims = uspak.claims()
    with_facts = set(claims.loc[claims["kind"] == "fact", "paragraph"])
    assert {name for name in with_facts if name.startswith("P")} == {"P2", "P3", "P4", "P5", "P7", "P8", "P9"}


def test_verdicts_of_the_claims_that_are_judged_here(said):
    assert "Of six claims, one is supported and two are qualified" in said["01"]
    claims = uspak.claims().set_index("claim_id")
    verdicts = claims.loc[claims["paragraph"].isin(["P1", "B"]), "verdict"]
    assert len(verdicts) == 6
    assert set(verdicts.index[verdicts == "supported"]) == {"B-02"}
    assert set(verdicts.index[verdicts == "qualified"]) == {"P1-01", "P1-02"}
    assert "P1-03 is contested, P1-04 cannot be tested, and B-01 is pending" in said["01"]
    assert verdicts[["P1-03", "P1-04", "B-01"]].tolist() == ["contested", "not testable", "pending"]


def test_most_dots_stand_in_two_rows(said, events):
    assert "Most of the dots stand in two rows, Pakistan and the United States" in said["01"]
    country = events.merge(uspak.places()[["place_id", "country_iso3"]], on="place_id")["country_iso3"]
    assert country.isin(["PAK", "USA"]).mean() > 0.7


def test_what_only_draws_is_folded_and_says_so(cells_of):
    cells = cells_of("01")
    drawing = [number for number, cell in enumerate(cells) if cell.source.startswith("# draws")]
    assert len(drawing) == 4
    for number in drawing:
        assert cells[number].metadata["jupyter"]["source_hidden"]
        assert "The next cell is folded: run it" in cells[number - 1].source
