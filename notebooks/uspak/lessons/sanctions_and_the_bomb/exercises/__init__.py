"""The exercises of notebook 04, Sanctions and the bomb, in the notebook's order.

===================  =======================  =================================================
student's variable   module                   what it is about
===================  =======================  =================================================
``pressler_days``    ``dates_and_intervals``  days between two dates
``first_break``      ``dates_and_intervals``  the first date under two conditions
``in_force``         ``dates_and_intervals``  intervals that hold a day
``lost_years``       ``laws_and_money``       what an inner merge leaves out
``economic_means``   ``laws_and_money``       means before and under a law
``fairer_sentence``  ``article_sentence``     who had which part in the bomb, by several accounts
===================  =======================  =================================================

``notebook_state`` holds what the notebook has made of its tables when the exercises begin.
"""

from .article_sentence import FairerSentence
from .dates_and_intervals import FirstBreak, InForce, PresslerDays
from .laws_and_money import LostYears, MeansOfEconomicAid

pressler_days = PresslerDays()
first_break = FirstBreak()
in_force = InForce()
lost_years = LostYears()
economic_means = MeansOfEconomicAid()
fairer_sentence = FairerSentence()
