"""Whether the numbers in a notebook's prose stand in what the notebook prints or in the tables that it uses.

A row that changes, or a slip of the pen, must not leave a sentence behind that no evidence carries: ``uspak check`` names
each numeral of the sections from Timeline to Verdict for which neither an output nor a table has the same number.
"""

import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from uspak import data, dates, lessons
from uspak.page.outputs import FIGURE

from . import notebooks

if TYPE_CHECKING:
    from nbformat import NotebookNode

#: The parts whose numbers must be carried by evidence.
SECTIONS = ("Timeline", "Map", "Evidence", "Verdict")

#: Numbers that need no evidence: nothing, one, both, a round share of all, the ends of the scale of weights.
ALLOWED = frozenset(map(Decimal, (0, 1, 2, 10, 100)))

_NUMERAL = re.compile(r"(?<![\w.,-])\d+(?:,\d{3})+(?:\.\d+)?(?!\d)|(?<![\w.,-])\d+(?:\.\d+)?(?![\d])")
_ANY_NUMERAL = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_DATE = re.compile(rf"\b(\d{{1,2}})(?:[–-]\d{{1,2}})? ({'|'.join(dates.MONTHS)})\b(?: (\d{{4}}))?")
_ISO_DAY = re.compile(r"\b\d{4}-(\d\d)-(\d\d)\b")
_LOADED = re.compile(r"""evidence\(\s*["'](\w+)["']\s*\)""")
_LESSON = re.compile(r"^from uspak\.lessons\.(\w+)", re.MULTILINE)

# What holds digits and states no number: code, the targets of links, ids of paragraphs and claims, references to notebooks
# and sections, numbered lists and headings, and the dates of publications, whose names stand in italics.
_SILENT = (
    r"```.*?```",
    r"`[^`]*`",
    r"\]\([^)]*\)",
    r"https?://\S+",
    r"\b(?:P|B|C)\d+(?:-\d+)?\b",
    r"(?i)\b(?:notebooks?|sections?|paragraphs?|exercises?|articles?|figures?) \d+(?:\.\d+)?(?:(?:,| and| to|–) ?\d+)*",
    r"(?m)^#+ [^\n]*",
    r"(?m)^\s*\d+\. ",
    r"\(\d\)",
    r"\bISO \d+\b",
    r"\([^()]*\*[^*()]+\*[^()]*\)",
    r"(?:\*[^*\n]+\*|\])\s*(?:of|,)?\s*(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}",
)


def problems(path: str | Path) -> list[str]:
    """Look the numbers of a notebook's prose over.

    Args:
        path: the notebook file.

    Returns:
        A list of sentences, each of which names the notebook, the cell and the number, and says what to do.
    """
    path = Path(path)
    try:
        notebook = notebooks.read(path.read_bytes())
        found = unsupported(notebook)
    except (notebooks.NotANotebook, OSError):
        return []  # which notebook_rules.problems reports
    except data.DataError:
        return [f"{path.name}: its numbers were not looked over, for a table that it uses has problems itself."]
    return [
        f"{path.name}: cell {number} says '{numeral}', but no output and no table that the notebook uses holds it. Fix the "
        f"sentence, let a cell print the number, or give the row that holds it."
        for number, numeral in found
    ]


def unsupported(notebook: "NotebookNode") -> list[tuple[int, str]]:
    """The numerals in the prose of a notebook that nothing carries.

    Args:
        notebook: a notebook as nbformat reads it, with its stored outputs.

    Returns:
        A list of ``(number of the cell, from 1; the numeral as written)``, in the order of the text.

    Raises:
        DataError: if a table that the notebook uses cannot be read.
    """
    known, days = _known(notebook)
    found = []
    for number, text in _prose(notebook):
        for match in _DATE.finditer(text):
            day = (dates.MONTHS.index(match[2]) + 1, int(match[1]))
            if day not in days:
                found.append((number, match[0]))
        plain = _DATE.sub(lambda match: f" {match[3] or ''} ", text)
        found += [(number, numeral) for numeral in _NUMERAL.findall(plain) if _value(numeral) not in known]
    return found


def _prose(notebook):
    """The Markdown cells of the sections in question, without what states no number."""
    inside = False
    for number, cell in enumerate(notebook.cells, 1):
        if cell.cell_type != "markdown":
            continue
        for part in re.split(r"^(?=## )", cell.source, flags=re.MULTILINE):  # a heading may stand within a cell
            if heading := re.match(r"## (\w+)", part):
                inside = heading[1] in SECTIONS
            if not inside:
                continue
            text = part
            for pattern in _SILENT:
                text = re.sub(pattern, " ", text, flags=re.DOTALL)
            yield number, text


def _known(notebook):
    """The numbers that outputs and tables hold, a set of Decimal; and the days, a set of (month, day)."""
    texts = [*_outputs(notebook), *_tables(notebook)]
    numbers = {_value(numeral) for text in texts for numeral in _ANY_NUMERAL.findall(text)}
    iso = {(int(month), int(day)) for text in texts for month, day in _ISO_DAY.findall(text)}
    written = {(dates.MONTHS.index(m[2]) + 1, int(m[1])) for text in texts for m in _DATE.finditer(text)}
    return numbers | ALLOWED, iso | written


def _value(numeral):
    return Decimal(numeral.replace(",", ""))


def _outputs(notebook):
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            yield output.get("text", "")
            bundle = output.get("data", {})
            yield bundle.get("text/plain", "")
            yield re.sub(r"<[^>]+>", " ", bundle.get("text/html", ""))
            yield from _written_on(bundle.get(FIGURE, {}))


def _written_on(figure):
    """The words of a figure: titles, labels and annotations."""
    layout = figure.get("layout", {})
    yield layout.get("title", {}).get("text", "")
    yield layout.get("title", {}).get("subtitle", {}).get("text", "")
    yield from (note.get("text", "") for note in layout.get("annotations", ()))
    for trace in figure.get("data", ()):
        text = trace.get("text", ())
        yield from ([text] if isinstance(text, str) else (str(one) for one in text if not isinstance(text, dict)))


def _tables(notebook):
    """The cells of the events, the claims, and each table of evidence that the notebook or its widgets load."""
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    code += "".join(_widgets(lesson) for lesson in sorted(set(_LESSON.findall(code))))
    loaded = {name for name in _LOADED.findall(code) if name in data.evidence_names()}
    for table in (data.events(), data.claims(), *map(data.evidence, sorted(loaded))):
        for column in table:
            yield from table[column].dropna().astype(str)


def _widgets(lesson):
    """The code of a lesson's widgets and models."""
    files = sorted((lessons.FOLDER / lesson).glob("*.py"))
    return "".join(path.read_text(encoding="utf-8") for path in files if path.stem != "exercises")
