"""The tables of evidence as shipped: sums, ranges, and what the sources say."""


# Alliances and duties


def test_who_belonged_to_what(tables):
    alliances = tables["alliances"]
    us = alliances.query("iso3 == 'USA'").set_index("organisation")["role"]
    assert us["CENTO"] == "associate", "the United States never acceded"
    assert us["SEATO"] == "member"
    members = alliances.query("role == 'member'").groupby("organisation")["iso3"].agg(set)
    assert members["SEATO"] == {"AUS", "FRA", "GBR", "NZL", "PAK", "PHL", "THA", "USA"}
    assert members["CENTO"] == {"GBR", "IRN", "IRQ", "PAK", "TUR"}
    seato = alliances.query("organisation == 'SEATO' and iso3 == 'PAK'").iloc[0]
    assert (seato["joined"], seato["left"][:4], seato["status"]) == ("1954-09-08", "1973", "disputed")


def test_obligations_follow_the_texts(tables):
    duty = tables["obligations"].set_index(["crisis_id", "instrument"])["bound"]
    assert (duty[:, "CENTO"] == "nothing").all() and (duty[:, "MDAA 1954"] == "nothing").all()
    assert duty["1965-war", "Manila Pact 1954"] == "consult"
    assert duty["communist-attack", "Manila Pact 1954"] == "act as agreed"
    sourced = tables["obligations"]["source_id"].str.split(";").str.len()
    assert (sourced >= 2).all()


# Money


def test_a_year_without_a_record_is_a_blank_and_not_a_zero(tables):
    aid = tables["aid_by_year"].set_index("fiscal_year")
    unrecorded = aid[aid["note"].str.contains("No Greenbook record", na=False)]
    assert list(unrecorded.index) == ["1949", "1950"]
    assert unrecorded.filter(like="usd_millions").isna().all(axis=None)


def test_aid_adds_up(tables):
    aid = tables["aid_by_year"]
    for basis in ("current", "constant_2020"):
        economic, military, total = (aid[f"{part}_usd_millions_{basis}"] for part in ("economic", "military", "total"))
        known = economic.notna()
        assert ((economic + military - total)[known].abs() < 0.01).all()
    zia = aid[aid["fiscal_year"].between("1982", "1990")]
    assert round(zia["economic_usd_millions_current"].sum()) == 3009
    assert round(zia["military_usd_millions_current"].sum()) == 2190
    peak = aid.loc[aid["total_usd_millions_constant_2020"].idxmax(), "fiscal_year"]
    assert peak == "1962"


def test_aid_with_repayments_peaks_before_the_raid(tables):
    """Coalition Support Funds: verified years only, beside the aid and never inside its totals."""
    aid = tables["aid_by_year"].set_index("fiscal_year")
    funds = aid["coalition_support_funds_usd_millions_current"]
    assert list(funds.dropna().index) == [str(year) for year in range(2007, 2019)]
    assert funds["2010"] == 1499 and aid.loc["2013", "coalition_support_funds_status"] == "disputed"
    assert (funds.notna() == aid["coalition_support_funds_status"].notna()).all()
    with_funds = (aid["total_usd_millions_current"] + funds).dropna()
    assert with_funds.idxmax() == "2010" and aid.loc["2010", "fy_end_date"] < "2011-05-02"
    loans = aid["military_of_which_loans_usd_millions_current"]
    assert (loans.dropna() <= aid.loc[loans.notna(), "military_usd_millions_current"] + 0.01).all()
    assert round(loans["1982":"1990"].sum()) == 1739


def test_appropriations_add_up_to_the_printed_total(tables):
    crs = tables["aid_appropriations"].set_index("period")
    parts = [column for column in crs if column.endswith("current") and not column.startswith("grand")]
    assert ((crs[parts].sum(axis=1) - crs["grand_total_usd_millions_current"]).abs() <= 1).all()
    years, lump, total = (crs[crs["kind"] == kind] for kind in ("year", "five years", "whole programme"))
    assert ((years[parts].sum() + lump[parts].sum() - total[parts].sum()).abs() <= 1).all()
    assert years["grand_total_usd_millions_current"].idxmax() == "2010"
    assert lump.loc["2002-2006", "coalition_support_funds_usd_millions_current"] == 4947


def test_covert_money_is_a_range_with_gaps(tables):
    covert = tables["covert_aid"].set_index("fiscal_year")
    assert not {1988, 1989} & set(covert.index), "no figure for these years was found"
    low, high, best = (covert[f"{name}_usd_millions_current"] for name in ("low", "high", "preferred"))
    assert (low <= high.fillna(low)).all() and (best.dropna() >= low[best.notna()]).all()
    assert best.idxmax() == 1987 and best[1987] == 630
    totals = tables["covert_aid_totals"]
    assert (totals["low_usd_billions_current"] <= totals["high_usd_billions_current"]).all()


