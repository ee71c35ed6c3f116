"""Exercises load fast: without the machinery of widgets and figures."""

import pytest

from uspak import lessons

#: Lessons whose exercises still take numbers from a module that draws or asks.
WITH_WIDGETS = {"from_article_to_data", "missiles_and_sanctions", "sanctions_and_the_bomb"}


@pytest.mark.parametrize(
    "module",
    [
        "uspak.exercises.core",
        *(f"uspak.lessons.{name}.exercises" for name in lessons.names() if name not in WITH_WIDGETS),
    ],
)
def test_importing_exercises_brings_no_widgets(module, run_python):
    script = (
        f"import sys, {module}; print([name for name in ('ipywidgets', 'anywidget', 'plotly') if name in sys.modules])"
    )
    assert run_python(script) == "[]\n"
