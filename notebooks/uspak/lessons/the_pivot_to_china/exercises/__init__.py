"""The exercises of notebook 08, The pivot to China, in the order in which they stand there.

In ``arms`` stand ``china_1965_69`` and ``china_led``; in ``corridor_costs`` ``known_costs`` and ``fair_62``; in ``debt``
``three_shares``; in ``asking`` ``ask_first``.
"""

from .arms import ChinaInTheSixties, WhenChinaLed
from .asking import AskOfAShare
from .corridor_costs import KnownCosts, SixtyTwoBillion
from .debt import ThreeDenominators

china_1965_69 = ChinaInTheSixties()
china_led = WhenChinaLed()
known_costs = KnownCosts()
three_shares = ThreeDenominators()
fair_62 = SixtyTwoBillion()
ask_first = AskOfAShare()
