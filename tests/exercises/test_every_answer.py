"""What goes wrong in the same way in every exercise of a kind: with numbers, with sets and lists, with values under labels."""

import datetime
import re
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from exercise_series import WITH_CONTENT as SERIES
from exercise_series import own_word, said

from uspak.exercises import comparing, contents, judging, values
from uspak.exercises.core import Date
from uspak.exercises.feedback import numeric_errors

KINDS = {
    name: "date" if isinstance(found, Date) else values.kind(values.normalize(found.expected()))
    for name, found in SERIES.items()
}
KINDS_OF = {SERIES[name]: what for name, what in KINDS.items()}


def of_kind(*kinds):
    found = [name for name, what in KINDS.items() if what in kinds]
    assert found
    return pytest.mark.parametrize("exercise", [SERIES[name] for name in found], ids=found)


pytestmark = pytest.mark.usefixtures("data_stay", "no_grading")
EXERCISES = SERIES.values()


# One number


number = of_kind("number")


def is_whole(exercise):
    return isinstance(values.normalize(exercise.expected()), int)


@number
def test_a_number_is_right_in_any_type(exercise):
    right = values.normalize(exercise.expected())
    for same in (
        float(right),
        np.float64(right),
        Decimal(repr(right)),
        Fraction(right),
        pd.Series([right]),
        pd.DataFrame({"it": [right]}),
        pd.Series({"it": right}),
        np.array(right),
    ):
        said(exercise, same, "correct")


@number
def test_a_number_may_be_rounded_but_not_too_far(exercise):
    right = values.normalize(exercise.expected())
    if isinstance(right, int):
        return
    least = comparing.least_decimals(right) if exercise.decimals is None else exercise.decimals
    for shown in range(9):
        rounded = round(right, shown)
        if comparing.decimals(rounded) >= least:
            said(exercise, rounded, "correct")
        elif not own_word(exercise, rounded):
            assert "rounded" in said(exercise, rounded)


@number
def test_a_number_in_quotes_is_told_what_to_leave_out(exercise):
    right = exercise.expected()
    assert "Leave out the quotation marks. Otherwise your answer is right." in said(exercise, repr(float(right)))
    assert "Leave out the quotation marks and the per cent sign. Otherwise" in said(exercise, f"{right!r} %")
    assert "decimal point, not a comma. Otherwise" in said(exercise, f"{float(right)!r}".replace(".", ","))
    assert "Leave out the quotation marks. " in said(exercise, "-98765.25") and "Otherwise" not in said(
        exercise, "-98765.25"
    )


@number
def test_a_number_with_separators_is_right(exercise):
    right = exercise.expected()
    if abs(right) >= 1000 and not values.is_year(values.normalize(right)):
        said(exercise, f"{right:,.2f}", "correct")
        said(exercise, f"{right:,.0f}", "correct")


@number
def test_a_decimal_comma_is_explained(exercise):
    right = values.normalize(exercise.expected())
    whole, _, rest = f"{right:.2f}".partition(".")
    if right > 1 and not isinstance(right, int) and not rest.startswith("0"):
        assert "Python reads a comma as the border" in said(exercise, (int(whole), int(rest)))


@number
def test_code_in_quotes_is_explained(exercise):
    assert "Leave out the quotation marks, and Python works it out" in said(
        exercise, exercise.solution_code.rpartition(" = ")[2].strip()
    )


@number
@pytest.mark.parametrize(
    ("factor", "words"),
    [
        (1_000, "a thousand times too large"),
        (10, "ten times too large"),
        (1e-3, "a thousand times too small"),
        (1e6, "a million times too large"),
    ],
)
def test_a_wrong_unit_is_named(exercise, factor, words):
    right = values.normalize(exercise.expected())
    answer = right * factor
    if not own_word(exercise, answer):
        related = numeric_errors.relation(
            answer, right, percent="per cent" in exercise.question or "percent" in exercise.question
        )[0]
        assert words in said(exercise, answer) or related in ("share", "upside down")


@number
def test_a_turned_sign_is_named(exercise):
    answer = -exercise.expected()
    assert own_word(exercise, answer) or "the sign is not" in said(exercise, answer)


@number
def test_one_off_is_named(exercise):
    right = values.normalize(exercise.expected())
    for answer in (right + 1, right - 1):
        if is_whole(exercise) and answer not in exercise.also() and not own_word(exercise, answer):
            assert re.search("off by one|one year off|all rows|condition is", said(exercise, answer))


