"""plotly's own script for live figures, on its way to the browser: once for all figures of a kernel."""

import anywidget
import plotly.graph_objects as go
import traitlets

from uspak.page.script import javascript, once_per_kernel


class PlotlyScript(anywidget.AnyWidget):
    """plotly's script, which live figures wait for in the browser.

    plotly would send its five megabytes along with every figure, and anywidget gives up a figure whose script is not ready
    after two seconds: several figures on a slow computer would stay blank.

    Traits:
        code: the script in UTF-8; bytes, for text would be written and read as JSON.
    """

    _esm = javascript(__file__)
    code = traitlets.Bytes().tag(sync=True)


@once_per_kernel
def plotly_script() -> PlotlyScript:
    """The widget that brings plotly's script; the same one until the kernel ends or it is closed."""
    return PlotlyScript(code=str(go.FigureWidget._esm).encode())
