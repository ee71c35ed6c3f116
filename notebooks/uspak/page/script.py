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


_STYLE = Path(__file__).with_name("page.css").read_text(encoding="utf-8")


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
