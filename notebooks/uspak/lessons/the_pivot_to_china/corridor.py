"""The projects of the China–Pakistan Economic Corridor and what became of them."""

from uspak import data, dates

#: What became of a project, in three words: the dictionary that stands in the notebook.
OUTCOMES = {
    "completed": "completed",
    "partly completed": "begun",
    "ground broken": "begun",
    "pipeline": "not begun",
    "not started": "not begun",
}


def projects():
    """The projects of ``cpec_projects`` with two more columns.

    Returns:
        ``uspak.evidence("cpec_projects")`` with ``outcome``, a value of ``OUTCOMES``, true as of ``state_as_of``, and
        ``cost``, in millions of dollars of the day (NaN where no figure was found; read ``cost_basis`` before adding up).
    """
    table = data.evidence("cpec_projects")
    return table.assign(outcome=table["state"].map(OUTCOMES), cost=table["cost_usd_millions_current"])


def as_of(table):
    """The days as of which the states of some projects were seen, in words: ``"as of May 2021 to January 2026"``."""
    days = table["state_as_of"].str[:7]
    first, last = dates.written_date(days.min()), dates.written_date(days.max())
    return f"as of {first}" if first == last else f"as of {first} to {last}"
