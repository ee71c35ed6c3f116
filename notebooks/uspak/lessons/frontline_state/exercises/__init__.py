"""The exercises of notebook 03, Frontline state, in the notebook's order.

===============================  ====================  =========================================
student's variable               module                what it is about
===============================  ====================  =========================================
``first_package``                ``open_aid``          a sum over some years
``decade_totals``                ``open_aid``          a sum by decade, in constant dollars
``half_way``                     ``open_aid``          a running total
``covert_1985_in_2020_dollars``  ``secret_money``      current dollars turned into constant ones
``unknown_years``                ``secret_money``      years without a figure
``fairer_sentence``              ``article_sentence``  what the tables allow one to say
===============================  ====================  =========================================

``notebook_state`` holds what the notebook has made of its tables when the exercises begin.
"""

from .article_sentence import WhatTheBillionsPaid
from .open_aid import DecadeTotals, FirstPackage, HalfWay
from .secret_money import SecretMoneyOf1985, UnknownYears

first_package = FirstPackage()
decade_totals = DecadeTotals()
half_way = HalfWay()
covert_1985_in_2020_dollars = SecretMoneyOf1985()
unknown_years = UnknownYears()
fairer_sentence = WhatTheBillionsPaid()
