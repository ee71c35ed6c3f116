"""JupyterLab in a real browser: one server, one browser, and a page object for an open notebook.

The server stands on a free loopback port with a token, works on a copy of the project and keeps its settings in the
same temporary folder, so nothing of the reader's is read or written. The browser resolves no host but 127.0.0.1, and
every request is recorded all the same, so that one that was merely tried is found too.
"""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import TimeoutError

PROJECT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted(path.stem for path in (PROJECT / "notebooks").glob("[0-9]*.ipynb"))

#: The widths, in pixels, at which the series is to be readable.
WIDE, NARROW, HEIGHT = 1200, 700, 1000

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
    r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
)
BROWSER_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
SETTINGS = {
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "notebook-extension/tracker": {"windowingMode": "none"},
}

#: How many seconds a test waits for what has to happen before it gives up. Nothing passes or fails by being fast or slow.
PATIENCE = 120

#: In the page: what every figure of the page, or of one part of it, looks like, and every output and message. ``lost``
#: counts traces with points in view that are not drawn; a map that is zoomed in does not say what is in view, so there it is 0.
#: ``misshapen`` is how many pixels the height of a map is off its shape.
#: JupyterLab (4.6) shows a traceback and a warning with one and the same type, ``stderr``: ``errors`` holds both.
FACTS = r"""
(part) => {
  const box = (element) => element.getBoundingClientRect();
  const seen = (shape) => box(shape).width + box(shape).height > 1;
  const drawn = (trace) => [...trace.querySelectorAll("path, text")].some(seen);
  const crossing = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2.5;  // a box has white above its letters
  const number = (value) => value !== null && value === value;
  const within = (value, [low, high]) => number(value) && low <= value && value <= high;
  const placed = (trace, geo) => trace.lon
    ? [...trace.lon].some((lon, i) => within(lon, geo.lonaxis.range) && within(trace.lat[i], geo.lataxis.range))
    : trace.marker?.size !== 0 && [...(trace.x ?? trace.y ?? [])].some(number);
  const outside = (a, b) => a.left < b.left - 1 || a.right > b.right + 1 || a.top < b.top - 1 || a.bottom > b.bottom + 1;
  const WORDS = `.gtitle, .gtitle-subtitle, .annotation-text, .legendtext, .bartext, .textpoint text, .scattergeo text,
    [class$="tick"] text`;
  const misshapen = (figure) => {
    const aspect = figure.layout?.meta?.aspect, { w, h } = figure._fullLayout?._size ?? {};
    return aspect ? Math.round(Math.abs(h - w * aspect)) : 0;
  };
  const figures = [...(part ?? document).querySelectorAll(".js-plotly-plot")].map(figure => {
    const texts = [...figure.querySelectorAll(WORDS)].filter(text => text.textContent.trim() && text.checkVisibility());
    const holding = (figure._fullData ?? []).filter(trace => trace.visible === true && trace.opacity !== 0
      && placed(trace, figure._fullLayout.geo)).length;
    const shown = [...figure.querySelectorAll(".trace")].filter(drawn).length;
    return {
      title: figure.querySelector(".gtitle")?.textContent ?? "",
      width: box(figure).width,
      drawn: shown,
      misshapen: misshapen(figure),
      lost: figure._fullLayout?.geo?.projection?.scale > 1 ? 0 : Math.max(0, holding - shown),
      cut: texts.filter(text => outside(box(text), box(figure)) && crossing(box(text), box(figure))).map(text => text.textContent),
      overlapping: texts.flatMap((one, i) => texts.slice(i + 1)
        .filter(other => crossing(box(one), box(other))).map(other => `${one.textContent} / ${other.textContent}`)),
    };
  });
  const texts = (elements) => elements.map(element => element.textContent.slice(0, 300));
  const stored = (kind) => texts([...document.querySelectorAll(`[data-mime-type="application/vnd.jupyter.${kind}"]`)]);
  const outputs = [...document.querySelectorAll(".jp-OutputArea-output")];
  const sheet = document.querySelector(".jp-WindowedPanel-outer") ?? document.querySelector(".jp-Notebook");
  return {
    figures,
    errors: stored("stderr"),
    broken: texts(outputs).filter(text => /Error displaying widget|model not found|Javascript Error/i.test(text)),
    wide: texts([...outputs, sheet].filter(part => part.scrollWidth > part.clientWidth + 8)),
  };
}
"""

