"""What `uspak` and `uspak.data` offer, and what importing them costs."""

import pkgutil
import re
import subprocess
import sys

import pytest

import uspak
from uspak import data


def test_importing_uspak_is_light():
    """Tables as shipped need pandas only; Frictionless, plotly and the widgets come when they are asked for."""
    code = (
        "import sys, uspak; uspak.events(); uspak.evidence('alliances'); "
        "print(*sorted(name for name in sys.modules if name.startswith('uspak')), "
        "*[name for name in ('frictionless', 'plotly', 'ipywidgets') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    rooms = ["frames", "loaders", "package"]
    assert run.stdout.split() == ["uspak", "uspak.data", *(f"uspak.data.{room}" for room in rooms), "uspak.dates"]


def test_the_room_says_what_each_of_its_modules_is_for():
    modules = {module.name for module in pkgutil.iter_modules(data.__path__)}
    assert set(re.findall(r"^``(\w+)``  ", data.__doc__, flags=re.MULTILINE)) == modules


def test_modules_of_the_package_are_imported_on_demand():
    assert uspak.drawing.theme.DIRECTIONS
    with pytest.raises(AttributeError, match="no attribute 'thema'"):
        _ = uspak.thema


def test_the_environment_variable_chooses_the_folder(edited, monkeypatch):
    assert data.DATA == edited.folder
    monkeypatch.delenv("USPAK_DATA")
    assert data.DATA != edited.folder and (data.DATA / "datapackage.json").exists()