@number
def test_shares_and_their_rest_are_named(exercise):
    right = exercise.expected()
    percent = judging.asks_for_percent(exercise)
    if percent:
        assert own_word(exercise, right / 100) or "from 0 to 1" in said(exercise, right / 100)
        assert own_word(exercise, 100 - right) or "missing to a hundred per cent" in said(exercise, 100 - right)
        assert own_word(exercise, 1 - right / 100) or "from 0 to 1" in said(exercise, 1 - right / 100)
        assert own_word(exercise, right * 100) or "per cent twice" in said(exercise, right * 100)


@number
def test_what_is_said_does_not_hold_the_number(exercise):
    right = values.normalize(exercise.expected())
    shown = {f"{right:,}", f"{right}", f"{right:.0f}", f"{right:,.0f}", f"{right:.1f}", f"{right:.2f}"}
    wrong = [
        right + 1,
        right - 1,
        -right,
        right * 100,
        right / 100,
        right * 1000,
        1 / right,
        0,
        3.7,
        12345.6,
        {right},
        [right, 1],
        str(right),
        f"{right}%",
        True,
        "some words",
        pd.Series([right, 2.5]),
        pd.DataFrame({"a": [right, 2.5]}),
        {"a": 1, "b": right},
    ]
    for answer in wrong:
        result = exercise.evaluate(answer)
        if result.state == "wrong" and not result.mistake:
            told = re.sub(r"(?<![\d.,])(0 and 100|0 to 100|from 0 to 1)(?![\d])", "", result.message)
            found = [
                one
                for one in shown
                if re.search(rf"(?<![\d.,]){re.escape(one)}(?![\d]|[.,]\d)", told.replace(exercise.wants, ""))
            ]
            assert not found, f"{answer!r}: {result.message}"


@number
def test_a_condition_is_told_to_be_counted(exercise):
    rows = exercise.rows()
    if rows is None or rows.dtype != bool:
        return
    mask = exercise.evaluate(rows)
    assert mask.mistake or "True or False for each row" in mask.message
    assert own_word(exercise, len(rows)) or "the number of all rows" in said(exercise, len(rows))
    assert own_word(exercise, int((~rows).sum())) or "do **not** meet" in said(exercise, int((~rows).sum()))


@number
def test_other_numbers_of_the_same_rows_are_named(exercise):
    rows = exercise.rows()
    right = values.normalize(exercise.expected())
    if rows is None or rows.dtype == bool:
        return
    for how, words in (("sum", "the sum"), ("mean", "the mean"), ("size", "the number")):
        answer = values.normalize(rows.agg(how) if how != "size" else len(rows))
        if not comparing.close(answer, right) and not own_word(exercise, answer):
            words = "That is no year" if how == "size" and values.is_year(right) else f"That is {words} of the rows"
            assert words in said(exercise, answer)


@pytest.mark.parametrize("exercise", SERIES.values(), ids=SERIES)
def test_a_tolerance_does_not_leak_into_the_mistakes(exercise):
    for mistake in exercise.mistakes():
        example = values.normalize(mistake.example)
        if isinstance(example, float) and not mistake.when and example:
            for near in (example * 1.0037, example * 0.9963):
                found = exercise.evaluate(near)
                assert found.mistake != mistake.name, f"{near} shows {mistake.name}"


@pytest.mark.parametrize("exercise", SERIES.values(), ids=SERIES)
def test_rows_are_those_of_the_answer(exercise):
    rows, right = exercise.rows(), values.normalize(exercise.expected())
    if rows is None:
        return
    assert isinstance(rows, pd.Series) and len(rows)
    if rows.dtype == bool and KINDS_OF[exercise] == "number":
        assert right in (rows.sum(),) or comparing.close(right, 100 * rows.mean())
    elif rows.dtype == bool:
        assert {values_key(label) for label in rows.index[rows]} == {values_key(one) for one in right}
    elif KINDS_OF[exercise] == "lookup":
        assert {values_key(label) for label in rows.index} == contents.labelled_values(right).keys()


def values_key(value):
    return contents.key(contents.normalize_cell(value))


# Sets and lists


sets = of_kind("members")


@sets
def test_a_set_may_come_in_any_container(exercise):
    right = exercise.expected()
    for same in (set(right), sorted(right), tuple(right), pd.Series(sorted(right)), pd.Index(sorted(right)), np.array(sorted(right)),
                 frozenset(right), pd.DataFrame({"it": sorted(right)}), dict.fromkeys(right).keys()):  # fmt: skip
        said(exercise, same, "correct")