#: What anywidget says of a widget that is not ready within two seconds, as on a computer that runs tests beside it. The
#: widget is ready later, and plotly_script.js sees to it that it hears the kernel all the same.
TOO_SLOW = "Failed to initialize model"

#: What JupyterLab says of a request of its own to a kernel that was ended before it answered.
ENDED = "Canceled future"

#: In the page: open a notebook.
OPEN = """
(path) => jupyterapp.commands.execute("docmanager:open", { path, factory: "Notebook" }).then(() => null)
"""

#: In the page: end the kernel of the notebook, once it is open in full, and close it; the next one brings plotly's script anew.
CLOSE = """
async () => {
  const notebook = jupyterapp.shell.currentWidget;
  await notebook?.context.ready;
  await notebook?.sessionContext.ready;
  await notebook?.sessionContext.shutdown();
  notebook?.dispose();
  delete window.uspakPlotly;
  await new Promise(next => setTimeout(next));  // what JupyterLab complains of, such as requests that nobody will answer, is said by then
}
"""

#: In the page: run all cells, and say so at the end.
RUN_ALL = """
() => {
  window.ran = false;
  jupyterapp.commands.execute("notebook:run-all-cells").then(() => { window.ran = true; });
}
"""

#: In the page: say so when the kernel has run what it is given next.
NEXT_RUN = """
() => {
  const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
  const hear = (_, { msg }) => {
    if (msg.header.msg_type !== "execute_reply") return;
    kernel.anyMessage.disconnect(hear);
    window.ran = true;
  };
  window.ran = false;
  kernel.anyMessage.connect(hear);
}
"""

#: In the page: whether every figure has taken the width of the page.
SETTLED = """
(width) => [...document.querySelectorAll(".js-plotly-plot")].every(figure => {
  const own = figure.getBoundingClientRect().width;
  const fixed = figure.layout?.autosize === false;  // it has a width of its own
  return own < width && (fixed || Math.abs(own - (figure._fullLayout?.width ?? 0)) < 2);
})
"""

#: In the page: remember which messages of widgets the kernel has not answered yet. JupyterLab sends them by a way of their own
#: (a subshell), so that the answer to anything else says nothing about them.
LISTEN = """
async () => {
  const { sessionContext } = jupyterapp.shell.currentWidget;
  await sessionContext.ready;
  const unanswered = window.unanswered = new Set();
  sessionContext.session.kernel.anyMessage.connect((_, { direction, msg }) => {
    const { header, parent_header, content } = msg;
    if (direction === "send" && header.msg_type === "comm_msg") unanswered.add(header.msg_id);
    else if (header.msg_type === "status" && content.execution_state === "idle") unanswered.delete(parent_header.msg_id);
  });
}
"""

#: In the page: wait until the kernel has answered all that the page has told it, and the answers are drawn; what it or a widget
#: says meanwhile asks for another turn.
ANSWERED = """
async () => {
  const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
  const frame = () => new Promise(next => requestAnimationFrame(next));
  let told;
  const hear = (_, { msg }) => { told ||= msg.header.msg_type.startsWith("comm_"); };
  kernel.anyMessage.connect(hear);
  do {
    told = false;
    await kernel.requestExecute({ code: "", silent: true, store_history: false }).done;
    while (window.unanswered.size) await frame();
    await Promise.all([...document.querySelectorAll(".js-plotly-plot")].flatMap(figure => figure._promises ?? []));
    await frame();
    await frame();
  } while (told);
  kernel.anyMessage.disconnect(hear);
}
"""

#: In the page: save the notebook.
SAVE = "() => jupyterapp.commands.execute('docmanager:save').then(() => null)"

