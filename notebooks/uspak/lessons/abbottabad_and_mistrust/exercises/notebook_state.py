"""What the exercises of notebook 06 share: what the notebook has made of the tables when they begin."""

import pandas as pd

from uspak import data

#: The year before and after which the exercises compare: US fiscal 2011, in which the raid falls.
RAID = 2011

#: What the notebook has made of the tables when the exercises begin.
SETUP = (
    "events = data.events()\n"
    'aid = data.evidence("aid_by_year")\n'
    'aid = aid[aid["fiscal_year"] != "1976TQ"]\n'
    'aid = aid.assign(year=aid["fiscal_year"].astype(int)).set_index("year")\n'
    'total = aid["total_usd_millions_current"].loc[2001:]\n'
    'economic = aid["economic_usd_millions_current"].loc[2001:]\n'
    "\n"
    "def change(series, year, before, after):\n"
    "    earlier = series.loc[year - before : year - 1]\n"
    "    later = series.loc[year + 1 : year + after]\n"
    "    return later.mean() - earlier.mean()"
)


def by_year(column):
    """One column of the aid table from fiscal 2001 on, a Series by year."""
    return data.whole_fiscal_years(data.evidence("aid_by_year"))[column].sort_index().loc[2001:]


def change(series, year, before, after):
    """Mean of the years after minus mean of the years before; the year itself is in neither."""
    return series.loc[year + 1 : year + after].mean() - series.loc[year - before : year - 1].mean()


def series_of_years(answer):
    """Whether an answer, or one value of it, is a Series with one number for each of many years."""
    return isinstance(answer, pd.Series) and len(answer) > 5 and min(answer.index) > 1900


def total():
    """Economic and military aid by fiscal year from 2001 on, millions of current dollars."""
    return by_year("total_usd_millions_current")
