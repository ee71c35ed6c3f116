"""Exercises load fast: without the machinery of widgets and figures. tests/test_architecture.py looks at those of each lesson."""


def test_importing_the_engine_of_exercises_brings_no_widgets(run_python):
    heavy = ("ipywidgets", "anywidget", "plotly")
    script = f"import sys, uspak.exercises.core; print([name for name in {heavy} if name in sys.modules])"
    assert run_python(script) == "[]\n"
