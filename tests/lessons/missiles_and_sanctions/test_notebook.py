"""What notebook 09 says is what the tables and the scan of the border give."""

import re

import nbformat
import pytest
from known_distances import FORT_ABBAS, ISLANDS, KASUR

import uspak
from uspak.checking import notebooks
from uspak.lessons.missiles_and_sanctions import figures, in_reach, missiles, reach


@pytest.fixture(scope="module")
def cities():
    return uspak.evidence("cities")


@pytest.fixture(scope="module")
def prose():
    """The cells of notebook 09: a dict, id → source."""
    path = next(path for path in notebooks.paths() if path.stem.startswith("09"))
    return {cell["id"]: cell["source"] for cell in nbformat.read(path, 4).cells}


def test_the_sentences_about_the_islands_are_what_the_scan_gives(scan, prose):
    """Section 2: each number of the sentence is the computed one, in the order in which it stands there."""
    near = scan[scan["Diglipur"] <= 2750]
    stretch = (near.index.to_series().diff() > 1).cumsum()
    north, south = (part for _, part in near.groupby(stretch))
    told = [2750]
    for part in (north, south):
        told += [len(part), *(round(part["lat"].agg(end), 1) for end in ("min", "max"))]
    told += [(scan["Port Blair"] <= 2750).sum(), round(scan["Car Nicobar"].min()), round(scan["Campbell Bay"].min())]
    sentence = prose["text-23"].split("So the army's figure")[0]
    assert [float(number.replace(",", "")) for number in re.findall(r"[\d.,]*\d", sentence)] == told
    assert set(near["beyond"]) == {"India"} and "both on the border with India" in sentence
    assert north["lat"].max() < reach.point("Lahore")[0] < north["lat"].max() + 0.5
    sindh = scan[scan["Port Blair"] <= 2750]
    assert set(sindh.index) <= set(south.index) and "all in the far south-east of Sindh" in sentence
    assert min(scan["Car Nicobar"].min(), scan["Campbell Bay"].min()) > 2750 and "from nowhere" in sentence
    assert len(scan.loc[scan[ISLANDS].idxmin()].drop_duplicates()) == 1, "the four shortest ways begin at one corner"
    assert (scan[ISLANDS].min() - 2750).abs().min() > 10, "a margin larger than the scan's error"


def test_one_part_of_sindh_is_not_all_that_is_near(prose):
    """Fort Abbas and Kasur in Punjab are near enough to Diglipur, too: no sentence may leave that out."""
    for town in (FORT_ABBAS, KASUR):
        assert reach.distance_km(town, "Diglipur") < 2750
    assert not [text for text in prose.values() if "only from the far south-east" in text or "five towns" in text]


def test_the_text_of_the_rings_is_true(cities):
    """The first map: what lies within which ring around Islamabad."""
    km = reach.distances_km("Islamabad", cities).groupby(cities["city"]).first()
    assert (
        km["Kabul"] < 650 < km[["Delhi", "Jaipur", "Dushanbe"]].min()
        and km[["Delhi", "Jaipur", "Dushanbe"]].max() < 800
    )
    islands = cities["city"].isin(ISLANDS)
    codes = ["IND", "IRN", "KWT", "BHR", "QAT", "ARE", "OMN", "KAZ", "KGZ", "TJK", "TKM", "UZB"]
    assert km[cities[cities["country_iso3"].isin(codes) & ~islands]["city"]].max() < 2750 < km[ISLANDS].min()
    assert reach.distance_km("Islamabad", (8.08, 77.54)) > 2750, "Kanyakumari: so not 'all of mainland India'"
    assert {"Riyadh", "Tehran", "Ürümqi"} <= set(in_reach.within("Quetta", 2750, "people")["city"])
    assert len(in_reach.within("Delhi", 5000, "USA")) == 0 < len(in_reach.within("Delhi", 8000, "USA"))


def test_no_american_place_is_near(cities, scan):
    american = cities[cities["country_iso3"].isin(missiles.US_CODES)]
    nearest = min(reach.distances_km(place, scan).min() for place in american["city"])
    assert nearest < min(reach.distances_km(town, american).min() for town in in_reach.TOWNS["PAK"])
    assert 2.5 * 2750 < nearest < 3 * 2750


def test_rounds_are_counted_and_not_written(prose):
    """A new row must not leave 'ninth' behind."""
    told = re.compile(
        r"\b(?:eight|nine|ten|ninth|tenth|9|10)\b(?: such)? (?:rounds?|bars)|\bthe ninth\b", re.IGNORECASE
    )
    assert not [(cell, told.findall(text)) for cell, text in prose.items() if told.search(text)]
    assert "{how_many} rounds" in prose["code-10b"] and "{len(bars)} rounds" in prose["code-39"]


def test_the_figure_from_abroad_is_marked_as_one(prose):
    """Pakistan's longest range has one figure, its own; of the two for India's one is a Chinese researcher's."""
    table = missiles.missiles().set_index("name")
    assert table.at["Shaheen-III", "range_km_min"] == table.at["Shaheen-III", "range_km_max"]
    abroad = table[table["note"].str.contains("Chinese") & ~table["note"].isna()]
    assert list(abroad.index) == ["Agni-V"] and 'abroad = ["Agni-V"]' in prose["code-26"]
    assert "Chinese researcher" in prose["code-26b"] and "hollow: a figure from abroad" in prose["code-26b"]
    drawn = {trace.name: trace.marker.symbol for trace in figures.ranges(table.reset_index(), ["Agni-V"]).data}
    hollow = [name for name, symbols in drawn.items() if any("open" in symbol for symbol in symbols)]
    assert hollow == ["Agni-V (India)"] and drawn["Agni-V (India)"] == ("square", "square-open")


def test_what_the_notebook_links_to_is_among_the_sources(prose):
    links = {link for text in prose.values() for link in re.findall(r"\]\((https?://[^)]+)\)", text)}
    assert len(links) > 8 and links <= set(uspak.sources()["url"])
