"""How far two coders agree who gave labels to the same items."""

import math

import pandas as pd


def percent_agreement(first, second):
    """How often two coders gave the same label, in per cent.

    Args:
        first, second: labels of the same items in the same order, none missing.

    Returns:
        A number from 0 to 100.

    Raises:
        ValueError: if there are no labels, the two differ in length, or a label is missing.
    """
    first, second = _labels(first, second)
    return float((first == second).mean() * 100)


def chance_agreement(first, second):
    """How often two coders would give the same label if each dealt out theirs by chance, as often as they did.

    Args:
        first, second: as in :func:`percent_agreement`.

    Returns:
        A share from 0 to 1: for each label the shares of the two coders multiplied, and all added up.

    Raises:
        ValueError: as :func:`percent_agreement`.
    """
    return float(_by_chance(*_labels(first, second)))


def cohens_kappa(first, second):
    """Cohen's kappa: agreement of two coders beyond what chance would give them (Cohen 1960).

    Args:
        first, second: as in :func:`percent_agreement`.

    Returns:
        1 for perfect agreement, 0 for no more than chance, below 0 for less; NaN where both used one and the same label
        throughout, for then nothing but agreement was possible.

    Raises:
        ValueError: as :func:`percent_agreement`.
    """
    first, second = _labels(first, second)
    observed, expected = (first == second).mean(), _by_chance(first, second)
    return math.nan if math.isclose(expected, 1) else float((observed - expected) / (1 - expected))


def _by_chance(first, second):
    return first.value_counts(normalize=True).mul(second.value_counts(normalize=True), fill_value=0).sum()


def _labels(first, second):
    first, second = (pd.Series(list(labels), dtype="object") for labels in (first, second))
    if len(first) != len(second):
        raise ValueError(f"Two coders must label the same items: here are {len(first)} labels and {len(second)}.")
    if first.empty:
        raise ValueError("There are no labels to compare.")
    if first.isna().any() or second.isna().any():
        raise ValueError("A label is missing: compare only what both have coded.")
    return first, second
