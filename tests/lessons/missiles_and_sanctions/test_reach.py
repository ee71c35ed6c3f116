"""Distances, rings and the reach map: true on the ground, whole at 180° and over a pole, and true to the tables."""

import itertools
import math
import re

import nbformat
import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from plotly.basedatatypes import Undefined

import uspak
from uspak.checking import notebooks
from uspak.drawing import figure, maps
from uspak.lessons.missiles_and_sanctions import reach, reach_map

CENTRES = ["Karachi", "Delhi", "Hagåtña", (70.0, 178.5), (-60.0, -179.0), (0.0, 0.0)]
FLATTENING = 0.006  # a ball and the ellipsoid differ by less than this, as a share of the distance


@pytest.fixture(scope="module")
def cities():
    return uspak.evidence("cities")


@pytest.fixture
def widget():
    return reach_map.ReachMap()


def on_a_ball(start, end):
    """Kilometres on a ball of the Earth's mean radius: the haversine formula, which the module does not use."""
    (lat1, lon1), (lat2, lon2) = np.radians(start), np.radians(end)
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(h))


# Distances


@pytest.mark.parametrize(
    ("start", "end"), list(itertools.combinations(["Karachi", "Delhi", "Moscow", "Fairbanks", "Hagåtña"], 2))
)
def test_distances_are_those_of_a_ball_but_for_its_flattening(start, end):
    ball = on_a_ball(reach.point(start), reach.point(end))
    assert reach.distance_km(start, end) == pytest.approx(ball, rel=FLATTENING)
    assert reach.distance_km(start, end) == pytest.approx(reach.distance_km(end, start))


def test_a_quarter_of_the_earth():
    """From equator to pole: 10,002 km on the ellipsoid WGS 84, as textbooks have it."""
    assert reach.distance_km((0, 0), (90, 0)) == pytest.approx(10_001.966, abs=0.01)
    assert reach.distance_km((10, 179.5), (10, -179.5)) == pytest.approx(109.6, abs=0.2), "the short way over 180°"


def test_distances_to_a_table_are_the_single_ones(cities):
    ways = reach.distances_km("Quetta", cities)
    assert ways.index.equals(cities.index) and ways.name == "km"
    for row in cities.sample(12, random_state=1).itertuples():
        assert ways[row.Index] == pytest.approx(reach.distance_km("Quetta", (row.lat, row.lon)))


def test_places_are_found_in_both_tables():
    assert reach.point("karachi") == pytest.approx(reach.point("Karachi"), abs=0.02)
    with pytest.raises(ValueError, match="There is no place"):
        reach.distance_km("Atlantis", "Delhi")
    with pytest.raises(ValueError, match="not on the globe"):
        reach.distance_km((24.9, 67.0), (124.9, 67.0))
    with pytest.raises(ValueError, match="no column lat"):
        reach.distances_km("Delhi", pd.DataFrame({"lon": [1.0]}))


# Rings


@pytest.mark.parametrize("centre", CENTRES, ids=str)
@pytest.mark.parametrize("km", [60, 2750, 8000])
def test_all_points_of_a_ring_are_equally_far(centre, km):
    lon, lat = reach.ring(centre, km, points=36)
    assert len(lon) == len(lat) == 37 and (lon[0], lat[0]) == pytest.approx((lon[-1], lat[-1]), abs=1e-3)
    assert (np.abs(lon) <= 180).all() and (np.abs(lat) <= 90).all()
    for point in zip(lat, lon, strict=True):
        assert reach.distance_km(centre, tuple(map(float, point))) == pytest.approx(km, abs=0.05)


def test_rings_run_clockwise():
    """plotly fills what lies to the right of the way; a ring the other way round would fill the rest of the Earth."""
    lon, lat = reach.ring("Delhi", 1000, points=4)
    assert lat[0] == lat.max() and lon[1] == lon.max() and lat[2] == lat.min() and lon[3] == lon.min()


def test_a_copy_of_a_ring_may_be_changed():
    lon, _ = reach.ring("Delhi", 500)
    lon[:] = 0
    assert reach.ring("Delhi", 500)[0].any()


