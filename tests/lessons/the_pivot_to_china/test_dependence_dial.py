"""Notebook 08: the corridor map, the suppliers' map and the dependence dial; what is counted, said and drawn."""

import ast
import csv
import html

import nbformat
import pytest

import uspak
from uspak import data, dates
from uspak.checking import notebooks
from uspak.drawing import figure
from uspak.lessons.the_pivot_to_china import corridor_map as corridor
from uspak.lessons.the_pivot_to_china import dependence_dial as dependence
from uspak.lessons.the_pivot_to_china import exercises as the_pivot_to_china
from uspak.lessons.the_pivot_to_china import suppliers_map as suppliers


def rows(name):
    """An evidence table as plain dictionaries of texts, read without the library."""
    with (data.folder() / "evidence" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def drawn(values):
    return [value for value in values if value is not None]


# Who supplied the arms


@pytest.fixture(scope="module")
def by_hand():
    """Volume by (period, supplier), added up row by row."""
    sums = {}
    for row in rows("arms_imports"):
        key = int(row["year"]) // 5 * 5, row["supplier_iso3"] or "???"
        sums[key] = sums.get(key, 0) + float(row["tiv_millions"])
    return sums


def test_volumes_add_up(by_hand):
    table = suppliers.volumes()
    assert set(table["period"]) == set(suppliers.PERIODS)
    assert table.groupby("period")["percent"].sum().round(6).eq(100).all()
    for row in table.itertuples():
        assert row.tiv == pytest.approx(by_hand[row.period, row.supplier_iso3])


def test_each_period_names_its_largest_supplier(by_hand):
    view = suppliers.SuppliersMap()
    names = {row["supplier_iso3"]: row["supplier"] for row in rows("arms_imports")}
    for index, period in enumerate(suppliers.PERIODS):
        view.stepper.index = index
        mine = {iso: tiv for (start, iso), tiv in by_hand.items() if start == period}
        first = max(mine, key=mine.get)
        share = 100 * mine[first] / sum(mine.values())
        assert (
            view.headline()
            == f"{suppliers.span(period)}: {suppliers.named(names[first])} leads with {share:.0f} percent"
        )
        assert len(view.headline()) <= figure.TITLE_WIDTH
        assert view.figure.layout.title.text == f"<b>{view.headline()}</b>"
        arcs = [t for t in view.figure.data if str(t.meta).startswith("arc") and drawn(t.lon)]
        shown = {iso for iso, tiv in mine.items() if 100 * tiv / sum(mine.values()) >= suppliers.DRAWN}
        assert len(arcs) == len(shown) == len(drawn(view.trace("seats").lon))


def test_an_arc_is_as_wide_as_its_volume():
    view = suppliers.SuppliersMap(2020)
    table = suppliers.volumes()
    widest = view.trace("arc 0").line.width
    view.stepper.index = suppliers.PERIODS.index(1985)
    america, china = (view.trace(f"arc {number}").line.width for number in (0, 1))
    volume = table.set_index(["period", "supplier_iso3"])["tiv"]
    assert america / widest == pytest.approx(volume[1985, "USA"] / volume[2020, "CHN"])
    assert america > china


def test_borders_and_the_end_of_the_arcs_are_those_of_the_time():
    view = suppliers.SuppliersMap(1955)
    before = view.figure.data[0].lon.copy()
    karachi = view.trace("arc 0").lon[-1]
    view.stepper.index = suppliers.PERIODS.index(1995)
    assert len(view.figure.data[0].lon) != len(before), "the Soviet Union and the eastern wing are gone"
    assert karachi == pytest.approx(67.01, abs=0.01)
    assert view.trace("arc 0").lon[-1] == pytest.approx(73.04, abs=0.01)


def test_every_supplier_drawn_has_a_seat():
    table = suppliers.volumes()
    assert set(table[table["percent"] >= suppliers.DRAWN]["supplier_iso3"]) <= set(suppliers.SEATS)
    assert table[table["percent"] >= suppliers.DRAWN].groupby("period").size().max() <= suppliers._MOST


def test_a_year_that_begins_no_period_is_refused():
    with pytest.raises(ValueError, match="1967"):
        suppliers.SuppliersMap(1967)


# The corridor


@pytest.fixture
def cpec():
    return corridor.CorridorMap()


def test_every_project_has_a_shape_and_a_step():
    table = corridor.projects()
    assert table["step"].isin(corridor.STATES).all() and table["category"].isin(corridor.KINDS).all()


def test_the_lists_choose_and_the_headline_counts(cpec):
    everything = rows("cpec_projects")
    done = sum(row["state"] == "completed" for row in everything)
    assert cpec.headline() == f"Completed: {done} of {len(everything)} listed projects"
    cpec.kind.value = "energy"
    energy = [row for row in everything if row["category"] == "energy"]
    assert (
        cpec.headline()
        == f"Completed: {sum(r['state'] == 'completed' for r in energy)} of {len(energy)} energy projects"
    )
    cpec.step.value = "not begun"
    idle = [row["project"] for row in energy if row["state"] in ("pipeline", "not started")]
    assert cpec.headline() == f"Not begun: {len(idle)} of {len(energy)} energy projects"
    assert all(name in cpec.words.html for name in idle)
    assert len(drawn(cpec.trace("projects").lon)) == len(idle)
    assert len(drawn(cpec.trace("aside").lon)) == len(everything) - len(idle)


def test_every_choice_has_a_headline_that_fits_and_words(cpec):
    for kind in ("all", *corridor.KINDS):
        for step in ("all", *corridor.STATES):
            cpec.kind.value, cpec.step.value = kind, step
            assert len(cpec.headline()) <= figure.TITLE_WIDTH
            assert cpec.figure.layout.title.text == f"<b>{cpec.headline()}</b>"
            assert "nan" not in cpec.words.html
            if cpec.in_view().empty:
                assert "No project" in cpec.words.html and not drawn(cpec.trace("projects").lon)


def test_the_railway_is_the_largest_item_and_not_begun():
    table = corridor.projects()
    largest = table.loc[table["cost"].idxmax()]
    assert largest["project"].startswith("ML-1") and largest["step"] == "not begun"


def test_every_state_is_shown_with_its_day(cpec):
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
    assert whole in cpec.figure.layout.title.subtitle.text and whole in cpec.words.html


def test_one_day_is_no_span():
    table = corridor.projects().head(1)
    assert corridor.as_of(table) == f"as of {dates.written_date(table['state_as_of'].item()[:7])}"


def test_every_state_that_the_table_may_hold_has_a_step():
    fields = next(r for r in data.description()["resources"] if r["name"] == "cpec_projects")["schema"]["fields"]
    allowed = next(field for field in fields if field["name"] == "state")["constraints"]["enum"]
    assert sorted(allowed) == sorted(state for _, states, *_ in corridor.STATES.values() for state in states)
    assert sorted(allowed) == sorted(the_pivot_to_china.OUTCOMES)


def test_shape_tells_the_kind_and_fill_the_state(cpec):
    table, marker = cpec.in_view(), cpec.trace("projects").marker
    assert list(marker.symbol) == [corridor.KINDS[kind][2] for kind in table["category"]]
    assert list(marker.color) == [corridor.STATES[step][2] for step in table["step"]]
    assert len({look[2] for look in corridor.KINDS.values()}) == len(corridor.KINDS)


# The dial


@pytest.fixture
def dial():
    return dependence.DependenceDial()


def test_shares_are_the_quotients_of_the_tables():
    table = dependence.measures().set_index(["measure", "partner", "when"])["percent"]
    trade = {
        (row["year"], row["partner_iso3"]): row
        for row in rows("trade")
        if row["year_type"] == "fiscal year" and row["preferred"] == "yes"
    }
    whole = {row["year"]: row for row in rows("trade_totals")}
    bought, sold = "imports_usd_millions_current", "exports_usd_millions_current"
    china, usa = trade["2024", "CHN"], trade["2024", "USA"]
    assert table["imports", "CHN", "fiscal 2024"] == pytest.approx(
        100 * float(china[bought]) / float(whole["2024"][bought])
    )
    assert table["exports", "USA", "fiscal 2024"] == pytest.approx(100 * float(usa[sold]) / float(whole["2024"][sold]))
    assert table["exports", "USA", "fiscal 2024"] > 2 * table["exports", "CHN", "fiscal 2024"] - 0.1
    owed = {
        row["creditor"]: float(row["owed_usd_billions_current"])
        for row in rows("external_debt_creditors")
        if row["creditor_group"] == "bilateral"
    }
    states = dependence.measures().query("what == @dependence.TO_STATES")["percent"].item()
    assert states == pytest.approx(100 * owed["China (state)"] / sum(owed.values()))


def test_a_year_without_both_numbers_is_left_out():
    table = dependence.measures()
    usa = table[(table["measure"] == "imports") & (table["partner"] == "USA")]["when"]
    assert set(usa) == {"fiscal 2021", "fiscal 2022"}
    assert table["percent"].notna().all() and table["percent"].between(0, 100).all()


def test_nothing_chinese_is_shown_before_the_decision(dial):
    assert dial.threshold is None and dial.passing().empty
    assert not drawn(dial.trace("CHN bars").x) and drawn(dial.trace("USA bars").x)
    assert "China" not in dial.words.html and not dial.figure.layout.shapes
    behind = figure.text_version(dial.text, dial.table)
    latest = dependence.latest()
    assert not [share for share in latest["CHN"] if f">{share:.1f}<" in behind or f"({share:.0f})" in behind]
    assert all(f">{share:.1f}<" in behind for share in latest["USA"].dropna())
    for key in dependence.MEASURES:
        dial.show.value = key
        assert not drawn(dial.trace("CHN line").x) and not drawn(dial.trace("CHN bars").x)


def test_the_answer_changes_with_the_threshold(dial):
    passed = []
    for number, threshold in enumerate(dependence.THRESHOLDS):
        dial.decision.decided = number
        latest = dependence.latest()
        passed.append(int((latest["CHN"] >= threshold).sum()))
        assert dial.headline() == f"At {threshold} percent, {passed[-1]} of {len(latest)} counts say dependent"
        labels = [text for text in dial.trace("CHN bars").text if text.endswith("yes")]
        assert len(labels) == passed[-1]
        assert dial.figure.layout.shapes[0].x0 == threshold
    assert passed == sorted(passed, reverse=True) and passed[0] > passed[-1] > 0
    assert dial.tried == dict(zip(dependence.THRESHOLDS, passed, strict=True))
    assert "The numbers did not change" in dial.words.html


def test_every_view_has_a_headline_that_fits(dial):
    for number in range(len(dependence.THRESHOLDS)):
        dial.decision.decided = number
        for key in ("all", *dependence.MEASURES):
            dial.show.value = key
            assert 20 < len(dial.headline()) <= figure.TITLE_WIDTH, dial.headline()
            assert len(dial._subtitle()) <= figure.SUBTITLE_WIDTH
            assert dial.figure.layout.title.text == f"<b>{dial.headline()}</b>"
            assert "nan" not in dial.words.html
            seen = [t.meta for t in dial.figure.data if drawn(t.x)]
            assert seen == {
                "all": ["CHN bars", "USA bars"],
                "debt": ["CHN bars"],
                "votes": ["CHN line", "USA line", "IND line", "names"],
            }.get(key, ["CHN line", "USA line", "names"])


def test_first_period_over_the_line(dial, by_hand):
    dial.decision.decided = list(dependence.THRESHOLDS).index(50)
    dial.show.value = "arms"
    totals = {start: sum(tiv for (period, _), tiv in by_hand.items() if period == start) for start in suppliers.PERIODS}
    over = [start for start in suppliers.PERIODS if by_hand.get((start, "CHN"), 0) >= 0.5 * totals[start]]
    assert dial.headline().endswith(suppliers.span(over[0]))
    assert f"in {len(over)} of {len(totals)}" in dial.words.html


def test_missing_years_are_gaps(dial):
    dial.decision.decided = 0
    dial.show.value = "votes"
    line = dial.trace("USA line")
    at = dict(zip(line.x, line.y, strict=True))
    assert 1964.5 in at and at[1964.5] is None, "the Assembly took no votes in 1964"


def test_agreement_is_no_dependence(dial):
    dial.decision.decided = 0
    assert "with India, its rival" in dial.words.html


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


def test_the_title_on_the_totals_gives_their_span(notebook):
    table = uspak.evidence("cpec_totals")
    amounts = table.groupby("kind")["usd_billions_nominal"]
    low, high = amounts.min(), amounts.max()
    claimed = f"claimed as realised: {low['realised, claimed']:.0f} to {high['realised, claimed']:.0f}"
    assert f'"Announced: up to {high["announced"]:.0f} billion; {claimed}"' in notebook["code-23"]


def test_the_shares_in_the_text_are_those_of_the_table(notebook):
    share = suppliers.volumes().set_index(["period", "supplier_iso3"])["percent"]
    for period in (2015, 2020):
        assert f"{share[period, 'CHN']:.0f} percent in {suppliers.span(period)}" in notebook["text-20"]
    led = suppliers.volumes().groupby("period").first()["supplier_iso3"].eq("CHN")
    assert (int(led.sum()), len(led)) == (9, 15) and "nine of the fifteen periods" in notebook["text-20"]
    for words in ("nearly all", "almost alone"):
        assert words not in notebook["text-20"] and words not in notebook["text-77"]


def test_the_score_of_1979_is_told_with_the_rivals(notebook):
    scores = uspak.evidence("un_agreement").query("year == 1979").set_index("country_b")["agreement_score"]
    told = f"{scores['CHN']:.3f} with China and {scores['IND']:.3f} with India"
    assert told in notebook["text-42"]


def test_the_notebook_turns_every_state_into_an_outcome(notebook):
    assert set(uspak.evidence("cpec_projects")["state"]) <= set(the_pivot_to_china.OUTCOMES)
    cell = next(node for node in ast.walk(ast.parse(notebook["code-25"])) if isinstance(node, ast.Dict))
    assert ast.literal_eval(cell) == the_pivot_to_china.OUTCOMES


def test_the_answer_of_exercise_1_is_not_on_the_page():
    """The share that exercise 1 asks for is neither in the map's words nor in the table of section 1."""
    answer = the_pivot_to_china.china_1965_69.expected()
    view = suppliers.SuppliersMap()
    assert f" {answer:.0f} percent" not in view.headline() and f"China {answer:.1f}," not in view.words.html
    china = suppliers.volumes().query("supplier_iso3 == 'CHN'")["percent"]
    assert not [value for value in china if abs(value - answer) < 1]
