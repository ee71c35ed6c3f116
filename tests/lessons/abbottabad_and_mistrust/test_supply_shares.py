"""The shares of the supply routes: which counter is used, and when the roads were shut."""

import pytest

import uspak
from uspak.lessons.abbottabad_and_mistrust import supply_shares


def test_where_several_count_it_is_the_counter_of_all_three_routes():
    shares = supply_shares.shares()
    assert shares["2011-11", "Pakistan"] == 29
    assert ("2010", "North") not in shares, "nobody gives it"


@pytest.mark.parametrize("phase", supply_shares.PHASES, ids=lambda phase: phase.name)
def test_what_happened_has_all_its_numbers(phase):
    said = supply_shares.described(phase)
    assert "{" not in said and "nan" not in said
    named = [route for route in supply_shares.ROUTES if f"{{{route.lower()}}}" in phase.words]
    for route in named:
        assert f"{supply_shares.shares()[phase.date, route]:.0f} " in said


def test_one_counter_adds_up():
    table = uspak.evidence("supply_shares")
    one = table[(table["date"] == "2011-11") & (table["said_by"] == supply_shares.COUNTER)]
    assert one["percent_of_cargo"].sum() == 100 and set(one["route"]) == {"Pakistan", "North", "Air"}


def test_the_closure_lasts_as_long_as_the_event():
    event = uspak.events().set_index("event_id").loc["2011-salala"]
    closed = uspak.evidence("supply_shares").query("percent_of_cargo == 0")["date"].item()
    assert event["date"][:7] < closed < event["date_end"][:7]