def test_trade_has_one_row_to_plot_a_year(tables):
    trade = tables["trade"]
    plotted = trade.query("preferred == 'yes'")
    assert not plotted.duplicated(["partner_iso3", "year"]).any()
    latest = trade.query("partner_iso3 == 'CHN' and year == 2024").iloc[0]
    assert latest["imports_usd_millions_current"] > 4 * latest["exports_usd_millions_current"]


def test_debt_and_corridor_totals_show_their_spread(tables):
    debt = tables["external_debt"]
    whole = debt[~debt["counted_by"].str.contains("CPEC alone")]["share_percent"]
    assert (whole.min(), whole.max()) == (13, 30) and debt["share_percent"].min() < 6
    totals = tables["cpec_totals"].set_index(["date", "kind"])["usd_billions_nominal"]
    assert totals["2017-04-12", "announced"] == 62 and totals["2017-05-09", "announced"] == 46
    assert totals["2021-09-30", "realised, claimed"] == totals["2023-07", "realised, claimed"] == 25.4


def test_every_project_has_a_state_of_a_day(tables):
    """A state without its day grows old unseen; a year of completion belongs to what is completed, or partly, by then."""
    projects = tables["cpec_projects"].set_index("project")
    assert projects["state_as_of"].notna().all()
    seen = projects["state_as_of"].str[:4].astype(int)
    done, partly = projects["state"] == "completed", projects["state"] == "partly completed"
    finished = projects["year_completed"]
    assert finished[done].notna().all() and finished[~done & ~partly].isna().all()
    assert (finished.dropna() <= seen[finished.notna()]).all()
    announced = projects["year_announced"].fillna(0)
    assert (announced <= seen).all() and (announced <= finished.fillna(9999)).all()


def test_projects_are_as_the_latest_source_of_each_says(tables):
    projects = tables["cpec_projects"].set_index("project")
    opened = {
        "Gwadar Eastbay Expressway": 2022,
        "Hakla-Dera Ismail Khan motorway (M-14)": 2022,
        "Karakoram Highway Phase II (Havelian-Thakot)": 2020,
        "Khuzdar-Basima highway (N-30)": 2023,
        "Suki Kinari hydropower plant": 2024,
    }
    assert projects.loc[list(opened), "year_completed"].to_dict() == opened
    assert projects.loc["Khuzdar-Basima highway (N-30)", "status"] == "disputed"
    railway = projects.loc["ML-1 railway upgrade (Karachi-Peshawar)"]
    assert railway["state"] == "not started" and railway["state_as_of"] >= "2026"
    outdated = projects[projects["state"].ne("completed") & projects["state_as_of"].lt("2023")]
    assert outdated.empty, "what was unfinished must have been looked at again"


# Votes and opinion


def test_votes_add_up(tables):
    votes = tables["un_agreement"]
    assert (votes[["same", "partial", "opposite"]].sum(axis=1) == votes["votes_compared"]).all()
    score = (votes["same"] + votes["partial"] / 2) / votes["votes_compared"]
    assert ((score - votes["agreement_score"]).abs() < 0.001).all()
    world = tables["un_agreement_world"].merge(votes.query("country_b == 'USA'"), on="year")
    assert ((world["pakistan_score_with_usa"] - world["agreement_score"]).abs() < 0.001).all()


def test_votes_by_issue_add_up(tables):
    votes = tables["un_agreement_by_issue"]
    assert (votes[["same", "partial", "opposite"]].sum(axis=1) == votes["votes_compared"]).all()
    score = (votes["same"] + votes["partial"] / 2) / votes["votes_compared"]
    assert ((score - votes["agreement_score"]).abs() < 0.001).all()
    wrong_flags = votes[votes["issue_code"].isin(["co", "ec"])]
    assert (wrong_flags["last_vote"] < "2019").all()


def test_opinion_can_be_read_by_question(tables):
    opinion = tables["opinion"]
    pew = opinion.query("question_id == 'us-favourable' and respondents == 'Pakistan'").set_index("year")["percent"]
    assert list(pew.index) == list(range(2002, 2016)) and pew.idxmax() == 2006 and pew[2002] == 10
    assert not opinion.query("question_id == 'china-favourable' and year == 2013").size, "another question in the file"
    assert opinion.query("question_id == 'drones-bad'")["respondents"].str.contains("heard").all()
    exact = opinion.dropna(subset="percent_recomputed")
    assert ((exact["percent"] - exact["percent_recomputed"]).abs() < 1).all()


