"""What every notebook of the series must look like, and how its stored outputs are made anew."""

import re
import warnings
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from uspak.data import files
from uspak.imports import skip_import
from uspak.page.outputs import WIDGET_VIEW

with skip_import("rfc3987_syntax"):  # with which jsonschema would compile grammars for seconds, to check addresses
    import nbformat

FOLDER = Path(__file__).resolve().parents[2]

#: The parts of a notebook, in their order; a heading may say more after the words that stand here.
SECTIONS = (
    "A question to start with",
    "What the article says",
    "Timeline",
    "Map",
    "Evidence",
    "Verdict",
    "Exercises",
    "Perspectives",
    "Discussion and writing",
    "Quiz",
    "Recap",
)
MAXIMUM_BYTES = 1_000_000
MAXIMUM_LINES = 25
#: HTML that Markdown has no sign for and that JupyterLab, GitHub and nbviewer all show alike.
ALLOWED_HTML = ("details", "summary", "br", "sub", "sup", "kbd", "abbr")
FIGURE = "application/vnd.plotly.v1+json"
#: What tools need to know of the language (nbconvert: what a script is called), and is the same for every Python.
LANGUAGE = {
    "name": "python",
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "nbconvert_exporter": "python",
}
#: What says nothing as the words of a link.
EMPTY_WORDS = {"here", "click here", "this", "link", "this link", "read more", "more", ""}

_ESCAPE = re.compile(r"#+\s*(?:NBVAL_|PYTEST_VALIDATE_)[A-Z_]+\s*$")
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]*)(?=[\s/>])")
_TARGET = re.compile(r"\]\(\s*<?([^)\s>]+)|^\s*\[[^\]]+\]:\s*<?([^\s>]+)", re.MULTILINE)
_WORDS = re.compile(r"(!?)\[([^\[\]]*)\]\(\s*<?([^)\s>]+)")
_FETCHED = re.compile(r"""(?:\bsrc\s*=\s*|url\(\s*)["']?(?:https?:)?//([^/"')\s]+)""", re.IGNORECASE)


class RefreshError(RuntimeError):
    """A notebook could not be run to its end, or changed meanwhile; the file is as it was."""


class NotANotebook(RefreshError):
    """A file is not the notebook that its name promises."""


def paths():
    """All notebooks of the series (a list of ``Path``), in order."""
    return sorted(FOLDER.glob("[0-9][0-9]_*.ipynb"))


def problems(path):
    """Look a notebook over for what a class would stumble on.

    Args:
        path: the notebook file.

    Returns:
        A list of sentences, each of which names the notebook, the cell (counted from 1) and what to do; empty if all is
        well.
    """
    path = Path(path)
    try:
        content = _content(path)
        notebook = read(content)
    except NotANotebook as error:
        return [f"{path.name}: {error}. Restore it: git checkout -- notebooks/{path.name}"]
    except RefreshError as error:
        return [f"{path.name}: {error}."]
    found = [*_structure(notebook), *_code(notebook, path.name), *_prose(notebook), *_links(notebook, path.parent)]
    if "widgets" in notebook.metadata:
        found.append(f"the state of widgets is saved in it (some 5 MB a figure). Run: uspak refresh {path.name}")
    if len(content) > MAXIMUM_BYTES:
        found.append(
            f"it is {len(content):,} bytes long, and over {MAXIMUM_BYTES:,} a screen reader and a slow laptop "
            "struggle; draw fewer points, or less of the map."
        )
    return [f"{path.name}: {problem}" for problem in found]


def _content(path):
    try:
        return path.read_bytes()
    except OSError as error:
        hint = "; is it open in another program?" if isinstance(error, PermissionError) else ""
        raise RefreshError(f"it cannot be opened ({error.strerror or error}){hint}") from error


def read(content):
    """A notebook from the bytes of its file. Raises NotANotebook, with the reason, if they are none."""
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module="nbformat")  # it mends missing and double ids of cells
            notebook = nbformat.reads(content.decode("utf-8-sig"), as_version=4)
            nbformat.validate(notebook)
    except Exception as error:  # nbformat raises almost anything on what is no notebook
        reason = str(error).strip().partition("\n")[0][:120]
        raise NotANotebook(f"it cannot be read as a notebook ({reason})") from error
    return notebook


def headings(notebook):
    """The headings of a notebook as (level, text) pairs, in order; lines within code blocks are none."""
    return [
        (len(marks), text.strip())
        for _, cell in _cells(notebook, "markdown")
        for marks, text in re.findall(r"^(#{1,6})\s+(.+)$", _unfenced(cell.source), flags=re.MULTILINE)
    ]


def _cells(notebook, kind):
    return [(number, cell) for number, cell in enumerate(notebook.cells, 1) if cell.cell_type == kind]


