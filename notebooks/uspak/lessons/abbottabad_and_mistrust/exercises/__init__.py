"""The exercises of notebook 06, Abbottabad and mistrust, in the order in which they stand there."""

from .changes import EconomicChanges, LargerFalls
from .closed_road import ClosedDays
from .rolling_means import RollingPeaks
from .sentences import WhoKnew, WindowWarning

closed_days = ClosedDays()
rolling_peaks = RollingPeaks()
economic_changes = EconomicChanges()
larger_falls = LargerFalls()
allowed_sentence = WhoKnew()
window_warning = WindowWarning()
