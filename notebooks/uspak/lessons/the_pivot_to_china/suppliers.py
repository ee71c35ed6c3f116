"""Who delivered Pakistan's arms, in five-year periods from 1950 to 2024."""

import pandas as pd

from uspak import data

PERIODS = range(1950, 2025, 5)


def volumes():
    """Arms delivered by period and supplier.

    Returns:
        A DataFrame with the columns ``period`` (its first year, int), ``supplier_iso3``, ``supplier``, ``tiv`` (millions of
        SIPRI's trend-indicator value, a volume and no money) and ``percent`` (of the period), largest first in each period.
        Source: ``uspak.evidence("arms_imports")``.
    """
    table = data.evidence("arms_imports")
    table = table.assign(period=table["year"] // 5 * 5, supplier_iso3=table["supplier_iso3"].fillna("???"))
    keys = ["period", "supplier_iso3", "supplier"]
    sums = table.groupby(keys, as_index=False).agg(tiv=("tiv_millions", "sum"))
    sums["percent"] = 100 * sums["tiv"] / sums.groupby("period")["tiv"].transform("sum")
    return sums.sort_values(["period", "tiv"], ascending=[True, False], ignore_index=True)


def ranked(table, period, most=6):
    """The largest suppliers of a period, China and the United States wherever they rank, and all others as one.

    Args:
        table: what :func:`volumes` returns.
        period: its first year.
        most: so many suppliers are named, and China and the United States in any case.

    Returns:
        A DataFrame with ``supplier``, ``tiv`` and ``percent``, the largest first, at the end ``"Others"``, if there are any.
    """
    always, columns = ["China", "United States"], ["supplier", "tiv", "percent"]
    mine = table[table["period"] == period].reset_index(drop=True)[columns]
    absent = pd.DataFrame([[name, 0.0, 0.0] for name in always if name not in set(mine["supplier"])], columns=columns)
    is_named = mine["supplier"].isin(always) | (mine.index < most)
    rest = mine[~is_named]
    others = pd.DataFrame([["Others", rest["tiv"].sum(), rest["percent"].sum()]][: len(rest)], columns=columns)
    return pd.concat([part for part in (mine[is_named], absent, others) if len(part)], ignore_index=True)


def span(period):
    """The period that begins in a year, in words: ``1965–69``."""
    return f"{period}–{str(period + 4)[2:]}"


def named(supplier):
    """A supplier's name as it stands in a sentence."""
    with_article = ("United States", "United Kingdom", "Soviet Union", "Netherlands")
    return f"the {supplier}" if supplier in with_article else supplier