@pytest.mark.parametrize("km", [0, -5, 20_001])
def test_a_ring_out_of_bounds_is_refused(km):
    for draw in (reach.ring, reach.flat_ring):
        with pytest.raises(ValueError, match="between 0 and 20,000"):
            draw("Delhi", km)


def test_the_flat_ring_loses_cities(cities):
    """The trap that the notebook shows: in the north a circle in degrees is too narrow."""
    true = reach.distances_km("Islamabad", cities) <= 2750
    drawn = reach.inside_flat_ring("Islamabad", 2750, cities)
    assert set(cities[true & ~drawn]["city"]) == {"Yerevan", "Tbilisi", "Baghdad", "Kuwait City", "Riyadh"}
    assert not (drawn & ~true).any()


def test_a_range_is_drawn_as_two_lines_and_a_tint():
    fig = maps.base_map("south-asia")
    before = len(fig.data)
    reach.add_ring(fig, "Karachi", 650, 800, "#00785A", "Shaheen-I", label="Shaheen-I")
    band, low, high, words = fig.data[before:]
    assert (band.meta, low.meta, high.meta) == ("band", "lowest figure", "highest figure")
    assert low.line.dash is None and high.line.dash and list(words.text) == ["Shaheen-I"]
    assert len(band.lon) == len(low.lon) + len(high.lon) + 1
    reach.add_ring(fig, "Karachi", 290)
    assert not len(fig.data[-1].lon) and not len(fig.data[-3].lon), "one figure: one line"
    with pytest.raises(ValueError, match="no map of ours"):
        reach.add_ring(go.Figure(), "Karachi", 290)


# A whole border


ISLANDS = ["Diglipur", "Port Blair", "Car Nicobar", "Campbell Bay"]
NAGARPARKAR, FORT_ABBAS, KASUR = (24.36, 70.75), (29.19, 72.86), (31.12, 74.45)  # towns near the border with India


@pytest.fixture(scope="module")
def scan():
    """Pakistan's border with the distances to the islands, as the notebook makes it."""
    border = reach.border()
    return border.assign(**{place: reach.distances_km(place, border) for place in ISLANDS})


def test_the_points_of_a_border_are_evenly_spaced_all_the_way_round(scan):
    points = list(zip(scan["lat"], scan["lon"], strict=True))
    steps = [reach.distance_km(*pair) for pair in itertools.pairwise([*points, points[0]])]
    assert max(steps) < 10.1, "a step is at most ten kilometres along the outline: there is no gap"
    assert 300 < len(points) < 1000 and np.median(steps) > 8.5
    lon, lat = maps.joined(maps.outlines("region"), ["PAK"])
    for corner in list(zip(lat, lon, strict=True))[::9]:
        assert reach.distances_km(tuple(map(float, corner)), scan).min() < 5.1, (
            "half a step from each corner of the outline"
        )


def test_each_point_says_what_lies_beyond(scan):
    assert set(scan["beyond"]) == {
        "Afghanistan", "China", "India", "Iran", "sea", "Line of Control", "Actual Ground Position Line",
    }  # fmt: skip
    stretches = scan["beyond"].ne(scan["beyond"].shift()).sum()
    assert stretches == scan["beyond"].nunique(), "each neighbour is one stretch"
    where = {"sea": "Karachi", "India": "Lahore", "Afghanistan": "Peshawar", "Iran": "Zahedan", "China": "Kashgar"}
    for beyond, town in where.items():
        near = scan.loc[reach.distances_km(town, scan).idxmin(), "beyond"]
        assert near == beyond, town


def test_a_border_is_as_long_from_the_other_side(scan):
    """Two states share their border: each counts as many points of it, but for what falls at its ends."""
    lines = ["Line of Control", "Actual Ground Position Line"]
    for state, name in (("IND", "India"), ("AFG", "Afghanistan"), ("IRN", "Iran"), ("CHN", "China")):
        other = reach.border(state)["beyond"]
        shared = ["Pakistan", *lines] if state == "IND" else ["Pakistan"]
        mine = [name, *lines] if state == "IND" else [name]
        assert other.isin(shared).sum() == pytest.approx(scan["beyond"].isin(mine).sum(), abs=3), state


