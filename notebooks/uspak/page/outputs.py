"""What a notebook keeps of a widget: beside the live view, something for readers who have no kernel."""

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def page_part(content):
    """HTML for an output in which two dollar signs are money, and not the ends of a formula."""
    return f'<div class="mathjax_ignore">{content}</div>'


def widget_bundle(widget, stored):
    """The output bundle of a widget.

    Args:
        widget: any ipywidget.
        stored: what a saved notebook keeps, by MIME type; it must be the same at every run. The live view goes when the
            page saves the notebook (``script.js``) and when ``uspak refresh`` does.

    Returns:
        A dict by MIME type; JupyterLab shows the live view while there is a kernel, and else what is stored.
    """
    from .script import page  # late: `uspak check` looks at notebooks without any widget

    page()
    return {WIDGET_VIEW: {"version_major": 2, "version_minor": 0, "model_id": widget.model_id}, **stored}