@sets
def test_one_too_many_or_too_few_is_told(exercise):
    right = sorted(exercise.expected())
    fewer, more = right[1:], [*right, type(right[0])(12345)]
    assert own_word(exercise, fewer) or "All that you have belongs there. One is missing." in said(exercise, fewer)
    assert own_word(exercise, more) or "One does not belong. Nothing is missing." in said(exercise, more)


@sets
def test_a_set_in_one_text_or_in_more_brackets_is_told(exercise):
    right = [str(one) for one in sorted(exercise.expected())]
    assert re.search("names the right ones|numbers are right", said(exercise, ", ".join(right)))
    assert "brackets within brackets" in said(exercise, [sorted(exercise.expected())])


@sets
def test_how_many_is_not_which(exercise):
    answer = len(exercise.expected())
    assert own_word(exercise, answer) or "The question asks which" in said(exercise, answer)


@sets
def test_rows_are_not_their_labels(exercise):
    right = sorted(exercise.expected())
    for answer in (pd.Series(range(len(right)), index=right), pd.DataFrame({"n": range(len(right))}, index=right)):
        assert own_word(exercise, answer) or ".index" in said(exercise, answer)
    marks = pd.Series([*[True] * len(right), False], index=[*right, type(right[0])(12345)])
    assert own_word(exercise, marks) or "It is True at the right places" in said(exercise, marks)


@sets
def test_all_of_them_and_all_the_others_are_told(exercise):
    rows = exercise.rows()
    everything, others = set(rows.index), set(rows.index[~rows]) - set(rows.index[rows])
    assert own_word(exercise, everything) or "You have all of them" in said(exercise, everything)
    assert not others or own_word(exercise, others) or "exactly all the others" in said(exercise, others)


@sets
def test_years_may_be_dates_but_not_texts(exercise):
    right = sorted(exercise.expected())
    if not contents.years_of(right):
        return
    texts = [str(year) for year in right]
    for same in (
        pd.to_datetime(texts),
        pd.PeriodIndex(texts, freq="Y"),
        [float(year) for year in right],
        [datetime.date(year, 1, 1) for year in right],
    ):
        said(exercise, same, "correct")
    assert "Leave out the quotation marks. Otherwise" in said(exercise, texts)
    assert "four digits" in said(exercise, [year % 100 for year in right])


# Values with labels


labelled = of_kind("lookup")


def labelled_values(exercise):
    return pd.Series(exercise.expected()).astype(float)


@labelled
def test_values_with_labels_may_come_as_dict_series_or_table(exercise):
    right = labelled_values(exercise)
    for same in (right, right.to_dict(), right.to_frame("it"), right.rename_axis("label").reset_index(name="it"), right[::-1],
                 right.to_dict().items(), pd.DataFrame([right.to_dict()]),
                 right.rename(str) if right.index.dtype != object else right):  # fmt: skip
        said(exercise, same, "correct")


@labelled
def test_labels_count(exercise):
    right = labelled_values(exercise)
    for answer in (pd.Series(right.tolist()[::-1], index=right.index), right.rename(lambda label: f"{label}?")):
        assert own_word(exercise, answer) or re.search("reverse|labels|exchanged", said(exercise, answer))
    for answer in (right.tolist(), pd.Series(right.tolist()), np.array(right)):
        assert "values are right, but" in said(exercise, answer)
    assert "Those are the labels" in said(exercise, list(right.index))


@labelled
def test_what_happened_to_all_values_is_named(exercise):
    right = labelled_values(exercise)
    assert own_word(exercise, -right) or "signs are not" in said(exercise, -right)
    if not contents.years_of(right.tolist()):
        assert own_word(exercise, right * 1000) or "a thousand times too large" in said(exercise, right * 1000)
    assert own_word(exercise, right.shift()) or len(right) < 3 or "shifted by one" in said(exercise, right.shift())
    assert own_word(exercise, right.cumsum()) or "running total" in said(exercise, right.cumsum())
    assert (
        own_word(exercise, right.sum())
        or "for all labels" in said(exercise, right.sum())
        or "all rows together" in said(exercise, right.sum())
    )
    assert "Leave out the quotation marks. Otherwise" in said(
        exercise, {label: repr(value) for label, value in right.items()}
    )


@labelled
def test_a_label_too_few_or_twice_is_told(exercise):
    right = labelled_values(exercise)
    assert "One label is missing. The values of the others are right." in said(exercise, right.iloc[1:])
    assert "more than once" in said(exercise, pd.concat([right, right.iloc[:1]]))
    assert "Leave out the total" in said(exercise, {**right.to_dict(), "Total": right.sum()})
