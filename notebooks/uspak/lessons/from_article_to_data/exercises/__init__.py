"""The exercises of notebook 01, From article to data, in its order.

earliest_clue and dates_without_day: ``dating.py`` · fact_share: ``facts.py`` · paragraphs_without_fact and
countries_left_out: ``crosstabs.py`` · number_kappa: ``kappa.py``
"""

from .crosstabs import CountriesLeftOut, ParagraphsWithoutFact
from .dating import DatesWithoutDay, EarliestClue
from .facts import FactShare
from .kappa import NumberKappa

earliest_clue = EarliestClue()
dates_without_day = DatesWithoutDay()
fact_share = FactShare()
paragraphs_without_fact = ParagraphsWithoutFact()
countries_left_out = CountriesLeftOut()
number_kappa = NumberKappa()