# Sanctions, arms and armies


def test_sanctions_tell_the_pressler_story(tables):
    steps = tables["sanctions"].set_index("sanction_id")
    assert steps["date"].is_monotonic_increasing
    cut, law = steps.loc["1990-pressler-cut-off"], steps.loc["1985-pressler-law"]
    assert (cut["date"], cut["direction"], cut["event_id"]) == ("1990-10-01", "restricts", "1990-pressler-cut-off")
    assert law["date"] < cut["date"] and law["direction"] == "mixed" and law["target"] == "Pakistan only"
    assert steps.loc["2001-nuclear-waiver", "date"] == cut["date_end"] == "2001-09-22"
    dated = steps.dropna(subset="event_id").merge(tables["events"], on="event_id", suffixes=("", "_event"))
    assert (dated["date"].str[:4].astype(int) - dated["date_event"].str[:4].astype(int)).abs().max() <= 1


def test_arms_shares_add_up(tables):
    arms = tables["arms_imports"]
    total = arms.groupby("year")["tiv_millions"].transform("sum")
    assert ((100 * arms["tiv_millions"] / total - arms["share_percent"]).abs() < 0.1).all()
    recent = arms[arms["year"].between(2020, 2024)].groupby("supplier")["tiv_millions"].sum()
    assert round(100 * recent["China"] / recent.sum()) == 81


def test_undelivered_arms_are_marked(tables):
    deals = tables["major_systems"].set_index("system")
    assert deals.loc["F-16A/B Block 15 (Peace Gate III and IV)", "quantity_delivered"] == 0
    assert deals.loc["F-16A/B Block 15 (Peace Gate I and II)", "quantity_delivered"] == 40
    both = deals.dropna(subset=["quantity_ordered", "quantity_delivered"])
    assert (both["quantity_delivered"] <= both["quantity_ordered"]).all()


def test_the_two_counts_of_f_16s_explain_each_other(tables):
    ordered = tables["sanctions"].set_index("sanction_id").loc["2005-f16-reopened"]
    delivered = tables["major_systems"].query("system.str.contains('Peace Drive I')", engine="python").iloc[0]
    assert "36 F-16C/D" in ordered["effect"] and delivered["quantity_ordered"] == 18
    assert "18 new ones" in ordered["note"] and "36" in delivered["note"]


def test_nuclear_tests_and_stockpiles(tables):
    tests = tables["nuclear_tests"].set_index("date")
    pakistan = tests.query("country_iso3 == 'PAK'")
    assert dict(pakistan["announced_tests"]) == {"1998-05-28": 5, "1998-05-30": 1}
    india = tests.query("country_iso3 == 'IND' and date > '1998'")
    assert list(india.index) == ["1998-05-11", "1998-05-13"] and india["announced_tests"].sum() == 5
    assert (tests["recorded_events"] <= tests["announced_tests"]).all()
    stock = tables["nuclear_stockpiles"]
    ranged = stock.dropna(subset="warheads_low")
    assert (ranged["warheads_low"] <= ranged["warheads_high"]).all()
    by_year = stock.pivot(index="year", columns="country_iso3", values="warheads")
    assert by_year.loc[2023, "PAK"] == 170 and by_year.loc[2024, "IND"] > by_year.loc[2024, "PAK"]


def test_missiles_and_the_measures_against_them(tables):
    missiles = tables["missiles"].set_index("missile")
    assert (missiles["range_km_min"] <= missiles["range_km_max"]).all()
    assert missiles["range_km_max"].idxmax() == "Shaheen-III" and missiles.loc["Shaheen-III", "range_km_max"] == 2750
    steps = tables["missile_sanctions"]
    complex_ = steps[steps["entities"].str.contains("National Development Complex")]
    assert {"2001-09-01", "2024-12-18"} <= set(complex_["date"]), "2024 was not the first time"
    assert steps["date"].max() <= "2024-12-31"


def test_armies_compared(tables):
    armies = tables["military_personnel"]
    active = armies.query("indicator == 'active_armed_forces'").set_index("country_iso3")["value"]
    assert active.drop("IND").idxmax() == "PAK" and active["PAK"] == 650000
    assert armies.groupby("indicator")["unit"].nunique().eq(1).all()


