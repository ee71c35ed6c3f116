"""What notebook 03, Frontline state, says is what the tables give."""


def test_the_stems_that_the_text_names_are_all_that_point_down(events):
    era = events[events["era_id"] == "frontline-state"].set_index("event_id")["weight"]
    down = {
        "1980-peanuts",
        "1983-china-and-the-bomb",
        "1985-pressler-amendment",
        "1988-ojhri-blast",
        "1988-zia-air-crash",
    }
    assert set(era.index[era < 0]) == down
    assert set(era.nlargest(3).index) == {"1981-reagan-package", "1984-covert-aid-grows", "1986-stinger"}


def test_below_400_million_to_1982_and_above_the_promise_by_1987(aid):
    running = aid["total_usd_millions_current"].loc[1980:1990].cumsum()
    assert running[1982] < 400 and running[1987] > 3200
