"""The shape of the argument: every claim has its sign on the right side, every paragraph its name."""

import pytest

import uspak
from uspak.drawing import theme
from uspak.lessons.from_article_to_data import argument


@pytest.fixture(scope="module")
def claims():
    return uspak.claims()


def names(fig):
    """What stands beside each row, from top to bottom."""
    axis = fig.layout.yaxis
    return [text for _, text in sorted(zip(axis.tickvals, axis.ticktext, strict=True))]


def test_every_claim_has_a_seat_of_its_own_on_its_side(claims):
    fig = argument.shape_of_the_argument(claims)
    seats = [(x, y) for trace in fig.data for x, y in zip(trace.x, trace.y, strict=True)]
    assert len(seats) == len(set(seats)) == len(claims)
    for trace in fig.data:
        assert all((x < 0) == (trace.name == "fact") for x in trace.x)
        assert len(trace.x) == (claims["kind"] == trace.name).sum()
    left, right = fig.layout.xaxis.range
    assert all(left + 0.5 < x < right - 0.5 for x, _ in seats), "a sign is cut by the edge"


def test_a_kind_has_a_shape_of_its_own_and_facts_another_colour_than_judgements(claims):
    traces = argument.shape_of_the_argument(claims).data
    assert len({trace.marker.symbol for trace in traces}) == len(argument.KINDS) == 4
    colours = {trace.name: trace.marker.color for trace in traces}
    assert colours.pop("fact") == theme.SERIES[0]
    assert set(colours.values()) == {theme.SERIES[1]}


def test_a_sign_stands_in_the_row_of_its_paragraph(claims):
    fig = argument.shape_of_the_argument(claims)
    row = dict(zip(fig.layout.yaxis.ticktext, fig.layout.yaxis.tickvals, strict=True))
    in_p6 = [text for trace in fig.data for y, text in zip(trace.y, trace.text, strict=True) if y == row["P6 the army"]]
    assert sorted(text[:5] for text in in_p6) == ["P6-01", "P6-02", "P6-03"]


def test_the_paragraphs_stand_in_the_order_of_the_page_with_their_topics(claims):
    shown = names(argument.shape_of_the_argument(claims))
    assert [name.split()[0] for name in shown] == ["B", *(f"P{number}" for number in range(1, 12)), "C1", "C2"]
    assert all(len(name.split()) > 1 and len(name) <= 22 for name in shown), "room for 22 letters"
    assert set(claims["paragraph"]) == set(argument.TOPICS)


def test_a_stressed_paragraph_is_bold(claims):
    assert "<b>P6 the army</b>" in names(argument.shape_of_the_argument(claims, stressed=("P6",)))
    assert "<b>" not in "".join(names(argument.shape_of_the_argument(claims)))


def test_a_hairline_sets_the_author_and_the_comment_apart(claims):
    fig = argument.shape_of_the_argument(claims)
    rows = argument.heights()
    lines = [shape.y0 for shape in fig.layout.shapes if shape.name == "break"]
    for line, (before, after) in zip(lines, (("B", "P1"), ("P11", "C1")), strict=True):
        assert rows[before] + 0.5 < line < rows[after] - 0.5


def test_the_names_of_the_halves_tell_the_signs(claims):
    fig = argument.shape_of_the_argument(claims)
    left, right = (note.text for note in fig.layout.annotations if note.name == "half")
    assert "■" in left and "Facts" in left and not fig.layout.showlegend
    assert "Judgements" in right
    for kind, (_, mark) in argument.KINDS.items():
        assert kind == "fact" or f"{mark}</span> {kind}" in right
