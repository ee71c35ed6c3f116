"""The exercises of notebook 05, War on Terror, and where each stands.

1. waziristan_share: strikes.py
2. civilian_gap: strikes.py
3. share_range: percentages.py
4. all_pakistanis_bad: percentages.py
5. accusation_or_proof: statements.py
6. fair_headline: headline.py; what it knows of each counter: counters.py

What the notebook has loaded before them stands in notebook_state.py. A new exercise needs an object of its class here, named as
the student's variable.
"""

from .headline import FairHeadline
from .percentages import AllPakistanis, ShareRange
from .statements import AccusationOrProof
from .strikes import CivilianGap, WaziristanShare

waziristan_share = WaziristanShare()
civilian_gap = CivilianGap()
share_range = ShareRange()
all_pakistanis_bad = AllPakistanis()
accusation_or_proof = AccusationOrProof()
fair_headline = FairHeadline()
