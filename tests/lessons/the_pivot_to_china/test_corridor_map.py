"""The corridor map: what the two lists let through, how it is drawn, and what is said of it."""

import html
from itertools import combinations
from math import dist

import pytest

from uspak import dates
from uspak.drawing import figure, theme
from uspak.geography.borders import outlines
from uspak.lessons.the_pivot_to_china import corridor, corridor_map
from uspak.lessons.the_pivot_to_china.clear_places import inside


@pytest.fixture
def cpec():
    return corridor_map.CorridorMap()


def test_every_outcome_has_its_look():
    assert set(corridor_map.LOOKS) == set(corridor.OUTCOMES.values())


def test_every_project_has_a_shape_and_a_fill():
    table = corridor.projects()
    assert table["outcome"].isin(corridor_map.LOOKS).all() and table["category"].isin(corridor_map.KINDS).all()


def test_the_lists_choose_and_the_headline_counts(cpec, rows, drawn):
    everything = rows("cpec_projects")
    done = sum(row["state"] == "completed" for row in everything)
    assert cpec.headline() == f"Completed: {done} of {len(everything)} listed projects"
    cpec.kind.value = "energy"
    energy = [row for row in everything if row["category"] == "energy"]
    assert (
        cpec.headline()
        == f"Completed: {sum(r['state'] == 'completed' for r in energy)} of {len(energy)} energy projects"
    )
    cpec.outcome.value = "not begun"
    idle = [row["project"] for row in energy if row["state"] in ("pipeline", "not started")]
    assert cpec.headline() == f"Not begun: {len(idle)} of {len(energy)} energy projects"
    assert all(name in cpec.description.html for name in idle)
    assert len(drawn(cpec.trace("projects").lon)) == len(idle)
    assert len(drawn(cpec.trace("aside").lon)) == len(everything) - len(idle)


def test_every_choice_has_a_headline_that_fits_and_words(cpec, drawn):
    for kind in ("all", *corridor_map.KINDS):
        for outcome in ("all", *corridor_map.LOOKS):
            cpec.kind.value, cpec.outcome.value = kind, outcome
            assert len(cpec.headline()) <= figure.TITLE_WIDTH
            assert cpec.figure.layout.title.text == f"<b>{cpec.headline()}</b>"
            assert "nan" not in cpec.description.html
            if cpec.in_view().empty:
                assert "No project" in cpec.description.html and not drawn(cpec.trace("projects").lon)


def test_every_state_is_shown_with_its_day(cpec, rows):
    days = {row["project"]: dates.written_date(row["state_as_of"]) for row in rows("cpec_projects")}
    told = {text.split("</b>")[0].removeprefix("<b>"): text for text in cpec.trace("projects").customdata}
    assert {
        name: f"(as of {day})" in html.unescape(told[html.escape(name)]) for name, day in days.items()
    } == dict.fromkeys(days, True)
    assert dict(zip(cpec.table["Project"], cpec.table["As of"], strict=True)) == days
    whole = corridor.as_of(corridor.projects())
    earliest, latest = (
        dates.written_date(end(row["state_as_of"][:7] for row in rows("cpec_projects"))) for end in (min, max)
    )
    assert whole == f"as of {earliest} to {latest}"
    assert whole in cpec.figure.layout.title.subtitle.text and whole in cpec.description.html


def test_shape_tells_the_kind_and_fill_the_outcome(cpec):
    table, marker = cpec.in_view(), cpec.trace("projects").marker
    assert list(marker.symbol) == [corridor_map.KINDS[kind][2] for kind in table["category"]]
    assert list(marker.color) == [corridor_map.LOOKS[outcome][1] for outcome in table["outcome"]]
    assert len({look[2] for look in corridor_map.KINDS.values()}) == len(corridor_map.KINDS)


def test_states_of_projects_have_no_hue():
    assert {fill for _, fill, _ in corridor_map.LOOKS.values()} == {theme.INK, theme.QUIET, theme.PAPER}


def test_no_sign_covers_another_on_a_narrow_page(cpec):
    west, _, east, _ = cpec.figure.layout.meta["map"]["window"]
    pixels = 570 / (east - west)
    signs = cpec.trace("projects")
    places = [(lon * pixels, lat * pixels) for lon, lat in zip(signs.lon, signs.lat, strict=True)]
    assert min(dist(a, b) for a, b in combinations(places, 2)) > signs.marker.size + 2


def test_no_sign_is_far_from_its_project(cpec):
    table = cpec.in_view()
    signs = cpec.trace("projects")
    for lon, lat, own in zip(signs.lon, signs.lat, table[["lon", "lat"]].to_numpy(), strict=True):
        assert dist((lon, lat), own) < 1.5


def test_a_sign_that_was_moved_stands_in_pakistan_and_a_line_leads_to_its_site(cpec, drawn):
    table, signs = cpec.in_view(), cpec.trace("projects")
    corners = list(zip(*outlines("region")["PAK"], strict=True))
    sites = table[["lon", "lat"]].to_numpy().tolist()
    moved = [
        (site, sign)
        for site, sign in zip(sites, zip(signs.lon, signs.lat, strict=True), strict=True)
        if dist(site, sign) > corridor_map._SEEN
    ]
    assert moved and all(inside(sign, corners) for _, sign in moved)
    assert len(drawn(cpec.trace("leaders").lon)) == 2 * len(moved)
    cpec.kind.value = "rail"
    assert len(drawn(cpec.trace("leaders").lon)) <= 2 * len(cpec.in_view())


def test_no_sign_covers_a_name_of_the_map(cpec):
    west, _, east, _ = cpec.figure.layout.meta["map"]["window"]
    degrees, signs = (east - west) / 570, cpec.trace("projects")
    (lat, lon) = next(
        place for name, *place, _ in (row for row in corridor_map.LABELS if len(row) == 4) if "Thar" in name
    )
    for x, y in zip(signs.lon, signs.lat, strict=True):
        assert abs(x - lon) > 46 * degrees or not -4 * degrees < y - lat < 20 * degrees


def test_the_legend_has_kinds_on_the_left_and_states_on_the_right(cpec):
    entries = [trace for trace in cpec.figure.data if trace.showlegend]
    names = [words for words, *_ in (*corridor_map.KINDS.values(), *corridor_map.LOOKS.values())]
    assert sorted(trace.name for trace in entries) == sorted(names)
    columns = list(dict.fromkeys(trace.legendgroup for trace in entries))
    states = {trace.legendgroup for trace in entries if trace.name in [look[0] for look in corridor_map.LOOKS.values()]}
    assert states == {columns[-1]}
