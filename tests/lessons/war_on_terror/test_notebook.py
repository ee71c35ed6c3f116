"""Notebook 05: the table of statements, and whether the data still bear out what its titles and sentences say."""

import ast
import re

import nbformat
import pandas as pd
import pytest

import uspak
from uspak.checking import notebooks
from uspak.checking.exercise_checks import exercises_in
from uspak.lessons.war_on_terror import exercises


@pytest.fixture(scope="module")
def notebook():
    path = next(path for path in notebooks.paths() if path.stem == "05_war_on_terror")
    return nbformat.read(path, 4)


@pytest.fixture(scope="module")
def titles(notebook):
    """The titles that the notebook's cells give to ``show``."""
    calls = [
        node
        for cell in notebook.cells
        if cell.cell_type == "code"
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "show"
    ]
    return {call.args[1].value for call in calls}


# The statements


def test_statements_are_in_order_and_each_dispute_has_two_sides():
    table = uspak.evidence("contested_statements")
    assert table["date"].is_monotonic_increasing
    assert (table["statement_id"].str[:4] == table["date"].str[:4]).all()
    sides = table.groupby("topic")["side"].agg(set)
    for topic in ("consent to drones", "ISI and the Taliban", "support funds"):
        assert {"Pakistan", "United States"} <= sides[topic], topic
    assert {"India", "Afghanistan"} <= sides["ISI and the Taliban"]


def test_what_is_disputed_has_a_note():
    table = uspak.evidence("contested_statements")
    assert table.loc[table["status"] == "disputed", "note"].notna().all()
    assert table.loc[table["basis"] == "leaked document", "note"].notna().all()


def test_one_man_is_on_record_twice_and_differently():
    musharraf = uspak.evidence("contested_statements").query(
        "topic == 'consent to drones' and speaker == 'Pervez Musharraf'"
    )
    musharraf = musharraf.set_index("date")["says"]
    assert list(musharraf.index) == ["2010-12", "2013-04-11"]
    assert "never to strike" in musharraf["2010-12"] and "did clear strikes" in musharraf["2013-04-11"]


# The titles


def test_cooperation_outnumbers_friction_in_the_first_half_only(titles):
    assert "Cooperation outnumbers friction up to 2005, not after" in titles
    era = uspak.events().query("era_id == 'war-on-terror'")
    for part, more, fewer in (
        (era[era["date"] < "2006"], "cooperation", "friction"),
        (era[era["date"] >= "2006"], "friction", "cooperation"),
    ):
        assert 2 * (part["direction"] == fewer).sum() < (part["direction"] == more).sum()


def test_some_bases_are_given_back_by_2005(titles):
    assert "Some bases were given back by 2005; the lorries went on" in titles
    bases = uspak.evidence("ground_lines").query("line_id == 'bases'").set_index("point")["used_to"]
    assert (bases.drop("Jacobabad (Shahbaz)").str[:4].astype(int) <= 2005).sum() >= 2, "without the disputed one"
    assert bases["Shamsi (Bandari)"] == "2011-12-11"


def test_the_counters_agree_on_strikes_and_not_on_civilians(titles):
    table = uspak.evidence("drone_strikes").set_index(["counted_by", "year"])
    bureau, other = table.loc["Bureau of Investigative Journalism"], table.loc["New America"]
    assert (bureau["strikes"] - other["strikes"]).abs().max() == 6, "as the text says"
    ends = [f"{rows.loc[2010, 'civilians_min']}–{rows.loc[2010, 'civilians_max']}" for rows in (other, bureau)]
    assert f"2010: {ends[0]} civilians by one list, {ends[1]} by the other" in titles
    gap = (bureau["civilians_max"] - other["civilians_max"]).loc[2008:2011]
    assert (gap >= other["civilians_max"].loc[2008:2011]).all()


def test_deaths_from_terrorism_in_the_title(titles):
    gtd = uspak.evidence("terrorism_deaths").query("counted_by == 'GTD'").set_index("year")["killed_total"]
    assert f"From {gtd[2002]} dead in 2002 to {gtd[2011]:,} in 2011, by one count" in titles


def test_far_more_died_in_attacks_than_in_drone_strikes():
    gtd = uspak.evidence("terrorism_deaths").query("counted_by == 'GTD' and 2004 <= year <= 2011")["killed_total"].sum()
    drones = uspak.evidence("drone_strikes").query("2004 <= year <= 2011").groupby("counted_by")["killed_max"].sum()
    assert gtd > 2 * drones.max()


