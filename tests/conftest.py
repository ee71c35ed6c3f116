"""What several files of tests share."""

import json

import pytest

from uspak.checking import exercises as proof
from uspak.drawing import figure
from uspak.exercises import core
from uspak.widgets import live, worksheet


@pytest.fixture(scope="module")
def data_stay(request):
    """The exercises that a file of tests names as ``TRIED`` work out their answers once, for the data stay as they are."""
    with proof.worked_out_once(*request.module.TRIED):
        yield


@pytest.fixture
def no_grading(monkeypatch):
    """Nobody grades, and solutions are allowed again after the test."""
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    yield
    core.allow_solutions(True)


@pytest.fixture
def shown(monkeypatch):
    """What is displayed while a test runs: a list of bundles, each content by MIME type."""
    bundles = []
    for module in (figure, live, worksheet):
        monkeypatch.setattr(module, "display", lambda bundle, raw: bundles.append(json.loads(json.dumps(bundle))))
    return bundles
