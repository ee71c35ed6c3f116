"""What notebook 00, Start here, says is what the tables give."""

import uspak


def directions(events, first, last):
    return (
        events[events["start"].between(first, last)]["direction"]
        .value_counts()
        .reindex(["cooperation", "friction", "mixed"], fill_value=0)
    )


def test_every_era_points_both_ways(events):
    signs = events.groupby("era_id")["weight"].agg(["min", "max"])
    assert (signs["min"] < 0).all() and (signs["max"] > 0).all()


def test_the_text_of_the_timeline_counts_right(events):
    early, middle, late = (
        directions(events, *span) for span in (("1947", "1961-12-31"), ("1962", "1979-12-23"), ("2011", "2024-12-31"))
    )
    assert early["cooperation"] > early.sum() / 2 and early["friction"] == 0
    assert middle["friction"] > middle["cooperation"]
    assert late["friction"] > late.sum() / 2


def test_the_strip_of_verdicts_says_how_many_claims_have_each(prose):
    claims = uspak.claims()
    own = claims[~claims["paragraph"].isin(["C1", "C2"]) & ~claims["claim"].str.startswith("Implied")]
    count = own["verdict"].value_counts()
    supported = f"Of {len(own)} claims, {count['supported']} are supported"
    assert f"{supported} and {count['qualified']} qualified" in prose("00")
    assert (
        f"{supported}, {count['qualified']} qualified, {count['contested']} contested, {count['contradicted']} "
        f"contradicted and {count['not testable']} not testable; {count['pending']} are pending."
    ) in prose("00")
