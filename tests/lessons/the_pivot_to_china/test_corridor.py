"""The projects of the corridor: what became of each, and as of when."""

from uspak import data, dates
from uspak.lessons.the_pivot_to_china import corridor


def test_the_railway_is_the_largest_item_and_not_begun():
    table = corridor.projects()
    largest = table.loc[table["cost"].idxmax()]
    assert largest["project"].startswith("ML-1") and largest["outcome"] == "not begun"


def test_one_day_is_no_span():
    table = corridor.projects().head(1)
    assert corridor.as_of(table) == f"as of {dates.written_date(table['state_as_of'].item()[:7])}"


def test_every_state_that_the_table_may_hold_has_an_outcome():
    fields = next(r for r in data.description()["resources"] if r["name"] == "cpec_projects")["schema"]["fields"]
    allowed = next(field for field in fields if field["name"] == "state")["constraints"]["enum"]
    assert sorted(allowed) == sorted(corridor.OUTCOMES)