#: In the page: restart the kernel as the menu does, without asking; wait until it is there again.
RESTART = """
async () => {
  const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
  await kernel.restart();
  await kernel.info;
  window.unanswered.clear();  // nobody will answer them
}
"""

#: In the page: whether so many figures show a trace.
DRAWN = """
(number) => [...document.querySelectorAll(".js-plotly-plot")].filter(figure => figure.querySelector(".trace")).length === number
"""

#: In the page: which code cells hold a text.
CELLS = """
(text) => jupyterapp.shell.currentWidget.content.widgets
  .map((cell, i) => cell.model.type === "code" && cell.model.sharedModel.source.includes(text) ? i : -1)
  .filter(i => i >= 0)
"""

#: In the page: the number of the cell that JupyterLab's own keys act on, and the kind and the words of every cell.
CELL_LIST = """
() => {
  const notebook = jupyterapp.shell.currentWidget.content;
  return [notebook.activeCellIndex, ...notebook.widgets.map(cell => [cell.model.type, cell.model.sharedModel.source])];
}
"""


def find_browser():
    """The path of a Chromium or Chrome, or None; the environment variable ``CHROMIUM`` comes first."""
    names = [os.environ.get("CHROMIUM") or "", *map(os.path.expandvars, BROWSERS)]
    return next(filter(None, map(shutil.which, filter(None, names))), None)


class Server:
    """A JupyterLab server on loopback that works on a copy of the project.

    Args:
        folder: an empty folder for the copy and for everything that the server writes.

    Attributes:
        project: the copy of notebooks, library and data.
        address: ``http://127.0.0.1:<port>``.
        token: what a request has to carry.
    """

    def __init__(self, folder):
        self.folder = Path(folder)
        self.token = secrets.token_hex(16)
        port = _free_port()
        self.address = f"http://127.0.0.1:{port}"
        self.project = _copy(self.folder / "project")
        self._log = open(self.folder / "server.log", "w+", encoding="utf-8", errors="replace")
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "jupyterlab",
                "--no-browser",
                "--allow-root",
                "--ServerApp.ip=127.0.0.1",
                f"--ServerApp.port={port}",
                "--ServerApp.port_retries=0",
                f"--IdentityProvider.token={self.token}",
                f"--ServerApp.root_dir={self.project}",
                "--LabApp.expose_app_in_browser=True",
                "--LabApp.news_url=",
            ],
            env=_environment(self.folder),
            stdout=self._log,
            stderr=subprocess.STDOUT,
            cwd=self.project,
        )
        self._wait()

    def _wait(self, seconds=PATIENCE):
        end = time.monotonic() + seconds
        while time.monotonic() < end and self._process.poll() is None:
            if self._answers("/api/status"):
                return
            time.sleep(0.2)
        self.stop()
        raise RuntimeError(f"The Jupyter server did not start:\n{(self.folder / 'server.log').read_text()[-1500:]}")

    def _answers(self, path, method="GET"):
        request = urllib.request.Request(
            self.address + path,
            method=method,
            headers={"Authorization": f"token {self.token}"},
        )
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            return direct.open(request, timeout=5).status == 200
        except (urllib.error.URLError, OSError):
            return False

    def stop(self):
        """Stop the server and its kernels."""
        if self._process.poll() is None:
            self._answers("/api/shutdown", "POST")
            try:
                self._process.wait(15)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._log.close()


def open_browser(playwright, profile):
    """Chromium, as playwright's browser context; ``profile`` is a folder in which it keeps JupyterLab's scripts compiled."""
    return playwright.chromium.launch_persistent_context(
        profile, executable_path=find_browser(), args=BROWSER_OPTIONS, viewport={"width": WIDE, "height": HEIGHT}
    )


