"""uspak.page.script: what comes once per kernel; tests/browser has the rest."""

import ipywidgets

from uspak.page import script


def test_a_widget_comes_once_per_kernel():
    assert script.page_script() is script.page_script()
    assert script.page_script().comm is not None


def test_a_closed_widget_is_replaced():
    first = script.page_script()
    ipywidgets.Widget.close_all()
    second = script.page_script()
    assert second is not first and second.comm is not None
