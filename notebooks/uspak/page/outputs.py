"""What a notebook keeps of a widget: beside the live view, something for readers who have no kernel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ipywidgets

#: The MIME types of a live widget and of a plotly figure.
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
FIGURE = "application/vnd.plotly.v1+json"


def without_mathjax(html: str) -> str:
    """HTML for an output in which two dollar signs are money, and not the ends of a formula."""
    return f'<div class="mathjax_ignore">{html}</div>'


def widget_bundle(widget: ipywidgets.Widget, stored: dict[str, Any]) -> dict[str, Any]:
    """The output bundle of a widget.

    Args:
        widget: any ipywidget.
        stored: what a saved notebook keeps, by MIME type; it must be the same at every run. The live view goes when the
            page saves the notebook (``script.js``) and when ``uspak refresh`` does.

    Returns:
        A dict by MIME type; JupyterLab shows the live view while there is a kernel, and else what is stored.
    """
    from .script import page_script  # late: `uspak check` looks at notebooks without any widget

    page_script()
    return {WIDGET_VIEW: {"version_major": 2, "version_minor": 0, "model_id": widget.model_id}, **stored}
