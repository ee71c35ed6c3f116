"""What several files of tests share."""

import json

import pytest

from uspak.checking.exercises import worked_out_once
from uspak.drawing import figure
from uspak.exercises import core
from uspak.lessons.cold_war_allies import what_was_owed as obligations
from uspak.lessons.from_article_to_data import code_it_yourself as coding
from uspak.widgets import live


@pytest.fixture(scope="module")
def data_stay(request):
    """The exercises that a file of tests names as ``EXERCISES`` work out their answers once, for the data stay as they are."""
    with worked_out_once(*request.module.EXERCISES):
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
    for module in (figure, live, coding, obligations):
        monkeypatch.setattr(module, "display", lambda bundle, raw: bundles.append(json.loads(json.dumps(bundle))))
    return bundles
