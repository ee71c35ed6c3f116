"""What notebook 04, Sanctions and the bomb, says is what the tables give."""

SANCTIONS_END = "2001-09-11"


def test_how_many_came_first_hangs_on_the_line(events):
    friction = events[(events["direction"] == "friction") & (events["start"] < SANCTIONS_END)]
    early = friction[friction["start"] < "1990"]["weight"]
    assert (early == -5).sum() == 2, "two stand exactly at the line"
    assert [(early <= line).sum() for line in (-4, -5, -6)] == [11, 5, 3]


def test_from_the_tests_to_the_coup_most_stems_point_down(events):
    part = events[events["start"].between("1998-05-01", "1999-10-31")]
    assert (part["weight"] < 0).mean() > 0.8
    assert (events[events["start"].between("1995", "1995-12-31")]["weight"] > 0).sum() == 2


def test_a_fall_stands_in_the_title_as_computed(aid, prose):
    total = aid["total_usd_millions_constant_2020"]
    fall = 1 - total.loc[1991:2000].mean() / total.loc[1982:1990].mean()
    assert f"on average {100 * fall:.0f} per cent lower" in prose("04")
