"""The suppliers by period: whom each period names, how long the bars are, and which columns stand out."""

import pytest

from uspak.drawing import figure, theme
from uspak.lessons.the_pivot_to_china import suppliers, suppliers_by_period


@pytest.fixture
def view():
    return suppliers_by_period.SuppliersByPeriod()


def test_each_period_names_its_largest_supplier(view, by_hand, rows):
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
        assert view.figure.layout.yaxis2.ticktext[0] == names[first]
        assert view.trace("bars").x[0] == pytest.approx(share)


def test_the_bars_of_each_period_add_up_fit_and_name_both_powers(view):
    for index in range(len(suppliers.PERIODS)):
        view.stepper.index = index
        bars, names = view.trace("bars"), view.figure.layout.yaxis2.ticktext
        assert sum(bars.x) == pytest.approx(100)
        assert {"China", "United States"} <= set(names) and len(names) == len(bars.y)
        assert len(names) <= suppliers_by_period._MOST


def test_the_bars_fill_their_half_and_are_equally_thick(view):
    thick = set()
    for index in range(len(suppliers.PERIODS)):
        view.stepper.index = index
        low, high = view.figure.layout.yaxis2.range
        assert (low, high) == (len(view.trace("bars").y) - 0.5, -0.5)
        thick.add(round(view.trace("bars").width / (low - high), 6))
    assert len(thick) == 1


def test_a_column_is_as_high_as_its_volume(view, by_hand):
    for number, period in enumerate(suppliers.PERIODS):
        parts = {name: view.trace(f"{name} columns").y[number] for name in ("China", "United States", "Others")}
        assert sum(parts.values()) == pytest.approx(sum(tiv for (start, _), tiv in by_hand.items() if start == period))
        assert parts["China"] == pytest.approx(by_hand.get((period, "CHN"), 0))


def test_only_the_period_in_view_stands_out(view):
    view.stepper.index = 7
    for name in ("China", "United States", "Others"):
        opacity = view.trace(f"{name} columns").marker.opacity
        assert [number for number, value in enumerate(opacity) if value == 1] == [7]
    headings = [note.text for note in view.figure.select_annotations(dict(name="heading"))]
    assert suppliers.span(suppliers.PERIODS[7]) in headings[1]


def test_only_china_and_the_united_states_have_colours(view):
    view.stepper.index = suppliers.PERIODS.index(1995)
    colours = dict(zip(view.figure.layout.yaxis2.ticktext, view.trace("bars").marker.color, strict=True))
    assert colours.pop("China") == theme.ACTORS["CHN"] and colours.pop("United States") == theme.ACTORS["USA"]
    assert set(colours.values()) == {theme.OTHERS}


def test_a_year_that_begins_no_period_is_refused():
    with pytest.raises(ValueError, match="1967"):
        suppliers_by_period.SuppliersByPeriod(1967)
