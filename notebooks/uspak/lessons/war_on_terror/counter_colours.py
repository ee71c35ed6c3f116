"""The colour of each counter in the figures of notebook 05."""

from uspak.drawing import theme

from .counts import COUNTS
from .drone_strikes import BUREAU, NEW_AMERICA

#: By the name of the count in ``drone_totals``: ink, brown and grey outside government, an actor's colour for governments.
COLOURS = {
    BUREAU: theme.SERIES[0],
    NEW_AMERICA: theme.SERIES[1],
    "Long War Journal": theme.SERIES[2],
    **{count: theme.ACTORS["PAK"] for count in COUNTS if count.startswith("Pakistan")},
    "US government (ODNI)": theme.ACTORS["USA"],
}
