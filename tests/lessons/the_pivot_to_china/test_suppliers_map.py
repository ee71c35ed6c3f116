"""The suppliers' map: whom each period names and draws, how wide, and where the arcs end."""

import pytest

from uspak.drawing import figure
from uspak.lessons.the_pivot_to_china import suppliers, suppliers_map


def test_each_period_names_its_largest_supplier(by_hand, rows, drawn):
    view = suppliers_map.SuppliersMap()
    names = {row["supplier_iso3"]: row["supplier"] for row in rows("arms_imports")}
    for index, period in enumerate(suppliers.PERIODS):
        view.stepper.index = index
        mine = {iso: tiv for (start, iso), tiv in by_hand.items() if start == period}
        first = max(mine, key=mine.get)
        share = 100 * mine[first] / sum(mine.values())
        assert (
            view.headline()
            == f"{suppliers.span(period)}: {suppliers.named(names[first])} leads with {share:.0f} per cent"
        )
        assert len(view.headline()) <= figure.TITLE_WIDTH
        assert view.figure.layout.title.text == f"<b>{view.headline()}</b>"
        arcs = [t for t in view.figure.data if str(t.meta).startswith("arc") and drawn(t.lon)]
        shown = {iso for iso, tiv in mine.items() if 100 * tiv / sum(mine.values()) >= suppliers_map.DRAWN}
        assert len(arcs) == len(shown) == len(drawn(view.trace("seats").lon))


def test_an_arc_is_as_wide_as_its_volume():
    view = suppliers_map.SuppliersMap(2020)
    table = suppliers.volumes()
    widest = view.trace("arc 0").line.width
    view.stepper.index = suppliers.PERIODS.index(1985)
    america, china = (view.trace(f"arc {number}").line.width for number in (0, 1))
    volume = table.set_index(["period", "supplier_iso3"])["tiv"]
    assert america / widest == pytest.approx(volume[1985, "USA"] / volume[2020, "CHN"])
    assert america > china


def test_borders_and_the_end_of_the_arcs_are_those_of_the_time():
    view = suppliers_map.SuppliersMap(1955)
    before = view.figure.data[0].lon.copy()
    karachi = view.trace("arc 0").lon[-1]
    view.stepper.index = suppliers.PERIODS.index(1995)
    assert len(view.figure.data[0].lon) != len(before), "the Soviet Union and the eastern wing are gone"
    assert karachi == pytest.approx(67.01, abs=0.01)
    assert view.trace("arc 0").lon[-1] == pytest.approx(73.04, abs=0.01)


def test_every_supplier_drawn_has_a_seat():
    table = suppliers.volumes()
    assert set(table[table["percent"] >= suppliers_map.DRAWN]["supplier_iso3"]) <= set(suppliers_map.SEATS)
    assert table[table["percent"] >= suppliers_map.DRAWN].groupby("period").size().max() <= suppliers_map._MOST


def test_a_year_that_begins_no_period_is_refused():
    with pytest.raises(ValueError, match="1967"):
        suppliers_map.SuppliersMap(1967)