def _unfenced(source):
    return re.sub(r"^(```+|~~~+).*?(?:^\1|\Z)", "", source, flags=re.MULTILINE | re.DOTALL)


def _structure(notebook):
    found = headings(notebook)
    first = notebook.cells[0] if notebook.cells else None
    titles = sum(level == 1 for level, _ in found)
    if titles != 1 or first.cell_type != "markdown" or not first.source.lstrip().startswith("# "):
        yield f"it needs one title, in its first cell (a line that begins with '# '); it has {titles}."
    yield from _order([text for level, text in found if level == 2])
    for (before, _), (after, text) in pairwise(found):
        if after > before + 1:
            yield f"the heading '{text}' skips a level, which loses readers who move by headings; take away a '#'."


def _order(found):
    present = [section for section in SECTIONS if any(text.startswith(section) for text in found)]
    for section in SECTIONS:
        if section not in present:
            yield f"the part '## {section}' is missing."
    rest = iter(found)
    for section in present:
        if not any(text.startswith(section) for text in rest):
            yield f"the part '## {section}' stands in the wrong place; the order is: {', '.join(SECTIONS)}."
            return


def _code(notebook, name):
    code = _cells(notebook, "code")
    excused = 0
    for number, cell in code:
        lines = cell.source.splitlines()
        if len(lines) > MAXIMUM_LINES:
            yield (
                f"cell {number} has {len(lines)} lines of code, more than {MAXIMUM_LINES}; split it, or move what "
                "distracts into uspak."
            )
        if _escapes(cell):
            excused += 1
            if not str(cell.metadata.get("nbval-reason", "")).strip():
                yield f"cell {number} escapes the comparison of outputs; say why in its metadata under 'nbval-reason'."
        for output in cell.outputs:
            yield from (f"cell {number} {problem}" for problem in _output(output, name))
    yield from _runs(code, name)
    if excused > len(code) / 20:
        yield f"{excused} of {len(code)} code cells escape the comparison of outputs; at most one in twenty may."


def _escapes(cell):
    tagged = any(tag.startswith("nbval-") or tag == "raises-exception" for tag in cell.metadata.get("tags", []))
    return tagged or any(_ESCAPE.match(line.strip()) for line in cell.source.splitlines())


def _runs(code, name):
    filled = [(number, cell.execution_count) for number, cell in code if cell.source.strip()]
    missing = [number for number, count in filled if count is None]
    for number in missing:
        yield f"cell {number} has not been run, so nothing compares its output. Run: uspak refresh {name}"
    if not missing and [count for _, count in filled] != list(range(1, len(filled) + 1)):
        yield f"its cells were not run once each from top to bottom. Run: uspak refresh {name}"


def _output(output, name):
    """What is wrong with one stored output, each time as the end of a sentence that begins with 'cell 5'."""
    if output.output_type == "error":
        yield f"stores an error: {output.ename}: {output.evalue}. Mend the cell, then run: uspak refresh {name}"
        return
    if output.output_type == "stream":
        if output.name == "stderr":
            last = output.text.strip().rpartition("\n")[2][:80]
            yield f"stores a warning that a reader cannot judge: '{last}'. Mend what causes it."
        return
    data = output.data
    words = data.get("text/plain", "").strip()
    page = data.get("text/html", "")
    if WIDGET_VIEW in data and not words:
        yield "stores nothing but a widget view, which shows as an error until it is run; give the widget a __repr__."
    elif WIDGET_VIEW in data:
        yield f"stores a widget view, which shows as an error until it is run. Run: uspak refresh {name}"
    if (FIGURE in data and not words) or any(kind.startswith("image/") for kind in data):
        yield "stores a figure without words for those who cannot see it; show it with uspak.figure.show(…, text=…)."
    if re.search(r" at 0x[0-9a-fA-F]{6,}", words + page):
        yield "stores a memory address, which differs at every run; give the object a __repr__."
    if re.search(r"<script\b", page, re.IGNORECASE):
        yield "stores a script, which has random ids and needs trust; show figures with uspak.figure.show."
    elif fetched := _FETCHED.search(page):
        yield f"fetches from {fetched[1]}, so a room without internet sees nothing; keep the file in notebooks/images."


