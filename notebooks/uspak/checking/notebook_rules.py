"""What every notebook of the series must look like: its parts, code, outputs, prose and links."""

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from uspak.page.outputs import FIGURE, WIDGET_VIEW

from . import notebooks

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
#: What says nothing as the words of a link.
EMPTY_WORDS = {"here", "click here", "this", "link", "this link", "read more", "more", ""}

_ESCAPE = re.compile(r"#+\s*(?:NBVAL_|PYTEST_VALIDATE_)[A-Z_]+\s*$")
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]*)(?=[\s/>])")
_TARGET = re.compile(r"\]\(\s*<?([^)\s>]+)|^\s*\[[^\]]+\]:\s*<?([^\s>]+)", re.MULTILINE)
_WORDS = re.compile(r"(!?)\[([^\[\]]*)\]\(\s*<?([^)\s>]+)")
_FETCHED = re.compile(r"""(?:\bsrc\s*=\s*|url\(\s*)["']?(?:https?:)?//([^/"')\s]+)""", re.IGNORECASE)


def problems(path: str | Path) -> list[str]:
    """Look a notebook over for what a class would stumble on.

    Args:
        path: the notebook file.

    Returns:
        A list of sentences, each of which names the notebook, the cell (counted from 1) and what to do; empty if all is
        well.
    """
    path = Path(path)
    try:
        content = notebooks.content_of(path)
        notebook = notebooks.read(content)
    except notebooks.NotANotebook as error:
        return [f"{path.name}: {error}. Restore it: git checkout -- notebooks/{path.name}"]
    except notebooks.NotebookError as error:
        return [f"{path.name}: {error}."]
    found = [
        *_structure(notebook),
        *_code(notebook, path.name),
        *_folded(notebook),
        *_prose(notebook),
        *_links(notebook, path.parent),
    ]
    if "widgets" in notebook.metadata:
        found.append(f"the state of widgets is saved in it (some 5 MB a figure). Run: uspak refresh {path.name}")
    if len(content) > MAXIMUM_BYTES:
        found.append(
            f"it is {len(content):,} bytes long, and over {MAXIMUM_BYTES:,} a screen reader and a slow laptop "
            "struggle; draw fewer points, or less of the map."
        )
    return [f"{path.name}: {problem}" for problem in found]


def _structure(notebook):
    found = notebooks.headings(notebook)
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
    code = notebooks.cells_of(notebook, "code")
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


def _folded(notebook):
    """What a reader has to know of a cell whose code is folded away: that it is, and what it draws."""
    said = ""
    for number, cell in enumerate(notebook.cells, 1):
        if cell.cell_type == "markdown":
            said = cell.source
        elif cell.metadata.get("jupyter", {}).get("source_hidden"):
            if not cell.source.startswith("#"):
                yield f"cell {number} is folded; let it begin with a comment that says what it draws: only that is seen."
            if "folded" not in said:
                yield f"cell {number} is folded; say so in the text before it: '(The next cell is folded: run it, you need not read it.)'"


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
        yield f"stores an error: {output.ename}: {output.evalue}. Fix the cell, then run: uspak refresh {name}"
        return
    if output.output_type == "stream":
        if output.name == "stderr":
            last = output.text.strip().rpartition("\n")[2][:80]
            yield f"stores a warning that a reader cannot judge: '{last}'. Fix what causes it."
        return
    data = output.data
    words = data.get("text/plain", "").strip()
    page = data.get("text/html", "")
    if WIDGET_VIEW in data and not words:
        yield "stores nothing but a widget view, which shows as an error until it is run; give the widget a __repr__."
    elif WIDGET_VIEW in data:
        yield f"stores a widget view, which shows as an error until it is run. Run: uspak refresh {name}"
    if (FIGURE in data and not words) or any(kind.startswith("image/") for kind in data):
        yield "stores a figure without words for those who cannot see it; show it with uspak.drawing.figure.show(…, text=…)."
    if re.search(r" at 0x[0-9a-fA-F]{6,}", words + page):
        yield "stores a memory address, which differs at every run; give the object a __repr__."
    if re.search(r"<script\b", page, re.IGNORECASE):
        yield "stores a script, which has random ids and needs trust; show figures with uspak.drawing.figure.show."
    elif fetched := _FETCHED.search(page):
        yield f"fetches from {fetched[1]}, so a room without internet sees nothing; keep the file in notebooks/images."


def _prose(notebook):
    for number, cell in notebooks.cells_of(notebook, "markdown"):
        text = re.sub(r"(`+).+?\1", "", notebooks.unfenced(cell.source))
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
    anchors = {re.sub(r"[*_`]", "", text).replace(" ", "-") for _, text in notebooks.headings(notebook)}
    for number, cell in notebooks.cells_of(notebook, "markdown"):
        text = notebooks.unfenced(cell.source)
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