def test_peacekeepers_and_ranks(tables):
    peace = tables["peacekeeping"]
    pakistan = peace.query("country_iso3 == 'PAK'").set_index("date")
    assert pakistan["personnel"].idxmax() == "2008-12" and pakistan.loc["2008-12", "personnel"] == 11135
    assert (pakistan.loc["2008-12", "rank"], pakistan.loc["1997-12", "rank"]) == (1, 28)
    split = peace.dropna(subset=["personnel", "troops", "police", "experts"])
    assert (split[["troops", "police", "experts"]].sum(axis=1) == split["personnel"]).all()
    share = peace.dropna(subset=["personnel", "world_total", "share_percent"])
    assert ((100 * share["personnel"] / share["world_total"] - share["share_percent"]).abs() < 0.06).all()
    missions = tables["peacekeeping_missions"]
    assert missions["pakistan_first_year"].min() == 1960
    assert (missions["peak_personnel"].notna() == missions["peak_basis"].notna()).all()


# People


def test_refugees_are_counted_at_the_end_of_the_year(tables):
    refugees = tables["refugees"].set_index("year")
    assert list(refugees.index) == list(range(1979, 2026))
    assert refugees["refugees_end_year"].idxmax() == 1989 and refugees.loc[1989, "refugees_end_year"] == 3272290
    assert (refugees.loc[1995:1999, "refugees_end_year"] == 1200000).all(), "an estimate carried forward"
    assert refugees["returned_in_year"].idxmax() == 2002
    assert refugees.loc[[1995, 2002, 2007], "note"].notna().all()


def test_drone_counters_stay_apart(tables):
    drones, area, totals = (tables[name] for name in ("drone_strikes", "drone_strikes_by_area", "drone_totals"))
    for table in (drones, area, totals):
        for what in ("killed", "civilians"):
            known = table.dropna(subset=f"{what}_min")
            assert (known[f"{what}_min"] <= known[f"{what}_max"]).all()
    assert (drones["civilians_max"] <= drones["killed_max"].fillna(1e9)).all()
    assert not (drones["counted_by"] == "Long War Journal").any(), "its yearly figures were never seen"
    sums = drones.groupby("counted_by")[["strikes", "civilians_min", "civilians_max"]].sum()
    assert list(sums.loc["Bureau of Investigative Journalism"]) == [430, 424, 969]
    assert list(sums.loc["New America"]) == [414, 245, 303]
    assert sums.loc["Pakistan Ministry of Defence", "civilians_max"] == 67
    columns = ["strikes", "killed_min", "killed_max", "civilians_min", "civilians_max"]
    yearly = drones[drones["counted_by"].isin(area["counted_by"])].set_index(["counted_by", "year"])[columns]
    assert (area.groupby(["counted_by", "year"])[columns].sum() == yearly).all(axis=None)
    waziristan = area["agency"].isin(["North Waziristan", "South Waziristan"])
    assert 0.92 < area.loc[waziristan, "strikes"].sum() / area["strikes"].sum() < 0.94


def test_deaths_from_terrorism_keep_their_counters(tables):
    deaths = tables["terrorism_deaths"]
    gtd = deaths.query("counted_by == 'GTD'").set_index("year")["killed_total"]
    assert list(gtd.index) == list(range(2000, 2021)) and gtd.idxmax() == 2013
    assert deaths.groupby("counted_by")["what_is_counted"].nunique().eq(1).all()


def test_the_dead_of_1971_keep_their_counters(tables):
    deaths = tables["deaths_1971"]
    assert not deaths.duplicated(["who", "what", "counted_by"]).any(), "one row for each group and counter"
    both = deaths.dropna(subset=["low", "high"])
    assert (both["low"] <= both["high"]).all()
    assert not deaths[["low", "high"]].eq(0).any(axis=None), "no number is empty, not zero"
    killed = deaths.query("what == 'killed'")
    assert {"Civilians", "The Hindu minority", "Non-Bengalis (Biharis)"} <= set(killed["who"])
    assert (killed["status"] == "disputed").all()
    assert killed["high"].max() >= 10 * killed["high"].min(), "as far apart as the counters are"


def test_ground_lines_run_from_the_sea_to_afghanistan(tables):
    lines = tables["ground_lines"]
    for line, end in (("north", "Kabul"), ("south", "Kandahar")):
        route = lines[lines["line_id"] == line].sort_values("seq")
        assert list(route["seq"]) == list(range(1, len(route) + 1))
        assert (route["point"].iloc[0], route["point"].iloc[-1]) == ("Karachi", end)
        assert list(route["country_iso3"].ne("PAK")) == sorted(route["country_iso3"].ne("PAK")), "crosses once"
    assert {"Jacobabad (Shahbaz)", "Shamsi (Bandari)"} <= set(lines.query("line_id == 'bases'")["point"])