def _prose(notebook):
    for number, cell in _cells(notebook, "markdown"):
        text = re.sub(r"(`+).+?\1", "", _unfenced(cell.source))
        raw = sorted({tag.lower() for tag in _TAG.findall(text)} - set(ALLOWED_HTML))
        if raw:
            yield (
                f"cell {number} holds raw HTML (<{'>, <'.join(raw)}>), which JupyterLab, GitHub and nbviewer show "
                f"differently; write Markdown. Only <{'>, <'.join(ALLOWED_HTML)}> may stay."
            )
        if len(re.findall(r"(?<!\\)\$", text)) > 1:
            yield f"cell {number} holds two dollar signs, and all between them is shown as a formula; write \\$ for each."
        for image, words, target in _WORDS.findall(text):
            if image and " " not in words.strip():
                yield f"cell {number} shows {target} without saying what it shows; write ![what one sees]({target})."
            elif not image and words.strip().lower() in EMPTY_WORDS:
                yield f"the link '{words}' in cell {number} says nothing when read alone; name what stands behind it."


def _links(notebook, folder):
    anchors = {re.sub(r"[*_`]", "", text).replace(" ", "-") for _, text in headings(notebook)}
    for number, cell in _cells(notebook, "markdown"):
        text = _unfenced(cell.source)
        images = {target for image, _, target in _WORDS.findall(text) if image}
        for target in dict.fromkeys(inline or defined for inline, defined in _TARGET.findall(text)):
            problem = _link(target, cell, folder, anchors, target in images)
            if problem:
                yield f"cell {number} {problem}"


def _link(target, cell, folder, anchors, is_image):
    parts = urlsplit(target)
    if parts.scheme == "attachment":
        if parts.path not in cell.get("attachments", {}):
            return f"shows {target}, but that picture is not stored in the cell; put it in notebooks/images."
    elif parts.scheme in ("http", "https", "mailto"):
        if parts.hostname in ("localhost", "127.0.0.1"):
            return f"links to {target}, which exists on your computer alone; link to the file's name."
        if is_image:
            return f"fetches {target}, so a room without internet sees nothing; keep the picture in notebooks/images."
    elif parts.scheme or target.startswith(("/", "\\")):
        return f"links to {target}, which exists on your computer alone; write the way from the notebook's own folder."
    elif not parts.path:
        if unquote(parts.fragment) not in anchors:
            return f"links to {target}, but no heading has that name (blanks become '-')."
    elif not (folder / unquote(parts.path)).exists():
        return f"links to {target}, which does not exist."
    return None


def refresh(path, timeout=180):
    """Run a notebook from top to bottom and write it back clean: new outputs, no widget views or state, no timings.

    Args:
        path: the notebook file; it is replaced only if every cell ran, and only if that changed anything.
        timeout: seconds that one cell may take.

    Returns:
        True if the file was written, False if it was up to date.

    Raises:
        RefreshError: if the file is no notebook, a cell fails or takes too long (it names the cell, counted from 1, and
            why), somebody saved the file meanwhile, or it cannot be read or written. The file is then left as it was.
    """
    path = Path(path)
    before = _content(path)
    notebook = read(before)
    _run(notebook, path.parent, timeout)
    after = (nbformat.writes(clean(notebook)) + "\n").encode()
    if _content(path) != before:
        raise RefreshError("somebody saved it while it ran; nothing was overwritten. Run: uspak refresh " + path.name)
    if after == before:
        return False
    try:
        files.replace({path: after})
    except files.WriteError as error:
        raise RefreshError(str(error)) from error
    return True


def _run(notebook, folder, timeout):
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    at = [0]
    client = NotebookClient(
        notebook,
        timeout=timeout,
        kernel_name="python3",
        store_widget_state=False,
        coalesce_streams=True,  # a slow computer prints a line in two parts
        record_timing=False,
        resources={"metadata": {"path": str(folder)}},
        extra_arguments=["--log-level=ERROR"],
        on_cell_start=lambda cell, cell_index: at.append(cell_index + 1),
    )
    try:
        client.execute()
    except CellExecutionError as error:
        raise RefreshError(f"cell {at[-1]} raises {error.ename}: {error.evalue}") from error
    except CellTimeoutError as error:
        raise RefreshError(f"cell {at[-1]} took more than {timeout} seconds") from error
    except DeadKernelError as error:
        raise RefreshError(f"the kernel died in cell {at[-1]}, perhaps for want of memory") from error


def clean(notebook):
    """Leave in a notebook only what every run of it has in common; changes it in place and returns it."""
    notebook.nbformat_minor = max(notebook.nbformat_minor, 5)
    notebook.metadata.pop("widgets", None)
    notebook.metadata.update(
        kernelspec={"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        language_info=dict(LANGUAGE),
    )
    for number, cell in enumerate(notebook.cells, 1):
        cell.setdefault("id", f"cell-{number}")
        cell.metadata.pop("execution", None)
        cell.metadata.pop("collapsed", None)
        for output in cell.get("outputs", []):
            if len(output.get("data", {})) > 1:
                output.data.pop(WIDGET_VIEW, None)
                output.metadata.pop(WIDGET_VIEW, None)
    return notebook