class Lab:
    """The notebooks of a server in a browser, one after the other in a page that stays open, as in a class.

    Args:
        server: a running ``Server``.
        browser: what ``open_browser`` returns.

    Attributes:
        folder: the folder in which the kernels of the notebooks run.
    """

    def __init__(self, server, browser):
        self._server, self._browser, self._page, self._last = server, browser, browser.new_page(), None
        browser.set_default_timeout(1000 * PATIENCE)
        self.folder = server.project / "notebooks"

    def notebook(self, name):
        """The notebook of that name, in place of the last one; opened, but run only when asked to."""
        last, self._last = self._last, None
        if last:
            last.close()
        self._last = Notebook(self._page, self._server, f"notebooks/{name}.ipynb")
        return self._last

    def new_notebook(self, name, code, figures=1, apart=False):
        """A notebook of one cell, and a text below it, that will show so many figures; ``apart`` opens it in a page of its own."""
        written = new_notebook(cells=[new_code_cell(code), new_markdown_cell("The end.")])
        written.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
        nbformat.write(written, self.folder / f"{name}.ipynb")
        if apart:
            notebook = Notebook(self._browser.new_page(), self._server, f"notebooks/{name}.ipynb")
        else:
            notebook = self.notebook(name)
        notebook.figures = figures
        return notebook


