"""The script that a notebook's page needs beside the widgets themselves (``script.js``)."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import anywidget
import traitlets

_Widget = TypeVar("_Widget", bound=anywidget.AnyWidget)


def javascript(path: str | Path) -> str:
    """The JavaScript of a file as text; ``path`` may be that of the Python file of the same name beside it."""
    return Path(path).with_suffix(".js").read_text(encoding="utf-8")


#: The part that pictures and live figures share: how high a figure is that keeps its shape.
SHAPE = javascript(Path(__file__).with_name("shape.js"))


def once_per_kernel(make: Callable[[], _Widget]) -> Callable[[], _Widget]:
    """Remember the widget that ``make()`` returns, as long as it is open; a closed one is replaced.

    ``ipywidgets.Widget.close_all()`` closes widgets that nobody sees, too, and what they do for a page would be missing.
    """
    made: list[_Widget] = []

    @functools.wraps(make)
    def widget() -> _Widget:
        if not made or made[-1].comm is None:
            made[:] = [make()]
        return made[-1]

    return widget


_STYLE = """
.uspak-asleep { margin: 4px 12px; padding: 2px 0 2px 12px; border-left: 3px solid #8A8579; max-width: 46em;
  color: var(--jp-content-font-color1, #222); font: 14px/1.5 Inter, "Segoe UI", Helvetica, Arial, sans-serif; }
.uspak-awake > .jp-OutputArea-output:not(.uspak-view) { display: none !important; }
.jp-RenderedMarkdown table { margin-left: 0; }
.uspak-asleep ~ .jupyter-widgets-disconnected::before, .uspak-asleep ~ * .jupyter-widgets-disconnected::before { content: none; }
"""


class PageScript(anywidget.AnyWidget):
    """Keeps keys in controls, puts controls to sleep when Python is gone, and sees to it that a saved copy shows its figures.

    Traits:
        loaded: whether a page has read the script already; a second one was reloaded.
    """

    _esm = SHAPE + javascript(__file__)
    _css = _STYLE
    loaded = traitlets.Bool().tag(sync=True)


#: Brings the script to the page, once for each kernel.
page_script = once_per_kernel(PageScript)
