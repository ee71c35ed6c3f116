"""What several files of tests share."""

import json

import pytest
from uspak import coding, figure, live, obligations


@pytest.fixture
def shown(monkeypatch):
    """What is displayed while a test runs: a list of bundles, each content by MIME type."""
    bundles = []
    for module in (figure, live, coding, obligations):
        monkeypatch.setattr(module, "display", lambda bundle, raw: bundles.append(json.loads(json.dumps(bundle))))
    return bundles
