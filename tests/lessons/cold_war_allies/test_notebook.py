"""What notebook 02, Cold War allies, says is what the tables give."""

import uspak


def test_five_of_the_eight_longest_stems_point_down(events):
    era = events[events["era_id"] == "cold-war-allies"]
    longest = era[(era["start"] >= "1962") & (era["weight"].abs() >= 5)]
    assert (len(longest), (longest["weight"] < 0).sum()) == (8, 5)


def test_the_mean_of_the_1960s_does_not_hang_on_one_event(events):
    sixties = events[events["start"].between("1960", "1969-12-31")]["weight"]
    assert all(sixties.drop(row).mean() < 0 for row in sixties.index)


def test_the_four_largest_years_of_economic_aid(aid):
    column = aid["economic_usd_millions_constant_2020"]
    assert sorted(column.nlargest(4).index) == [1962, 1963, 1964, 1965]
    military = aid["military_usd_millions_constant_2020"].loc[:1979]
    assert military.idxmax() == 1956 and military.loc[1963:1966].is_monotonic_decreasing
    assert (military.loc[1969:] < 2).all()


def test_the_first_arms_from_china_came_before_the_embargo():
    arms = uspak.evidence("arms_imports")
    china = arms[(arms["supplier"] == "China") & (arms["tiv_millions"] > 0)].set_index("year")["tiv_millions"]
    assert china.index.min() == 1964 and china[1965] > 50 * china[1964]


def test_above_the_median_state_in_1954_to_1958_and_below_it_in_most_later_years():
    gap = uspak.evidence("un_agreement_world").set_index("year")["pakistan_minus_median"].loc[:1979]
    assert (gap.loc[1954:1958] > 0).all() and (gap.loc[:1953] < 0).all()
    assert (gap.loc[1959:] < 0).mean() > 0.8


def test_the_title_above_the_verdicts_counts_the_claims(prose):
    claims = uspak.claims()
    ours = claims[(claims["paragraph"] == "P2") & (claims["notebook"] == "02")]
    counts = ours["verdict"].value_counts()
    assert "Of seven claims, two are supported and one is contradicted" in prose("02")
    assert (len(ours), counts["supported"], counts["contradicted"], counts["qualified"]) == (7, 2, 1, 4)
