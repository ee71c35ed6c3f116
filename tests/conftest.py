"""What several files of tests share."""

import json

import numpy as np
import pytest
from known_distances import scan_to_the_islands
from shapely import Point, Polygon

from uspak.checking.exercise_checks import worked_out_once
from uspak.drawing.figure import output
from uspak.exercises import core
from uspak.widgets import live, worksheet

pytest.register_assert_rewrite("answer_case_helpers")


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
    for module in (output, live, worksheet):
        monkeypatch.setattr(module, "display", lambda bundle, raw: bundles.append(json.loads(json.dumps(bundle))))
    return bundles


@pytest.fixture(scope="session")
def polygons():
    """A function from joined rings to shapely polygons."""

    def polygons_of(pair):
        lon, lat = (np.asarray(axis, dtype=float) for axis in pair)
        breaks = np.flatnonzero(np.isnan(lon))
        rings = [np.array(ring) for ring in zip(np.split(lon, breaks), np.split(lat, breaks), strict=True)]
        return [Polygon(ring[:, ~np.isnan(ring[0])].T) for ring in rings]

    return polygons_of


@pytest.fixture(scope="session")
def covers(polygons):
    """Whether joined rings hold a point."""
    return lambda pair, lat, lon: any(part.contains(Point(lon, lat)) for part in polygons(pair))


@pytest.fixture(scope="session")
def scan():
    """Pakistan's border with the distances to the islands of notebook 09."""
    return scan_to_the_islands()
