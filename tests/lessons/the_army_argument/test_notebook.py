"""Notebook 07: what it says of the army's rule."""

import pandas as pd

import uspak


def test_two_definitions_of_military_rule():
    rule = uspak.evidence("military_rule")
    days = (pd.to_datetime(rule["end"]) - pd.to_datetime(rule["start"])).dt.days
    years = (days / 365.25).groupby(rule["definition"]).sum().round()
    assert dict(years) == {"army ruler": 33, "martial law": 15}
    events = uspak.events().set_index("event_id")
    starts = set(rule["start"])
    assert {events.loc[coup, "date"] for coup in ("1958-ayub-coup", "1977-zia-coup", "1999-musharraf-coup")} <= starts
