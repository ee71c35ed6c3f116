"""The tables with which the exercises of notebook 03 begin."""

from uspak import data

CURRENT, CONSTANT = "total_usd_millions_current", "total_usd_millions_constant_2020"

#: What the notebook has made of the aid table when the exercises begin.
SETUP = (
    'aid = data.evidence("aid_by_year")\n'
    'aid = aid[aid["fiscal_year"] != "1976TQ"]\n'
    'aid = aid.assign(year=aid["fiscal_year"].astype(int)).query("year <= 1990")\n'
    'war = aid[aid["year"] >= 1980]\n'
    'covert = data.evidence("covert_aid")'
)


def aid():
    """Aid by fiscal year up to 1990, without the transition quarter, with the number ``year``."""
    table = data.whole_fiscal_years(data.evidence("aid_by_year"))
    return table.assign(year=table.index).query("year <= 1990")