def test_one_report_has_two_sums_for_a_year():
    deaths = uspak.evidence("terrorism_deaths").query("year == 2009").set_index("counted_by")
    assert len(deaths) == 4 and 8 < deaths["killed_total"].max() / deaths["killed_total"].min() < 9
    assert deaths.loc["PIPS", "source_id"] == deaths.loc["PIPS, all violence", "source_id"]


def test_favour_before_the_first_drone_is_as_low_as_after_the_most_strikes(titles):
    pew = uspak.evidence("opinion").query("question_id == 'us-favourable'").set_index("year")["percent"]
    assert f"Favourable views: {pew[2002]:.0f}% in 2002, {pew[2006]:.0f}% in 2006, {pew[2011]:.0f}% in 2011" in titles
    strikes = uspak.evidence("drone_strikes").groupby("year")["strikes"].max()
    assert 2002 < strikes.index.min() and strikes.idxmax() == 2010 and pew.idxmax() == 2006
    assert ((pew.loc[2011:2013] - pew[2002]).abs() <= 2).all(), "within the margins, so neither is the lower"


def test_support_funds_are_ten_of_twenty_three_billion(titles):
    assert "Aid or reimbursement? Ten of 23 billion depend on the word" in titles
    money = uspak.evidence("aid_appropriations").query("kind != 'whole programme' and period <= '2011'")
    funds, total = (money[f"{what}_usd_millions_current"].sum() for what in ("coalition_support_funds", "grand_total"))
    assert (round(funds / 1000), round(total / 1000)) == (10, 23)


def test_verdicts_quote_the_counts():
    claims = uspak.claims().set_index("claim_id")
    totals = uspak.evidence("drone_totals").dropna(subset="civilians_min").set_index("counted_by")
    for counter in ("Bureau of Investigative Journalism", "New America"):
        for what in ("civilians", "killed"):
            low, high = totals.loc[counter, f"{what}_min"], totals.loc[counter, f"{what}_max"]
            assert f"{low:,}–{high:,}" in claims.loc["P4-05", "rationale"]
    assert pd.notna(claims.query("paragraph == 'P4'")["rationale"]).all()


def test_three_of_five_counts_for_pakistan_have_hundreds_of_civilians(notebook):
    assert any("by three of the five counts for Pakistan alone" in cell.source for cell in notebook.cells)
    counts = uspak.evidence("drone_totals").dropna(subset="civilians_min").query("scope == 'Pakistan'")
    assert (len(counts), (counts["civilians_min"] >= 200).sum()) == (5, 3)


# The exercises


def test_the_exercises_stand_where_their_list_says(notebook):
    listed = re.findall(r"^(\d+)\. (\w+): (\w+)\.py", exercises.__doc__, flags=re.MULTILINE)
    found = exercises_in(exercises)
    assert [(name, module) for _, name, module in listed] == [
        (name, type(exercise).__module__.rpartition(".")[2]) for name, exercise in found.items()
    ]
    headings = [cell.source.split("**")[1] for cell in notebook.cells if cell.source.startswith("**Exercise ")]
    assert [heading.rstrip(".") for heading in headings] == [
        f"Exercise {number} · {found[name].title}" for number, name, _ in listed
    ]


def test_the_right_sentence_on_the_isi_tells_what_was_conceded():
    table = uspak.evidence("contested_statements").query("topic == 'ISI and the Taliban' and date > '2014'")
    assert len(table) and (table["side"] == "Pakistan").all()
    exercise = exercises.accusation_or_proof
    for speaker in table["speaker"]:
        name = speaker.split(",")[0].split()[-1]
        assert name in exercise.options[exercise.right], f"{speaker} is left out"
    assert "conceded nothing" in " ".join(exercise.options.values()), "the sentence without them is there, and is wrong"


def test_the_choices_stand_in_the_notebook_as_in_the_exercise(notebook):
    text = next(cell.source for cell in notebook.cells if cell.source.startswith("**Exercise 5 "))
    for letter, words in exercises.accusation_or_proof.options.items():
        assert f"- **{letter}** {words}\n" in text


def test_no_later_section_overwrites_the_table_that_an_exercise_needs(notebook):
    made = [
        target.id
        for cell in notebook.cells
        if cell.cell_type == "code"
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    assert made.count("wide") == 1


def test_the_table_for_the_headline_shows_the_years(notebook):
    shown = next(cell.source for cell in notebook.cells if "show_table(totals[" in cell.source)
    assert '"period"' in shown


def test_the_share_that_exercise_1_asks_for_is_not_in_the_text(notebook):
    sources = [cell.source for cell in notebook.cells]
    exercises_begin = next(n for n, source in enumerate(sources) if source.startswith("## Exercises"))
    assert not any("nine strikes in ten" in source for source in sources[:exercises_begin])
