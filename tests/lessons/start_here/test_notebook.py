"""What notebook 00, Start here, says is what the tables give."""


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
