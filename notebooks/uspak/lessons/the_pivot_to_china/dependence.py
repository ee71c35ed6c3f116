"""How dependent Pakistan is on its partners, by every measure that the tables of notebook 08 allow."""

from math import nan

import pandas as pd

from uspak import data, dates

from .suppliers import PERIODS, span, volumes

#: What can be measured: words for the list of measures, and for a title.
MEASURES = {
    "arms": ("Arms imports", "Arms imports"),
    "imports": ("Imports of goods", "Imports"),
    "exports": ("Exports of goods", "Exports"),
    "trade": ("Imports and exports together", "All trade"),
    "debt": ("External debt", "External debt"),
    "votes": ("Votes alike in the United Nations", "UN votes alike"),
}
PARTNERS = {"CHN": "China", "USA": "United States", "IND": "India"}

#: The count of debt that is our own arithmetic, from the table of creditors.
TO_STATES = "Debt to states alone, IMF table"
#: The counts of debt that stand in the overview, and their words there.
_DEBTS = {
    TO_STATES: "Debt to states, IMF",
    "IMF, in the press": "All debt, IMF",
    "World Bank": "All debt, World Bank",
    "Chinese consul general": "All debt, Chinese consul",
}


def measures():
    """Every measure of dependence that the tables of notebook 08 allow, one row a number.

    Returns:
        A DataFrame with ``measure`` (a key of ``MEASURES``), ``what`` (the denominator in words), ``when`` (the period in
        words), ``time`` (its middle in years, for an axis), ``partner`` (a key of ``PARTNERS``) and ``percent``. Years without
        numerator or denominator have no row. ``votes`` is the percentage of roll calls with the same vote, which is no share.
        Sources: ``arms_imports``, ``trade`` over ``trade_totals``, ``external_debt``, ``external_debt_creditors``,
        ``un_agreement``.
    """
    parts = [_arms(), _trade(), _debt(), _votes()]
    return pd.concat(parts, ignore_index=True).sort_values(["measure", "partner", "time"], ignore_index=True)


def _arms():
    table = volumes()
    whole = pd.MultiIndex.from_product([PERIODS, ["CHN", "USA"]], names=["period", "supplier_iso3"])
    share = table.set_index(["period", "supplier_iso3"])["percent"].reindex(whole, fill_value=0.0).reset_index()
    return pd.DataFrame(
        {
            "measure": "arms",
            "what": "Arms imports",
            "when": share["period"].map(span),
            "time": share["period"] + 2.5,
            "partner": share["supplier_iso3"],
            "percent": share["percent"],
        }
    )


def _trade():
    """Shares of the fiscal years in which numerator and denominator come from the same agency."""
    trade = data.evidence("trade")
    same = trade["series"].eq("State Bank of Pakistan") | trade["source_id"].eq("nation-2019-pak-china-trade")
    rows = trade[same & trade["year_type"].eq("fiscal year") & trade["preferred"].eq("yes")]
    joined = rows.merge(data.evidence("trade_totals"), on="year", suffixes=("", "_all"))
    sold, bought = "exports_usd_millions_current", "imports_usd_millions_current"
    shares = {
        "imports": joined[bought] / joined[f"{bought}_all"],
        "exports": joined[sold] / joined[f"{sold}_all"],
        "trade": (joined[sold] + joined[bought]) / (joined[f"{sold}_all"] + joined[f"{bought}_all"]),
    }
    return pd.concat(
        [
            pd.DataFrame(
                {
                    "measure": key,
                    "what": MEASURES[key][1],
                    "when": "fiscal " + joined["year"].astype(str),
                    "time": joined["year"],
                    "partner": joined["partner_iso3"],
                    "percent": 100 * share,
                }
            ).dropna()
            for key, share in shares.items()
        ]
    )


def _debt():
    """The published shares; where only the two sums are given, their quotient; and one more denominator, debt to states."""
    table = data.evidence("external_debt")
    share = table["share_percent"].fillna(
        100 * table["owed_to_china_usd_billions_current"] / table["denominator_usd_billions_current"]
    )
    creditors = data.evidence("external_debt_creditors")
    states = creditors[creditors["creditor_group"] == "bilateral"].set_index("creditor")["owed_usd_billions_current"]
    said = pd.DataFrame(
        {
            "what": [*table["counted_by"], TO_STATES],
            "date": [*table["date"], creditors["date"].iloc[0]],
            "percent": [*share, 100 * states["China (state)"] / states.sum()],
        }
    ).dropna()
    year, month = said["date"].str[:4].astype(int), said["date"].str[5:7].astype(int)
    return said.assign(
        measure="debt", when=said["date"].str[:7].map(dates.written_date), time=year + (month - 0.5) / 12, partner="CHN"
    ).drop(columns="date")


def _votes():
    table = data.evidence("un_agreement")
    table = table[table["quality"].eq("ok") & table["country_b"].isin(PARTNERS)]
    return pd.DataFrame(
        {
            "measure": "votes",
            "what": "UN votes alike",
            "when": table["year"].astype(str),
            "time": table["year"] + 0.5,
            "partner": table["country_b"],
            "percent": table["agreement_percent"],
        }
    )


def history(table, measure, partner):
    """The numbers of one measure for one partner, in order of time.

    Args:
        table: what :func:`measures` returns.
        measure: a key of ``MEASURES``.
        partner: a key of ``PARTNERS``.
    """
    return table[(table["measure"] == measure) & (table["partner"] == partner)].sort_values("time")


def latest(table=None):
    """The rows of the overview, from the top: for each measure the latest number for China and for the United States.

    Args:
        table: what :func:`measures` returns, if it is at hand.

    Returns:
        A DataFrame with ``label``, ``CHN``, ``USA`` (percent; NaN if not given) and ``when_USA``, the period of the American
        number. Debt has one row for each of four ways to count it, and no American number: the tables do not give it.
    """
    table = measures() if table is None else table
    debt = table[table["measure"] == "debt"].groupby("what").last()
    debts = [
        (f"{label}, {debt.at[what, 'when'][-4:]}", debt.at[what, "percent"], nan, "") for what, label in _DEBTS.items()
    ]
    shares = [_latest(table, key) for key in ("arms", "imports", "trade", "exports")]
    return pd.DataFrame([*shares, *debts, _latest(table, "votes")], columns=["label", "CHN", "USA", "when_USA"])


def _latest(table, measure):
    china, usa = (history(table, measure, iso).iloc[-1] for iso in ("CHN", "USA"))
    return f"{china['what']}, {china['when']}", china["percent"], usa["percent"], usa["when"]
