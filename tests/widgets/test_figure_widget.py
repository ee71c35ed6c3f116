"""plotly's live figure without its faults: what reaches the browser is whole."""

import sys
from subprocess import PIPE, run

import ipywidgets as widgets
import nbformat
import plotly.graph_objects as go
from plotly.basewidget import BaseFigureWidget

from uspak.widgets.controls import LiveRegion
from uspak.widgets.figure_widget import LazyModule
from uspak.widgets.live import LiveFigure


def test_the_first_message_to_the_browser_holds_the_first_state_whole(live, monkeypatch, shown):
    live.figure.data[0].x = [5, 6]
    opened, really_open = [], widgets.Widget.open
    monkeypatch.setattr(widgets.Widget, "open", lambda self: (opened.append(self._widget_data), really_open(self)))
    live.figure.open()
    assert opened == [], "nothing shows it yet"
    live.figure.model_id  # noqa: B018
    ((line, signs),) = opened
    assert (list(line["x"]), list(signs["x"])) == ([5, 6], [3, 4])


def test_a_browser_that_missed_a_change_is_sent_the_whole(live, monkeypatch):
    said = []
    monkeypatch.setattr(live.figure, "send", said.append)
    live.figure.data[0].x = [5, 6]
    live.figure._handle_custom_msg("whole?", [])
    assert said == ["whole"] and list(live.figure._widget_data[0]["x"]) == [5, 6]


def test_a_batch_sends_each_trace_what_it_keeps(live, monkeypatch):
    sent = {}
    monkeypatch.setattr(BaseFigureWidget, "_send_update_msg", lambda self, restyle_data, *_: sent.update(restyle_data))
    line, signs = live.figure.data
    with live.figure.batch_update():
        line.update(x=[1, 2, 3], line_color="#0072B2")
        signs.marker.symbol = "circle"
    assert [list(x) for x in sent["x"]] == [[1, 2, 3], [3, 4]]
    assert sent["line.color"] == ["#0072B2", None]
    assert sent["marker.symbol"] == [None, "circle"]


def test_a_batch_of_bars_and_points_gives_each_only_what_it_can_have():
    figure = go.Figure([go.Bar(x=[1], y=[1]), go.Scatter(x=[1], y=[1])])
    live = LiveFigure(LiveRegion(), figure, LiveRegion(), text="Two.")
    bar, points = live.figure.data
    with live.figure.batch_update():
        bar.marker.pattern.shape = "/"
        points.visible = False
    assert bar.marker.pattern.shape == "/" and points.visible is False and bar.visible is None


QUICKLY = """
import sys
import plotly.graph_objects as go
from uspak.widgets.live import LiveFigure
LiveFigure(None, go.Figure(), None, text="None.")
print([name for name in ("nbformat", "jsonschema") if name in sys.modules])
from plotly.io import _renderers
print(bool(_renderers.nbformat), type(_renderers.nbformat).__name__)
"""


def test_a_live_figure_comes_without_a_package_that_only_fig_show_needs():
    said = run([sys.executable, "-c", QUICKLY], check=True, text=True, stdout=PIPE).stdout
    assert said.splitlines() == ["[]", "True LazyModule"]
    assert LazyModule("nbformat").__version__ == nbformat.__version__, "what fig.show() looks at"
