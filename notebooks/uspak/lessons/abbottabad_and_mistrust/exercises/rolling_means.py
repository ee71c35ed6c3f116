"""The exercise on rolling means: where their peaks lie."""

from uspak.exercises.core import Exercise, Mistake

from .notebook_state import SETUP, series_of_years, total


class RollingPeaks(Exercise):
    answer = "rolling_peaks"
    title = "Where the peak moves"
    question = (
        "In which fiscal year does the rolling mean of `total` over three years reach its peak, once trailing and once centred? Give "
        'a dict: `{"trailing": …, "centred": …}`.'
    )
    hints = (
        "`total.rolling(3).mean()` is the trailing mean: each value has the label of the last of its three years.",
        "`total.rolling(3, center=True).mean()` gives each value the label of the middle year.",
        "`.idxmax()` at the end gives the label of the largest value, here the year.",
    )
    setup = SETUP
    solution_code = (
        "rolling_peaks = {\n"
        '    "trailing": total.rolling(3).mean().idxmax(),\n'
        '    "centred": total.rolling(3, center=True).mean().idxmax(),\n'
        "}"
    )
    why = (
        "The raw peak is fiscal 2010, before the raid. Smoothed, it moves to 2011, the raid's own year, or even to 2012. A reader of the "
        "trailing line would say that aid went on rising for a year after Abbottabad. No number was changed, only the window."
    )

    def _means(self):
        aid = total()
        return aid, aid.rolling(3).mean(), aid.rolling(3, center=True).mean()

    def expected(self):
        _, trailing, centred = self._means()
        return {"trailing": int(trailing.idxmax()), "centred": int(centred.idxmax())}

    # long: a literal table of mistakes
    def mistakes(self):
        aid, trailing, centred = self._means()
        raw, peaks = int(aid.idxmax()), {"trailing": int(trailing.idxmax()), "centred": int(centred.idxmax())}
        return (
            Mistake(
                "swapped",
                {"trailing": peaks["centred"], "centred": peaks["trailing"]},
                "You have swapped the two years. A trailing mean looks back, so its peak comes late.",
            ),
            Mistake(
                "no rolling mean",
                {"trailing": raw, "centred": raw},
                "That is the peak of the raw series, twice. Put the rolling mean before `idxmax`.",
            ),
            Mistake(
                "both trailing",
                {"trailing": peaks["trailing"], "centred": peaks["trailing"]},
                "Your centred mean has the same peak as your trailing mean. Did you write `center=True` inside `rolling(…)`?",
            ),
            Mistake(
                "the American spelling",
                {"trailing": peaks["trailing"], "centered": peaks["centred"]},
                "The years may be right, but one label is spelled differently: the question writes `centred`.",
            ),
            Mistake(
                "amounts instead of years",
                {"trailing": float(trailing.max()), "centred": float(centred.max())},
                "These are amounts of money. `max` gives the largest value, `idxmax` its label.",
            ),
            Mistake(
                "sums instead of years",
                {"trailing": 3 * float(trailing.max()), "centred": 3 * float(centred.max())},
                "These are sums of money over three years. The question asks for means, and for the years of their peaks: `idxmax`.",
            ),
            Mistake(
                "whole Series",
                {"trailing": trailing, "centred": centred},
                "That is a whole Series of numbers. The question asks for one year for each label: put `.idxmax()` at its end.",
                when=lambda answer: series_of_years(answer) or any(map(series_of_years, answer.values())),
            ),
        )