def test_the_shortest_ring_is_that_of_known_towns_and_of_a_ball(scan):
    """Towns inside cannot be nearer than the border; towns at the border are hardly farther."""
    places = [NAGARPARKAR, FORT_ABBAS, KASUR, *(reach.point(town) for town in reach_map.TOWNS["PAK"])]
    for island in ISLANDS:
        km = scan[island].min()
        assert all(reach.distance_km(town, island) > km - 10 for town in places)
        assert reach.distance_km(NAGARPARKAR, island) < km + 40
        ball = min(on_a_ball(point, reach.point(island)) for point in zip(scan["lat"], scan["lon"], strict=True))
        assert km == pytest.approx(ball, rel=FLATTENING)
    for town, km in ((NAGARPARKAR, 2640), (FORT_ABBAS, 2727), (KASUR, 2742)):  # measured elsewhere, on WGS 84
        assert reach.distance_km(town, "Diglipur") == pytest.approx(km, abs=2)
        assert reach.distances_km(town, scan[scan["Diglipur"] <= 2750]).min() < 30, "its stretch of the border is found"


def test_the_scan_does_not_depend_on_order_or_step(scan):
    mixed = scan.sample(frac=1, random_state=1)[["lat", "lon"]]
    for island in ISLANDS:
        assert reach.distances_km(island, mixed).min() == scan[island].min()
        assert reach.distances_km(island, mixed).idxmin() == scan[island].idxmin()
        for step in (5, 20):
            assert reach.distances_km(island, reach.border(step_km=step)).min() == pytest.approx(
                scan[island].min(), abs=10
            )


def test_a_copy_of_a_border_may_be_changed():
    border = reach.border()
    border.loc[:, "lat"] = 0
    assert reach.border()["lat"].min() > 20


def test_a_border_that_cannot_be_is_refused():
    for step in (0, -10, 501, math.nan):
        with pytest.raises(ValueError, match="between 1 and 500"):
            reach.border(step_km=step)
    with pytest.raises(ValueError, match="PAX"):
        reach.border("PAX")


def test_a_border_is_drawn_by_what_lies_near(scan):
    fig = maps.base_map("south-asia")
    before = len(fig.data)
    reach.add_border(fig, scan, ISLANDS, 2750)
    points = [trace for trace in fig.data[before:] if trace.mode == "markers"]
    assert [len(trace.lon) for trace in points] == [len(scan) - (scan["Diglipur"] <= 2750).sum(), 73, 18]
    assert [trace.name for trace in points] == [
        "within 2,750 km of none of them", "within 2,750 km of Diglipur", "within 2,750 km of Diglipur and Port Blair",
    ]  # fmt: skip
    sizes = [trace.marker.size for trace in points]
    assert sizes == sorted(set(sizes)), "the stroke tells, too, not colour alone"
    words = [text for trace in fig.data[before:] if trace.mode == "text" for text in trace.text]
    assert [f"{place}: {scan[place].min():,.0f} km" for place in ISLANDS] == [text.strip("\u2002") for text in words]
    with pytest.raises(ValueError, match="no distances to Port Blair"):
        reach.add_border(maps.base_map("south-asia"), reach.border(), ["Port Blair"], 2750)
    with pytest.raises(ValueError, match="no map of ours"):
        reach.add_border(go.Figure(), scan, ISLANDS, 2750)


# What is counted


def test_both_tables_of_missiles_are_in_one():
    table = reach.missiles()
    assert set(table["country_iso3"]) == {"PAK", "IND"} and table["name"].is_unique
    assert table["type"].str.contains("ballistic").all()
    assert len(table[table["country_iso3"] == "IND"]) == len(uspak.evidence("missiles_india"))
    assert table.set_index("name").at["Shaheen-III", "range_km_max"] == uspak.evidence("missiles")["range_km_max"].max()
    assert not table["name"].str.contains("(", regex=False).any()


