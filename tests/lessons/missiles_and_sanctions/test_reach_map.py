"""The reach map: every choice has its picture, its headline and its words."""

import itertools

import plotly.graph_objects as go
import pytest
from plotly.basedatatypes import Undefined

from uspak import data
from uspak.drawing import figure, theme
from uspak.lessons.missiles_and_sanctions import in_reach, missiles, names_beside, reach, reach_map, reach_names

#: All counts for the missiles that most is said of, one each for the others.
COUNTED = dict(zip(missiles.missiles()["name"], itertools.cycle([key] for key in in_reach.COUNTS)))
COUNTED |= {"Shaheen-II": list(in_reach.COUNTS), "Agni-V": list(in_reach.COUNTS)}


@pytest.fixture
def widget():
    return reach_map.ReachMap()


def choices():
    for missile in missiles.missiles().itertuples():
        for town in in_reach.TOWNS[missile.country_iso3]:
            yield missile.name, town


def test_every_choice_has_its_picture_and_a_headline_that_fits(widget):
    said = set()
    for missile, town in choices():
        widget.missile.value, widget.town.value = missile, town
        low, high = widget._now().figures()
        assert bool(len(widget.trace("highest figure").lon)) == (high > low)
        for counted in COUNTED[missile]:
            widget.counted.value = counted
            headline = widget.headline()
            said.add(headline)
            assert 20 < len(headline) <= figure.TITLE_WIDTH, headline
            assert widget.figure.layout.title.text == f"<b>{headline}</b>"
            assert "nan" not in headline + widget.description.html
            shown = [len(widget.trace(key).lon) for key in ("low", "high")]
            if counted != "people":
                least, most = widget.count()
                assert shown == [least, most - least]
    assert len(said) > 100, "the take-away has to change with what is chosen"


def test_the_towns_follow_the_missile(widget):
    assert [name for name, _ in widget.town.options] == list(in_reach.TOWNS["PAK"])
    widget.missile.value = "Agni-V"
    assert [name for name, _ in widget.town.options] == list(in_reach.TOWNS["IND"])
    assert widget.headline().startswith(f"Agni-V from {in_reach.TOWNS['IND'][0]}")
    ring = widget.trace("lowest figure")
    assert ring.line.color == theme.ACTORS["IND"] and ring.name == "Agni-V (India)" and "Agni-V (India)" in ring.text
    assert widget.trace("low").marker.color == widget.trace("high").marker.color == theme.INK, "cities are nobody's"
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
    assert len(told) >= 6 and not any(value is Undefined for value in values)


@pytest.mark.parametrize("number", range(len(reach_map.OPTIONS)))
def test_every_decision_gets_the_facts(widget, number):
    widget.decision.decided = number
    assert "Shaheen-I from 2 of 5 towns by the lowest figure and 4 by the highest" in widget.verdict.html
    said = "what these tables show" if number == len(reach_map.OPTIONS) - 1 else "You said: "
    assert said in widget.verdict.html


def test_kept_counts_are_compared(widget):
    assert "Nothing kept" in widget.description.html
    widget.keeper.button.click()
    widget.keeper.button.click()
    assert len(widget.keeper.kept) == 1 and "second one" in widget.description.html
    widget.town.value = "Lahore"
    widget.keeper.button.click()
    assert len(widget.keeper.kept) == 2 and "which choice made the difference" in widget.description.html
    (quetta, lahore) = widget.keeper.kept.values()
    assert quetta == (21, 21) and lahore == (19, 19)


def test_the_text_version_has_a_row_for_each_choice():
    assert len(reach_map.ReachMap().table) == len(list(choices()))


def test_the_words_stand_beside_the_globe(widget):
    globe, words = next(
        box
        for box in widget.children
        if len(getattr(box, "children", ())) == 2 and widget.description in box.children[1].children
    ).children
    assert globe.children == (widget.figure,) and words.children == (widget.description,)
    assert widget.description not in widget.children


def test_no_name_covers_a_counted_city(widget):
    """With an Agni-V from Delhi six names lay on marks."""
    widget.missile.value = "Agni-V"
    here, names = widget._now().town_point(), widget.trace("names")
    cities = data.evidence("cities").set_index("city")
    boxes = []
    for text, side in zip(names.text, names.textposition, strict=True):
        if text:
            x, y = names_beside.on_globe(cities.at[text, "lat"], cities.at[text, "lon"], here, reach_names.RADIUS)
            boxes.append(names_beside._box(text, x, y, side, reach_names.REACH))
    assert len(boxes) >= 12 and max(abs(edge) for box in boxes for edge in box) <= reach_names.RADIUS
    for key in ("low", "high", "town"):
        dots = names_beside.on_globe(widget.trace(key).lat, widget.trace(key).lon, here, reach_names.RADIUS)
        for x, y in zip(*dots, strict=True):
            assert not [box for box in boxes if box[0] < x < box[2] and box[1] < y < box[3]]
    for one, other in itertools.combinations(boxes, 2):
        assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]


def test_a_small_ring_is_seen_around_its_star(widget):
    for missile, scale in (("Nasr", reach_map.CLOSER), ("Abdali", reach_map.CLOSER), ("Shaheen-I", 1)):
        widget.missile.value = missile
        assert widget.figure.layout.geo.projection.scale == scale
        ring = widget.trace("lowest figure")
        x, y = names_beside.on_globe(ring.lat, ring.lon, widget._now().town_point(), scale * reach_names.RADIUS)
        assert max(abs(x).max(), abs(y).max()) > widget.trace("town").marker.size / 2
        assert ("times as large" in widget.description.html) == (scale > 1)
    widget.missile.value, widget.view.value = "Nasr", "flat"
    assert widget.figure.layout.geo.projection.scale == 1 and "times as large" not in widget.description.html


def test_every_count_has_short_words_in_its_list(widget):
    assert set(reach_map.LISTED) == set(in_reach.COUNTS)
    assert max(map(len, reach_map.LISTED.values())) <= 36, "all controls stand in one row"


def test_the_flat_map_is_lower_and_names_less(widget):
    def seen():
        return [name for name in widget.trace("names").text if name]

    globe, height = seen(), widget.figure.layout.height
    widget.view.value = "flat"
    assert 5 < len(seen()) < len(globe) and widget.figure.layout.height < height
    assert set(seen()) <= set(reach_names.FLAT)
    widget.view.value = "globe"
    assert seen() == globe and widget.figure.layout.height == height
