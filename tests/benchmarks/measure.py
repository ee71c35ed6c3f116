"""Measure what a student waits for, and compare it with the limits of the series; see README.md beside this file."""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

PROJECT = Path(__file__).resolve().parents[2]
NOTEBOOKS = PROJECT / "notebooks"
sys.path.insert(0, str(PROJECT / "tests" / "browser"))

PLAIN_IMPORTS = "import pandas, plotly.graph_objects"
PLAIN_NOTEBOOK = "import pandas\nimport plotly.graph_objects\nimport ipywidgets"
SERIES_IMPORTS = "import uspak; uspak.events()"

#: A story of the series' events, and one of ten thousand drawn from them.
STORIES = {
    "events of the series": "uspak.events()",
    "10,000 events": (
        "e.sample(10_000, replace=True, random_state=1).assign(start=pd.date_range('1947-08-14', '2024-12-31', 10_000))"
    ),
}

#: In the page: press Next again and again; milliseconds from each press that leads to another place until the card, the map
#: and the ring on the timeline have been painted anew.
STEPS = """
async ([cell, steps]) => {
  const map = cell.querySelector(".js-plotly-plot");
  const button = [...cell.querySelectorAll("button")].find(button => button.textContent === "Next");
  const card = [...cell.querySelectorAll("[role=status]")].at(-1);
  const rest = (milliseconds) => new Promise(done => setTimeout(done, milliseconds));
  const place = () => map._fullData.find(trace => trace.meta === "here").text[0];
  const ring = () => cell.querySelector(".uspak-ring").style.cssText;
  const waits = [];
  while (waits.length < steps && button.getAttribute("aria-disabled") !== "true") {
    const before = [card.innerHTML, ring(), place()], start = performance.now();
    button.click();
    while (card.innerHTML === before[0] || ring() === before[1] || !card.textContent.includes(place())) await rest(1);
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    if (place() !== before[2]) waits.push(performance.now() - start);
    await rest(200);
  }
  return waits;
}
"""


def seconds(action):
    """How long an action takes, in seconds."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def ratio(action, plain, repeats):
    """How many times as long an action takes as a plain one, both run in turn; the ratio of the medians."""
    pairs = [(seconds(action), seconds(plain)) for _ in range(repeats)]
    longer, shorter = (statistics.median(times) for times in zip(*pairs, strict=True))
    return longer / shorter


def run_python(code):
    """Run code in a fresh Python."""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=NOTEBOOKS, stdout=subprocess.DEVNULL)


def run_notebook(notebook):
    """Run a notebook on a kernel of its own; what is stored stays as it is."""
    NotebookClient(notebook, kernel_name="python3", resources={"metadata": {"path": str(NOTEBOOKS)}}).execute()


def notebooks(repeats):
    """Each notebook from top to bottom, against a kernel that imports the usual libraries and nothing else."""
    for path in sorted(NOTEBOOKS.glob("[0-9]*.ipynb")):
        value = ratio(
            lambda path=path: run_notebook(nbformat.read(path, as_version=4)),
            lambda: run_notebook(new_notebook(cells=[new_code_cell(PLAIN_NOTEBOOK)])),
            repeats,
        )
        yield f"{path.stem}: run, against imports alone", value, 3, "×"


def imports(repeats):
    """The library and its events, against pandas and plotly alone."""
    for code in (SERIES_IMPORTS, PLAIN_IMPORTS):
        run_python(code)
    value = ratio(lambda: run_python(SERIES_IMPORTS), lambda: run_python(PLAIN_IMPORTS), 3 * repeats)
    yield "import uspak and read events, against import pandas and plotly", value, 1.2, "×"


def story(repeats):
    """A press on Next in the story map until the page is painted anew, in a real browser."""
    from lab import Lab, Server, open_browser
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder:
        server = Server(folder)
        try:
            with sync_playwright() as playwright:
                browser = open_browser(playwright, Path(folder) / "browser")
                lab = Lab(server, browser)
                for (name, events), limit in zip(STORIES.items(), (100, 250), strict=True):
                    code = "import pandas as pd\nimport uspak\nfrom uspak.widgets.story import StoryMap\ne = uspak.events()\n"
                    notebook = lab.new_notebook(f"story-of-{limit}", f"{code}StoryMap({events})", figures=2, apart=True)
                    notebook.run()
                    cell = notebook.cell("StoryMap(")
                    cell.locator(".cartesianlayer .point").first.wait_for()  # the timeline is drawn last
                    waits = notebook.page.evaluate(STEPS, [cell.element_handle(), 40 * repeats])
                    notebook.page.close()
                    yield f"story map, {name}: a step until it is painted", statistics.median(waits), limit, " ms"
                browser.close()
        finally:
            server.stop()


MEASUREMENTS = {"notebooks": notebooks, "imports": imports, "story": story}


def main():
    """Measure, print a table, and exit with status 1 if a limit does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", help=f"any of {', '.join(MEASUREMENTS)}; by default all")
    parser.add_argument("--repeats", type=int, default=5, choices=range(1, 21), metavar="1-20", help="by default 5")
    asked = parser.parse_args()
    unknown = sorted(set(asked.what) - set(MEASUREMENTS))
    if unknown:
        parser.error(f"there is no measurement {', '.join(unknown)}; there are {', '.join(MEASUREMENTS)}")
    broken = False
    print(f"{'what':<66}{'median':>10}{'limit':>10}  holds")
    for name in asked.what or MEASUREMENTS:
        for what, value, limit, unit in MEASUREMENTS[name](asked.repeats):
            broken |= value > limit
            print(f"{what:<66}{f'{value:.3g}{unit}':>10}{f'{limit:g}{unit}':>10}  {'yes' if value <= limit else 'NO'}")
    sys.exit(broken)


if __name__ == "__main__":
    main()