def test_south_asia_has_two_meanings(cities):
    only = set(cities[reach.beyond_south_asia(cities) & ~reach.beyond_south_asia(cities, "un")]["country_iso3"])
    assert only == {"IRN"}
    with pytest.raises(ValueError, match="Possible: saarc, un"):
        reach.beyond_south_asia(cities, "mine")


def test_cities_in_reach_are_those_that_a_ball_gives(cities):
    """Counted once more with the haversine formula; only cities at the very edge may differ."""
    for row in reach.missiles().itertuples():
        for town in reach_map.TOWNS[row.country_iso3]:
            found = set(reach_map.within(town, row.range_km_max, "saarc", cities)["city"])
            origin = reach.point(town)
            abroad = cities[cities["saarc"] == "no"]
            ways = {c.city: on_a_ball(origin, (c.lat, c.lon)) / row.range_km_max for c in abroad.itertuples()}
            assert {city for city, share in ways.items() if share < 1 - FLATTENING} <= found
            assert found <= {city for city, share in ways.items() if share < 1 + FLATTENING}


def test_home_is_not_counted(cities):
    for state, towns in reach_map.TOWNS.items():
        found = reach_map.within(towns[0], 19_000, "people", cities)
        assert len(found) == (cities["country_iso3"] != state).sum()
    with pytest.raises(ValueError, match="Possible"):
        reach_map.within("Karachi", 500, "enemies")


# What notebook 09 says


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
    assert {"Riyadh", "Tehran", "Ürümqi"} <= set(reach_map.within("Quetta", 2750, "people")["city"])
    assert len(reach_map.within("Delhi", 5000, "USA")) == 0 < len(reach_map.within("Delhi", 8000, "USA"))


def test_no_american_place_is_near(cities, scan):
    american = cities[cities["country_iso3"].isin(reach.US_CODES)]
    nearest = min(reach.distances_km(place, scan).min() for place in american["city"])
    assert nearest < min(reach.distances_km(town, american).min() for town in reach_map.TOWNS["PAK"])
    assert 2.5 * 2750 < nearest < 3 * 2750


def test_rounds_are_counted_and_not_written(prose):
    """A new row must not leave 'ninth' behind."""
    told = re.compile(
        r"\b(?:eight|nine|ten|ninth|tenth|9|10)\b(?: such)? (?:rounds?|bars)|\bthe ninth\b", re.IGNORECASE
    )
    assert not [(cell, told.findall(text)) for cell, text in prose.items() if told.search(text)]
    assert "{how_many} rounds" in prose["code-10"] and "{len(bars)} rounds" in prose["code-39"]


def test_the_figure_from_abroad_is_marked_as_one(prose):
    """Pakistan's longest range has one figure, its own; of the two for India's one is a Chinese researcher's."""
    table = reach.missiles().set_index("name")
    assert table.at["Shaheen-III", "range_km_min"] == table.at["Shaheen-III", "range_km_max"]
    abroad = table[table["note"].str.contains("Chinese") & ~table["note"].isna()]
    assert list(abroad.index) == ["Agni-V"] and 'abroad = ["Agni-V"]' in prose["code-26"]
    assert "Chinese researcher" in prose["code-26"] and "hollow: a figure from abroad" in prose["code-26"]


def test_what_the_notebook_links_to_is_among_the_sources(prose):
    links = {link for text in prose.values() for link in re.findall(r"\]\((https?://[^)]+)\)", text)}
    assert len(links) > 8 and links <= set(uspak.sources()["url"])


def test_the_shaheens_differ_by_town_and_figure():
    assert reach_map.towns_that_reach("Shaheen-I") == (2, 4)
    for name in ("Shaheen-II", "Shaheen-III"):
        assert reach_map.towns_that_reach(name) == (len(reach_map.TOWNS["PAK"]),) * 2


# The choices


#: All counts for the missiles that most is said of, one each for the others.
COUNTED = dict(zip(reach.missiles()["name"], itertools.cycle([key] for key in reach_map.COUNTS)))
COUNTED |= {"Shaheen-II": list(reach_map.COUNTS), "Agni-V": list(reach_map.COUNTS)}


def choices():
    for missile in reach.missiles().itertuples():
        for town in reach_map.TOWNS[missile.country_iso3]:
            yield missile.name, town


