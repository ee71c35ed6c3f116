"""One JupyterLab server and one browser for each file of browser tests.

They end with the module, not with the session: while playwright is open, nothing else in the same process can start an
event loop of its own, and running notebooks needs one.
"""

import os

import pytest
from lab import BROWSER_OPTIONS, BROWSERS, Lab, Server, find_browser
from playwright.sync_api import sync_playwright

pytest.register_assert_rewrite("every_notebook")


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """The notebooks in a browser. With ``USPAK_REQUIRE_BROWSER`` set, a missing browser fails instead of skipping."""
    path = find_browser()
    if not path:
        names = ", ".join(name for name in BROWSERS if os.sep not in name and "%" not in name)
        stop = pytest.fail if os.environ.get("USPAK_REQUIRE_BROWSER") else pytest.skip
        stop(f"no Chromium found: install Chromium or Chrome ({names}), or put its path into the variable CHROMIUM")
    server = Server(tmp_path_factory.mktemp("lab"))
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=BROWSER_OPTIONS)
            yield Lab(server, browser)
            browser.close()
    finally:
        server.stop()


@pytest.fixture(scope="class")
def notebook(lab, request):
    """The notebook that a class of tests is about (its ``name``), opened but not run; closed after its last test."""
    yield lab.notebook(request.cls.name)
    lab.close(request.cls.name)
