"""plotly's own script: it travels once."""

import plotly.graph_objects as go

from uspak.widgets import live as module
from uspak.widgets.controls import LiveRegion
from uspak.widgets.live import LiveFigure
from uspak.widgets.plotly_script import plotly_script


def test_plotly_s_script_travels_once(live):
    another = LiveFigure(LiveRegion(), go.Figure(), LiveRegion(), text="None.")
    assert max(len(figure.figure._esm) for figure in (live, another)) < 10_000, "and not five millions"


def test_a_figure_that_is_shown_brings_the_script(live, shown, monkeypatch):
    brought = []
    monkeypatch.setattr(module, "plotly_script", lambda: brought.append(True))
    live._ipython_display_()
    assert brought == [True]


def test_the_script_is_all_of_plotly_s_and_comes_once_a_kernel():
    script = plotly_script()
    assert script.comm is not None and script is plotly_script()
    assert script.code == str(go.FigureWidget._esm).encode() and len(script.code) > 1_000_000
