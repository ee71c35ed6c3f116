"""What several files of tests of exercises share."""

import os
import subprocess
import sys

import pytest


@pytest.fixture
def run_python():
    def run(script, **environment):
        command, environment = [sys.executable, "-c", script], {**os.environ, **environment}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    return run
