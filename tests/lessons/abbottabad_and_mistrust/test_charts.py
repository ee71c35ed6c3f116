"""The charts of notebook 06 and its map of 2011: what the title speaks of stands out, and what is written is in the table."""

import pandas as pd
import pytest

import uspak
from uspak.drawing import theme
from uspak.lessons.abbottabad_and_mistrust import aid_charts, places_of_2011, poll_slopes
from uspak.lessons.abbottabad_and_mistrust.exercises import notebook_state as abbottabad


@pytest.fixture(scope="module")
def study():
    names = ["Embargo, 1965", "Pressler, 1990", "Abbottabad, 2011", "Suspension, 2018"]
    return pd.DataFrame({name: [100.0 + number] * 10 for number, name in enumerate(names)}, index=range(-4, 6))


@pytest.fixture(scope="module")
def polls():
    return uspak.evidence("raid_polls")


def words(fig):
    return [note.text for note in fig.layout.annotations]


def test_the_quarrels_are_named_level_above_the_plot():
    crs = uspak.evidence("aid_appropriations").query("kind == 'year'")
    crs = crs.set_index(crs["period"].astype(int))["grand_total_usd_millions_current"]
    fig = aid_charts.two_totals(abbottabad.total(), crs)
    named = [note for note in fig.layout.annotations if note.yref == "paper"]
    assert {note.text for note in named} == {"Davis, raid", "Salala", "Suspension"}
    assert all(note.y == 1 and not note.textangle for note in named)
    assert {"4,504", "2,681"} <= set(words(fig))


def test_each_rolling_mean_is_named_at_its_peak():
    total = abbottabad.total()
    means = {"trailing": total.rolling(3).mean(), "centred": total.rolling(3, center=True).mean()}
    said = words(aid_charts.moving_peaks(pd.DataFrame({"raw": total, **means})))
    assert {f"{name}: {values.idxmax()}" for name, values in means.items()} | {f"raw: {total.idxmax()}"} <= set(said)


def test_each_cut_has_a_panel_with_the_others_in_grey(study):
    fig = aid_charts.four_cuts(study)
    panels = {}
    for trace in fig.data:
        panels.setdefault(trace.xaxis, []).append(trace)
    assert len(panels) == 4
    for traces, name in zip(panels.values(), study.columns, strict=True):
        assert sorted(trace.name for trace in traces) == sorted(study.columns)
        assert traces[-1].name == name and traces[-1].line.color == theme.INK, "what the panel is about lies on top"
        assert {trace.line.color for trace in traces[:-1]} == {theme.QUIET}
    assert len({fig.layout[axis].range for axis in ("yaxis", "yaxis2", "yaxis3", "yaxis4")}) == 1
    assert {f"<b>{name}</b>" for name in study} | {"100", "101", "102", "103"} <= set(words(fig))


def test_the_raid_and_the_largest_fall_stand_out():
    total = abbottabad.total()
    every = pd.Series({year: abbottabad.change(total, year, 3, 3) for year in range(2004, 2021)})
    fig = aid_charts.largest_fall(every)
    lit = [year for year, colour in zip(every.index, fig.data[0].marker.color, strict=True) if colour != theme.QUIET]
    assert lit == [2011, int(every.idxmin())]
    assert any(text.startswith(f"2013: −{-every[2013]:,.0f}") for text in words(fig))


def test_every_poll_is_a_point_with_its_per_cent(polls):
    fig = poll_slopes.poll_slopes(polls)
    points = [trace for trace in fig.data if trace.mode == "markers+text"]
    assert set(poll_slopes.STEPS) == set(polls["poll_id"])
    for trace, pollster in zip(points, ("Pew", "Gallup"), strict=True):
        ours = polls[polls["pollster"].str.startswith(pollster)]
        assert sorted(trace.y) == sorted(ours["percent"])
        assert list(trace.text) == [f"{value:.0f} %" for value in trace.y]
        hollow = [colour == theme.PAPER for colour in trace.marker.color]
        assert hollow == [at < poll_slopes._RAID for at in trace.x], "before the raid is hollow and left of it"
    steps = polls.set_index("poll_id")["before_raid"].map({"yes": True, "no": False})
    assert all((poll_slopes.STEPS[poll][0] < poll_slopes._RAID) == before for poll, before in steps.items())


def test_the_places_of_2011_are_numbered_and_inside_the_map():
    events = uspak.events()
    spots = events[events["event_id"].isin(places_of_2011.SIDES)].merge(uspak.places(), on="place_id")
    names = [f"{number} {event}, May: what" for number, event in enumerate(spots["event_id"], start=1)]
    fig = places_of_2011.places_of_2011(spots.assign(name=names))
    drawn = next(trace for trace in fig.data if trace.name == "friction")
    one_line = [text.replace("<br>", " ").replace("\u2003", "") for text in drawn.text]
    assert one_line == names, "no name is left out"
    west, south, east, north = places_of_2011.WINDOW
    assert spots["lon"].between(west, east).all() and spots["lat"].between(south, north).all()
    assert spots["date"].is_monotonic_increasing


def test_the_sign_of_salala_stands_clear_of_the_line_of_the_raid():
    spots = uspak.events().merge(uspak.places(), on="place_id")
    spots = spots[spots["event_id"].isin(places_of_2011.SIDES)].assign(name="1 here: this")
    fig = places_of_2011.places_of_2011(spots)
    start, end, town = (
        uspak.places().set_index("place_id").loc[name] for name in ("jalalabad", "abbottabad", "mohmand")
    )
    at = list(spots["event_id"]).index("2011-salala")
    drawn = next(trace for trace in fig.data if trace.name == "friction")
    lon, lat = drawn.lon[at], drawn.lat[at]
    line = start["lat"] + (end["lat"] - start["lat"]) * (lon - start["lon"]) / (end["lon"] - start["lon"])
    pixel = (places_of_2011.WINDOW[2] - places_of_2011.WINDOW[0]) / 583
    assert (lat - line) / pixel > 7, "half a sign and half the line on a narrow page"
    assert max(abs(lat - town["lat"]), abs(lon - town["lon"])) < 0.25, "the table gives the point to half a degree"
    dot = next(trace for trace in fig.data if trace.name == "towns")
    assert list(dot.text) == ["Jalalabad"] and dot.mode == "markers+text"
