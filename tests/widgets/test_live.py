"""The common ground of the live figures: what reaches the browser is whole."""

import importlib
import pkgutil
import sys
from subprocess import PIPE, run

import ipywidgets as widgets
import nbformat
import plotly.graph_objects as go
import pytest
from plotly.basewidget import BaseFigureWidget

import uspak
from uspak.drawing import figure, maps
from uspak.page.outputs import WIDGET_VIEW
from uspak.widgets.controls import LiveRegion, Stepper
from uspak.widgets.live import LiveFigure, _LazyModule
from uspak.widgets.story import StoryMap

for module in pkgutil.walk_packages(uspak.__path__, "uspak."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)


def descendants(parent):
    """All classes that derive from one, at any depth."""
    for child in parent.__subclasses__():
        yield child
        yield from descendants(child)


#: Every live figure of the series.
SERIES = [make for make in descendants(LiveFigure) if make.__module__.startswith("uspak.lessons.") or make is StoryMap]


@pytest.fixture
def live():
    figure = go.Figure(
        [
            go.Scatter(name="line", x=[1, 2], y=[1, 2], line=dict(dash="dash", color="#D55E00")),
            go.Scatter(name="signs", x=[3, 4], y=[2, 1], mode="markers", marker=dict(size=20, symbol="square")),
        ]
    )
    return LiveFigure(
        LiveRegion(html="above"), figure.update_layout(title_text="A title"), LiveRegion(html="below"), text="Two."
    )


def test_the_first_message_to_the_browser_holds_the_first_state_whole(live, monkeypatch, shown):
    live.figure.data[0].x = [5, 6]
    opened, really_open = [], widgets.Widget.open
    monkeypatch.setattr(widgets.Widget, "open", lambda self: (opened.append(self._widget_data), really_open(self)))
    live.figure.open()
    assert opened == [], "nothing shows it yet"
    live.figure.model_id  # noqa: B018
    ((line, signs),) = opened
    assert (list(line["x"]), list(signs["x"])) == ([5, 6], [3, 4])


def test_what_is_shown_again_later_is_sent_as_it_is_then(live, shown):
    live._ipython_display_()
    live.figure.data[0].x = [5, 6]
    assert list(live.figure._widget_data[0]["x"]) == [1, 2]
    live._ipython_display_()
    assert list(live.figure._widget_data[0]["x"]) == [5, 6]


def test_a_browser_that_missed_a_change_is_sent_the_whole(live, monkeypatch):
    said = []
    monkeypatch.setattr(live.figure, "send", said.append)
    live.figure.data[0].x = [5, 6]
    live.figure._handle_custom_msg("whole?", [])
    assert said == ["whole"] and list(live.figure._widget_data[0]["x"]) == [5, 6]


def test_plotly_s_script_travels_once(live):
    another = LiveFigure(LiveRegion(), go.Figure(), LiveRegion(), text="None.")
    assert max(len(figure.figure._esm) for figure in (live, another)) < 10_000, "and not five millions"


QUICKLY = """
import sys
import plotly.graph_objects as go
from uspak.widgets.live import LiveFigure, _LazyModule
LiveFigure(None, go.Figure(), None, text="None.")
print([name for name in ("nbformat", "jsonschema") if name in sys.modules])
from plotly.io import _renderers
print(bool(_renderers.nbformat), type(_renderers.nbformat).__name__)
"""


def test_a_live_figure_comes_without_a_package_that_only_fig_show_needs():
    said = run([sys.executable, "-c", QUICKLY], check=True, text=True, stdout=PIPE).stdout
    assert said.splitlines() == ["[]", "True _LazyModule"]
    assert _LazyModule("nbformat").__version__ == nbformat.__version__, "what fig.show() looks at"


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


def test_a_figure_that_follows_a_stepper_keeps_what_the_browser_draws_and_sends_nothing(live, monkeypatch):
    stepper, sent = Stepper(steps=["one", "two"]), []
    monkeypatch.setattr(BaseFigureWidget, "_send_update_msg", lambda self, *args, **kwargs: sent.append(args))
    live.figure.data[1].meta = "here"
    views = [({"x": [[step]], "marker.color": [f"#00000{step}"]}, {"title.text": f"{step}"}) for step in (7, 8)]
    live.follow(stepper, "here", views)
    for index, step in ((0, 7), (1, 8)):
        stepper.index = index
        line, here = live.figure.data
        assert (here.x, here.marker.color, live.figure.layout.title.text) == ((step,), f"#00000{step}", f"{step}")
        assert here.marker.symbol == "square" and line.x == (1, 2)
    assert sent == []
    live.figure.plotly_update({"visible": [False]})
    assert len(sent) == 1, "any other change is sent"


def test_a_batch_of_bars_and_points_gives_each_only_what_it_can_have():
    figure = go.Figure([go.Bar(x=[1], y=[1]), go.Scatter(x=[1], y=[1])])
    live = LiveFigure(LiveRegion(), figure, LiveRegion(), text="Two.")
    bar, points = live.figure.data
    with live.figure.batch_update():
        bar.marker.pattern.shape = "/"
        points.visible = False
    assert bar.marker.pattern.shape == "/" and points.visible is False and bar.visible is None


# What a notebook stores of each


@pytest.mark.parametrize("make", SERIES, ids=lambda make: make.__name__)
def test_a_reader_without_a_kernel_sees_figure_words_and_table(make, shown):
    widget = make()
    widget._ipython_display_()
    first, *_, words = shown
    assert WIDGET_VIEW in first and first["text/plain"] == repr(widget) == repr(make())
    assert go.Figure(first[figure.PLOTLY_MIME]["data"]).data
    assert "<table" in words["text/html"]
    if any(trace.type == "scattergeo" for trace in widget.figure.data):
        source = next(note.text for note in widget.figure.layout.annotations if note.name == "source")
        assert maps.DISCLAIMER.split(";")[0] in figure.plain(source), "a map says what its borders are"
