"""Notebook 08: its own tables, and the titles and texts that they have to bear out."""

import ast
import itertools
import re

import nbformat
import pytest

import uspak
from uspak.checking import notebooks
from uspak.lessons.the_pivot_to_china import corridor, exercises, suppliers, suppliers_by_period

# The tables of this notebook


def test_creditors_add_up_to_the_printed_total():
    table = uspak.evidence("external_debt_creditors")
    groups = table.groupby("creditor_group")["owed_usd_billions_current"].sum()
    assert groups.sum() == pytest.approx(100.52)
    assert groups["multilateral"] == pytest.approx(44.67) and groups["bilateral"] == pytest.approx(39.93)


def test_milestones_agree_with_the_events():
    events = uspak.events().set_index("event_id")
    both = uspak.evidence("china_milestones").dropna(subset="event_id")
    assert len(both) >= 10
    assert (both["date"].to_numpy() == events.loc[both["event_id"], "date"].to_numpy()).all()


def test_routes_share_their_north_and_end_at_gwadar():
    table = uspak.evidence("cpec_routes")
    ends = table.sort_values("seq").groupby("route")["point"].agg(["first", "last"])
    assert (ends["last"] == "Gwadar").all()
    assert ends.loc[["eastern", "western"], "first"].eq("Khunjerab Pass").all()
    assert table.groupby("route")["length_km"].count().eq(1).all()


# The notebook's own titles and texts


@pytest.fixture(scope="module")
def notebook():
    path = next(path for path in notebooks.paths() if path.stem.startswith("08"))
    return {cell["id"]: cell["source"] for cell in nbformat.read(path, 4).cells}


def test_cells_that_only_draw_are_folded_and_announced(cells_of):
    for before, cell in itertools.pairwise(cells_of("08")):
        draws = cell.cell_type == "code" and re.search(r"^show\(", cell.source, re.M) is not None
        assert draws == cell.metadata.get("jupyter", {}).get("source_hidden", False)
        if draws:
            assert before.source.endswith("(The next cell is folded: run it, you need not read it.)")
            assert cell.source.startswith("# draws "), "the one line that a folded cell shows"


def test_the_title_on_the_totals_gives_their_span(notebook):
    table = uspak.evidence("cpec_totals")
    amounts = table.groupby("kind")["usd_billions_nominal"]
    low, high = amounts.min(), amounts.max()
    claimed = f"claimed as realised: {low['realised, claimed']:.0f} to {high['realised, claimed']:.0f}"
    assert f'"Announced: up to {high["announced"]:.0f} billion; {claimed}"' in notebook["code-23"]


def test_the_shares_in_the_text_are_those_of_the_table(notebook):
    share = suppliers.volumes().set_index(["period", "supplier_iso3"])["percent"]
    for period in (2015, 2020):
        assert f"{share[period, 'CHN']:.0f} per cent in {suppliers.span(period)}" in notebook["text-20"]
    led = suppliers.volumes().groupby("period").first()["supplier_iso3"].eq("CHN")
    assert (int(led.sum()), len(led)) == (9, 15) and "nine of the fifteen periods" in notebook["text-20"]
    for words in ("nearly all", "almost alone"):
        assert words not in notebook["text-20"] and words not in notebook["text-77"]


def test_the_score_of_1979_is_told_with_the_rivals(notebook):
    scores = uspak.evidence("un_agreement").query("year == 1979").set_index("country_b")["agreement_score"]
    told = f"{scores['CHN']:.3f} with China and {scores['IND']:.3f} with India"
    assert told in notebook["text-42"]


def test_the_notebook_turns_every_state_into_an_outcome(notebook):
    assert set(uspak.evidence("cpec_projects")["state"]) <= set(corridor.OUTCOMES)
    cell = next(node for node in ast.walk(ast.parse(notebook["code-25"])) if isinstance(node, ast.Dict))
    assert ast.literal_eval(cell) == corridor.OUTCOMES


def test_the_answer_of_exercise_1_is_not_on_the_page():
    """The share that exercise 1 asks for is neither in the widget's words nor in the table of section 1."""
    answer = exercises.china_1965_69.expected()
    view = suppliers_by_period.SuppliersByPeriod()
    assert f" {answer:.0f} per cent" not in view.headline() and f"China {answer:.1f}," not in view.description.html
    china = suppliers.volumes().query("supplier_iso3 == 'CHN'")["percent"]
    assert not [value for value in china if abs(value - answer) < 1]
