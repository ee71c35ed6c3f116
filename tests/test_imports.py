"""uspak.imports: a package left out of another's import."""

import importlib
import sys

import pytest

from uspak.imports import skip_import


def test_a_package_is_not_there_within_the_block_and_comes_back_after_it(monkeypatch):
    monkeypatch.delitem(sys.modules, "this", raising=False)
    with skip_import("this"), pytest.raises(ModuleNotFoundError):
        importlib.import_module("this")
    assert "this" not in sys.modules


def test_an_imported_package_stays():
    with skip_import("json"):
        assert importlib.import_module("json") is sys.modules["json"]
