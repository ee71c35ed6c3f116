"""The measures of agreement of two coders."""

import math

import pytest

from uspak import data
from uspak.lessons.from_article_to_data import agreement

FIRST = ["fact"] * 20 + ["other"] * 5 + ["fact"] * 10 + ["other"] * 15
SECOND = ["fact"] * 25 + ["other"] * 25


def test_percent_and_kappa_of_a_table_worked_out_by_hand():
    # 20 + 15 of 50 the same, so 0.70; by chance 0.6 · 0.5 + 0.4 · 0.5 = 0.50; kappa = 0.20 / 0.50
    assert agreement.percent_agreement(FIRST, SECOND) == pytest.approx(70)
    assert agreement.cohens_kappa(FIRST, SECOND) == pytest.approx(0.4)
    assert agreement.cohens_kappa(SECOND, FIRST) == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("first", "second", "kappa"),
    [
        ("abc", "abc", 1),
        ("ab", "ba", -1),
        ("aaaa", "aabb", 0),
        ("aabb", "abab", 0),
        ("aabb", "ccdd", 0),
    ],
)
def test_the_ends_and_the_middle_of_kappa(first, second, kappa):
    assert agreement.cohens_kappa(list(first), list(second)) == pytest.approx(kappa)


def test_kappa_is_undefined_where_nothing_but_agreement_was_possible():
    assert math.isnan(agreement.cohens_kappa(["fact"] * 3, ["fact"] * 3))
    assert agreement.percent_agreement(["fact"] * 3, ["fact"] * 3) == 100


def test_labels_are_compared_by_place_whatever_index_they_carry():
    claims = data.claims()
    shuffled = claims.sort_values("claim", ignore_index=False)
    assert agreement.cohens_kappa(shuffled["kind"], shuffled["kind"].to_list()) == pytest.approx(1)


@pytest.mark.parametrize("measure", [agreement.percent_agreement, agreement.cohens_kappa])
@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        (["a"], ["a", "b"], "same items"),
        ([], [], "no labels"),
        (["a", None], ["a", "b"], "missing"),
    ],
)
def test_what_cannot_be_compared_is_named(measure, first, second, message):
    with pytest.raises(ValueError, match=message):
        measure(first, second)


@pytest.mark.parametrize(
    ("first", "second", "share"),
    [("abc", "abc", 1 / 3), ("aaaa", "aabb", 0.5), ("aabb", "ccdd", 0), ("aaa", "aaa", 1), (FIRST, SECOND, 0.5)],
)
def test_agreement_by_chance(first, second, share):
    assert agreement.chance_agreement(list(first), list(second)) == pytest.approx(share)