class Notebook:
    """A notebook in the browser.

    Attributes:
        page: playwright's page.
        figures: how many figures the notebook shows.
        opened: the facts (see ``FACTS``) as a reader meets them who has run nothing.
        messages: errors that the page wrote to the console, and exceptions that nothing caught, other than ``TOO_SLOW``.
        late: how often that was heard.
        foreign: addresses on any host but the server's that the page asked for.
    """

    def __init__(self, page, server, path):
        self.page, self.messages, self.foreign = page, [], []
        self._host = urlsplit(server.address).netloc
        self._file, self._path, self.late = server.project / path, path, 0
        self.figures = stored_figures(self._file)
        self._ears = {
            "console": self._heard,
            "pageerror": self._raised,
            "request": self._asked,
            "websocket": self._asked,
        }
        for event, ear in self._ears.items():
            page.on(event, ear)
        self._address = f"{server.address}/doc/tree/{path}?token={server.token}"
        self._open()

    def _open(self):
        self._finished = {}
        if self.page.url == "about:blank":
            self.page.goto(self._address)
        else:
            self.page.set_viewport_size({"width": WIDE, "height": HEIGHT})
            self.page.evaluate(OPEN, self._path)
        self.page.wait_for_selector(".jp-Notebook .jp-CodeCell")
        self.until("() => window.jupyterapp?.shell?.currentWidget?.content?.widgets?.length")
        self.page.evaluate(LISTEN)
        self.opened = self.facts()

    def _heard(self, message):
        if message.type == "error":
            self.messages.append(message.text[:300])

    def _raised(self, error):
        if TOO_SLOW in str(error):
            self.late += 1
        elif ENDED not in str(error):
            self.messages.append(f"uncaught: {error}")

    def _asked(self, request):
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != self._host:
            self.foreign.append(request.url[:200])

    def heard(self, condition):
        """Wait until the page has told something, such as an error, that makes a condition hold."""
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, "nothing was heard"
            self.page.wait_for_timeout(50)

    def close(self):
        """Make room for the next notebook in the same page."""
        self.page.evaluate(CLOSE)
        for event, ear in self._ears.items():
            self.page.remove_listener(event, ear)

    def until(self, condition, arg=None, seconds=PATIENCE):
        """Wait until something holds in the page; looked at ten times a second, because looking takes time from the page."""
        self.page.wait_for_function(condition, arg=arg, polling=100, timeout=1000 * seconds)

    def facts(self):
        """The facts of the page once all its figures are drawn, or in the end, if one is missing or empty."""
        end = time.monotonic() + PATIENCE
        with suppress(TimeoutError):
            self.until(DRAWN, self.figures)
        while True:
            facts = self.page.evaluate(FACTS)
            drawn = [figure for figure in facts["figures"] if figure["drawn"] and not figure["lost"]]
            if len(drawn) == len(facts["figures"]) == self.figures or time.monotonic() > end:
                return facts
            self.page.wait_for_timeout(100)

    def run(self):
        """Run all cells, once, and leave the page narrow; the facts at each width: a dict from pixels to facts."""
        if not self._finished:
            self.until("() => jupyterapp.shell.currentWidget.sessionContext?.session?.kernel?.status === 'idle'")
            self.page.evaluate(RUN_ALL)
            self.until("() => window.ran", seconds=3 * PATIENCE)
            for width in (WIDE, NARROW):
                self._resize(width)
                self.answered()
                self._finished[width] = self.facts()
        return self._finished

    def _resize(self, width):
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
        self.until(SETTLED, width)

    def widgets(self):
        """The outputs with controls of ours or of ipywidgets that change a figure, as locators."""
        controls = self.page.locator(
            ".uspak-stepper, .widget-dropdown, .uspak-decision, .widget-checkbox, .widget-toggle-button"
        )
        return (
            self.page.locator(".jp-OutputArea-output")
            .filter(has=controls)
            .filter(has=self.page.locator(".js-plotly-plot"))
        )

    def answered(self):
        """Wait until the kernel has answered all that was done in the page, and the answers are drawn."""
        self.page.evaluate(ANSWERED)

    def settled(self, widget):
        """The facts about a widget's figure once the kernel has answered."""
        self.answered()
        return self.page.evaluate(FACTS, widget.element_handle())

    def save(self):
        """Save the notebook; the outputs that are in the file then."""
        self.page.evaluate(SAVE)
        return self.stored()

    def stored(self):
        """The outputs in the notebook's file, a list of dicts."""
        return [
            output
            for cell in json.loads(self._file.read_text(encoding="utf-8"))["cells"]
            for output in cell.get("outputs", ())
        ]

    def restart(self):
        """Restart the kernel and run nothing."""
        self.page.evaluate(RESTART)
        self._finished = {}

    def reopen(self):
        """Close the notebook, end its kernel and open it again; the facts as somebody meets them who has run nothing.

        Messages are counted anew: what JupyterLab says of a kernel that ends is not the notebook's.
        """
        self.page.evaluate(CLOSE)
        self.messages.clear()
        self._open()
        return self.opened

    def cells(self):
        """The number of the cell that JupyterLab's own keys act on, and then for every cell ``[kind, words]``."""
        return self.page.evaluate(CELL_LIST)

    def cell(self, source):
        """The last code cell in whose source a text stands, as a locator; IndexError if there is none."""
        numbers = self.page.evaluate(CELLS, source)
        return self.page.locator(".jp-Notebook .jp-Cell").nth(numbers[-1])

    def rewrite(self, cell, code):
        """Replace what stands in a cell, and run it, as a student does: click, select all, type, Shift+Enter."""
        cell.locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(code)
        self.run_cell(cell)

    def run_cell(self, cell):
        """Run a cell with Shift+Enter and wait until it has run."""
        cell.locator(".cm-content").click()
        self.page.evaluate(NEXT_RUN)
        self.page.keyboard.press("Shift+Enter")
        self.until("() => window.ran")
        self.answered()


def stored_figures(path):
    """How many figures a notebook stores."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", ())]
    return sum("application/vnd.plotly.v1+json" in output.get("data", {}) for output in outputs)


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _copy(target):
    for part in ("notebooks", "data", "seeds"):
        shutil.copytree(PROJECT / part, target / part, ignore=shutil.ignore_patterns("__pycache__", ".*", "*.egg-info"))
    return target


def _environment(folder):
    """The environment of the server: settings of its own, and none of the project's switches."""
    for name, value in SETTINGS.items():
        path = folder / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value), encoding="utf-8")
    own = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "share",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
    }
    switches = ("USPAK_DATA", "USPAK_SOLUTIONS", "NBGRADER_EXECUTION")
    kept = {name: value for name, value in os.environ.items() if name not in switches}
    return {**kept, "JUPYTER_PREFER_ENV_PATH": "1", **{name: str(folder / part) for name, part in own.items()}}
