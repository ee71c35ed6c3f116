"""One JupyterLab server and one browser for all browser tests that a worker runs one after the other.

They are closed before any other test: while playwright is open, nothing else in the same process can start an event loop
of its own, and running notebooks needs one.
"""

import os
from contextlib import ExitStack
from pathlib import Path

import pytest
from lab import BROWSERS, PATIENCE, Lab, Server, find_browser, open_browser
from playwright.sync_api import expect, sync_playwright

pytest.register_assert_rewrite("every_notebook")
expect.set_options(timeout=1000 * PATIENCE)

_opened, _labs = ExitStack(), []


@pytest.fixture
def lab(tmp_path_factory):
    """The notebooks in a browser. With ``USPAK_REQUIRE_BROWSER`` set, a missing browser fails instead of skipping."""
    return _lab(tmp_path_factory)


@pytest.fixture(scope="class")
def notebook(tmp_path_factory, request):
    """The notebook that a class of tests is about (its ``name``), opened but not run."""
    return _lab(tmp_path_factory).notebook(request.cls.name)


def _lab(tmp_path_factory):
    if not find_browser():
        names = ", ".join(name for name in BROWSERS if os.sep not in name and "%" not in name)
        stop = pytest.fail if os.environ.get("USPAK_REQUIRE_BROWSER") else pytest.skip
        stop(f"no Chromium found: install Chromium or Chrome ({names}), or put its path into the variable CHROMIUM")
    if not _labs:
        with ExitStack() as stack:
            server = Server(tmp_path_factory.mktemp("lab"))
            stack.callback(server.stop)
            browser = open_browser(stack.enter_context(sync_playwright()), tmp_path_factory.mktemp("browser"))
            stack.callback(browser.close)
            _labs.append(Lab(server, browser))
            _opened.push(stack.pop_all())
    return _labs[0]


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(nextitem):
    if nextitem is None or Path(__file__).parent not in nextitem.path.parents:
        _close()


def pytest_sessionfinish():
    _close()


def _close():
    _labs.clear()
    _opened.close()
