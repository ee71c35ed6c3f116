"""What a notebook keeps of a widget: beside the live view, something for readers who have no kernel."""

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def beside(widget, stored):
    """The output bundle of a widget.

    Args:
        widget: any ipywidget.
        stored: what ``uspak refresh`` leaves in the file, by MIME type; it must be the same at every run.

    Returns:
        A dict by MIME type; JupyterLab shows the live view while there is a kernel, and else what is stored.
    """
    return {WIDGET_VIEW: {"version_major": 2, "version_minor": 0, "model_id": widget.model_id}, **stored}