def test_every_choice_has_its_picture_and_a_headline_that_fits(widget):
    said = set()
    for missile, town in choices():
        widget.missile.value, widget.town.value = missile, town
        low, high = widget.figures()
        assert bool(len(widget.trace("highest figure").lon)) == (high > low)
        for counted in COUNTED[missile]:
            widget.counted.value = counted
            headline = widget.headline()
            said.add(headline)
            assert 20 < len(headline) <= figure.TITLE_WIDTH, headline
            assert widget.figure.layout.title.text == f"<b>{headline}</b>"
            assert "nan" not in headline + widget.words.html
            shown = [len(widget.trace(key).lon) for key in ("low", "high")]
            if counted != "people":
                least, most = widget.count()
                assert shown == [least, most - least]
    assert len(said) > 100, "the take-away has to change with what is chosen"


def test_the_towns_follow_the_missile(widget):
    assert [name for name, _ in widget.town.options] == list(reach_map.TOWNS["PAK"])
    widget.missile.value = "Agni-V"
    assert [name for name, _ in widget.town.options] == list(reach_map.TOWNS["IND"])
    assert widget.headline().startswith(f"Agni-V from {reach_map.TOWNS['IND'][0]}")
    assert widget.trace("low").marker.color == reach_map.COLOURS["IND"]
    widget.missile.value, widget.town.value = "Agni-II", "Chennai"
    widget.missile.value = "Agni-I"
    assert widget.town.value == "Chennai", "the town stays while the state does"


def test_the_globe_turns_and_the_flat_map_does_not(widget):
    geo = widget.figure.layout.geo
    assert geo.projection.type == "orthographic" and len(widget.trace("sea").lon)
    assert (geo.projection.rotation.lat, geo.projection.rotation.lon) == reach.point("Quetta")
    widget.view.value = "flat"
    assert geo.projection.type == "natural earth" and not len(widget.trace("sea").lon)
    assert (geo.projection.rotation.lat, geo.projection.rotation.lon) == (0, 0)
    assert not any(geo[layer] for layer in ("showland", "showocean", "showcoastlines", "showcountries", "visible"))


def test_a_change_takes_nothing_from_a_trace(widget, monkeypatch):
    """plotly drops from a trace a property that others of its batch are told and it is not: a ring was lost that way."""
    told = []

    def listen(name):
        send = getattr(go.FigureWidget, name)

        def sent(self, *args, **kwargs):
            told.append(kwargs.get("restyle_data") or args[0])
            return send(self, *args, **kwargs)

        monkeypatch.setattr(go.FigureWidget, name, sent)

    listen("_send_restyle_msg")
    listen("_send_update_msg")
    for control, value in (
        ("missile", "Agni-II"), ("missile", "Agni-P"), ("view", "flat"), ("counted", "CHN"), ("missile", "Shaheen-I"), ("town", "Lahore"),
    ):  # fmt: skip
        getattr(widget, control).value = value
    values = [value for data in told for column in data.values() if isinstance(column, list) for value in column]
    assert len(told) > 8 and not any(value is Undefined for value in values)


@pytest.mark.parametrize("number", range(len(reach_map.OPTIONS)))
def test_every_decision_gets_the_facts(widget, number):
    widget.decision.decided = number
    assert "Shaheen-I from 2 of 5 towns by the lowest figure and 4 by the highest" in widget.verdict.html
    said = "what these tables show" if number == len(reach_map.OPTIONS) - 1 else "You said: "
    assert said in widget.verdict.html


def test_kept_counts_are_compared(widget):
    assert "Nothing kept" in widget.words.html
    widget.keep.click()
    widget.keep.click()
    assert len(widget.kept) == 1 and "second one" in widget.words.html
    widget.town.value = "Lahore"
    widget.keep.click()
    assert len(widget.kept) == 2 and "which choice made the difference" in widget.words.html
    (quetta, lahore) = widget.kept.values()
    assert quetta == (21, 21) and lahore == (19, 19)


def test_the_text_version_has_a_row_for_each_choice():
    assert len(reach_map.ReachMap().table) == len(list(choices()))
