"""The common ground of the live figures: what reaches the browser is whole."""

import importlib
import pkgutil

import plotly.graph_objects as go
import pytest
from plotly.basewidget import BaseFigureWidget

import uspak
from uspak.drawing import figure, maps
from uspak.page.outputs import FIGURE, WIDGET_VIEW
from uspak.widgets.controls import Stepper
from uspak.widgets.live import LiveFigure
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


def test_what_is_shown_again_later_is_sent_as_it_is_then(live, shown):
    live._ipython_display_()
    live.figure.data[0].x = [5, 6]
    assert list(live.figure._widget_data[0]["x"]) == [1, 2]
    live._ipython_display_()
    assert list(live.figure._widget_data[0]["x"]) == [5, 6]


def test_a_figure_that_follows_a_stepper_keeps_what_the_browser_draws_and_sends_nothing(live, monkeypatch):
    stepper, sent = Stepper(steps=["one", "two"]), []
    monkeypatch.setattr(BaseFigureWidget, "_send_update_msg", lambda self, *args, **kwargs: sent.append(args))
    live.figure.data[1].meta = "here"
    views = [({"x": [[step]], "marker.color": [f"#00000{step}"]}, {"title.text": f"{step}"}) for step in (7, 8)]
    live.follow(stepper, ["here"], views)
    for index, step in ((0, 7), (1, 8)):
        stepper.index = index
        line, here = live.figure.data
        assert (here.x, here.marker.color, live.figure.layout.title.text) == ((step,), f"#00000{step}", f"{step}")
        assert here.marker.symbol == "square" and line.x == (1, 2)
    assert sent == []
    live.figure.plotly_update({"visible": [False]})
    assert len(sent) == 1, "any other change is sent"


# What a notebook stores of each


@pytest.mark.parametrize("make", SERIES, ids=lambda make: make.__name__)
def test_a_reader_without_a_kernel_sees_figure_words_and_table(make, shown):
    widget = make()
    widget._ipython_display_()
    first, *_, words = shown
    assert WIDGET_VIEW in first and first["text/plain"] == repr(widget) == repr(make())
    assert go.Figure(first[FIGURE]["data"]).data
    assert "<table" in words["text/html"]
    if any(trace.type == "scattergeo" for trace in widget.figure.data):
        source = next(note.text for note in widget.figure.layout.annotations if note.name == "source")
        assert maps.DISCLAIMER.split(";")[0] in figure.plain(source), "a map says what its borders are"
