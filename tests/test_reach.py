"""Distances, rings and the reach map: true on the ground, whole at 180° and over a pole, and true to the tables."""

import itertools
import math

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
import uspak
from plotly.basedatatypes import Undefined
from uspak import figure, maps, reach, reach_map

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


def test_what_the_notebook_says_about_the_islands_and_the_states(cities):
    """Sections 2 and 3: no listed town reaches the islands with 2,750 km, and no American place is near."""
    islands = cities[cities["city"].isin(["Diglipur", "Port Blair", "Campbell Bay"])]
    assert len(islands) == 3
    south_east = (24.36, 70.75)  # the corner of Sindh, by the border with India
    assert reach.distances_km(south_east, islands).min() < 2750 < reach.distances_km(south_east, islands).max()
    assert {"Riyadh", "Tehran", "Ürümqi"} <= set(reach_map.within("Quetta", 2750, "people")["city"])
    american = cities[cities["country_iso3"].isin(reach.US_CODES)]
    for town in reach_map.TOWNS["PAK"]:
        assert reach.distances_km(town, islands).min() > 2750
        assert reach.distances_km(town, american).min() > 2.5 * 2750
    assert len(reach_map.within("Delhi", 5000, "USA")) == 0 < len(reach_map.within("Delhi", 8000, "USA"))


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
