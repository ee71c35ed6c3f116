"""uspak.drawing.verdicts: claims as squares."""

import pandas as pd
import pytest

from uspak import data
from uspak.drawing import figure, verdicts


def claims(*given):
    return pd.DataFrame(
        {"claim_id": [f"P1-{n:02}" for n in range(len(given))], "claim": "A & B were < C.", "verdict": list(given)}
    )


def test_each_claim_is_a_square_in_the_row_of_its_verdict():
    fig = verdicts.strip(claims("qualified", "supported", "qualified"))
    assert {trace.name: list(trace.text) for trace in fig.data} == {
        "supported": ["P1-01"],
        "qualified": ["P1-00", "P1-02"],
    }
    assert list(fig.layout.yaxis.ticktext) == ["supported · 1", "qualified · 2"]
    for trace in fig.data:
        row = list(fig.layout.yaxis.tickvals)[[t.name for t in fig.data].index(trace.name)]
        assert set(trace.y) == {row} and trace.marker.symbol == "square"
        assert all("A &amp; B were &lt; C." in told for told in trace.customdata)


@pytest.mark.parametrize("part", ["P4", None])
def test_squares_of_a_row_do_not_overlap_on_a_narrow_page(part):
    table = data.claims()
    fig = figure.caption(verdicts.strip(table[table["paragraph"] == part] if part else table), "Title", "", "Source")
    (left, right), margin = fig.layout.xaxis.range, fig.layout.margin
    apart = (fig.layout.width - margin.l - margin.r) / (right - left)
    assert fig.layout.width <= 595
    assert all(trace.marker.size + 2 <= apart and max(trace.x) < right for trace in fig.data)


def test_no_claims_and_unknown_verdicts_are_errors_that_say_what_to_do():
    with pytest.raises(ValueError, match="no claims to draw: the filter before this line left no row"):
        verdicts.strip(claims())
    with pytest.raises(ValueError, match=r"no verdicts: proven\. Possible: supported, qualified"):
        verdicts.strip(claims("supported", "proven"))
