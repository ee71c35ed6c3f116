"""The exercises of notebook 07, The army argument, in the order in which they stand there.

In ``peacekeeping`` stand ``top_five_share`` and ``what_numbers_show``; in ``comparison`` ``neighbours_per_1000``,
``left_out`` and ``relative_scores``; in ``definition`` ``my_definition``.
"""

from .comparison import NeighboursPerThousand, RelativeScores, WhomTheSevenLeaveOut
from .definition import DefineIt
from .peacekeeping import TopFive, WhatPeacekeepersShow

top_five_share = TopFive()
neighbours_per_1000 = NeighboursPerThousand()
left_out = WhomTheSevenLeaveOut()
relative_scores = RelativeScores()
what_numbers_show = WhatPeacekeepersShow()
my_definition = DefineIt()
