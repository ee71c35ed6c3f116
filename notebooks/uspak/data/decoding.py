"""Which letters the bytes of a table stand for, when they are not UTF-8.

A spreadsheet that saves "CSV" rather than "CSV UTF-8" writes one byte a letter, and the same byte is ø in Western
Windows, ř in the Windows of Prague and a macron on an old Mac. Windows-1252 is read if its reading is the only one that
makes sense, or the only one with words that the series is known to use. All else is an error that shows the readings.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Iterable
from operator import methodcaller
from typing import NamedTuple

#: The encoding that is assumed if nothing speaks against it.
WINDOWS = "cp1252"
#: All encodings that a table may be in: the Python name and the one that people know.
ENCODINGS = {
    WINDOWS: "Windows-1252 (Western)",
    "mac_roman": "Mac OS Roman",
    "cp850": "DOS 850",
    "cp437": "DOS 437",
    "cp1250": "Windows-1250 (Central European)",
    "cp852": "DOS 852 (Central European)",
    "cp1254": "Windows-1254 (Turkish)",
    "cp1257": "Windows-1257 (Baltic)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "koi8_r": "KOI8-R (Cyrillic)",
    "cp1253": "Windows-1253 (Greek)",
    "cp1256": "Windows-1256 (Arabic)",
    "gbk": "GBK (Chinese)",
    "big5": "Big5 (Chinese)",
    "shift_jis": "Shift JIS (Japanese)",
    "euc_kr": "EUC-KR (Korean)",
}
#: How letters are written in ASCII alone, and what shows it: 'Malm+APY-', 'T~{(9~}r'.
_IN_ASCII = {"utf-7": "+", "hz": "~{"}
#: Reads a cell in the encoding of a name; None if its bytes do not fit that one.
_Decode = Callable[[str, str], str | None]
#: How many readings of a cell a message shows at most.
READINGS_SHOWN = 3
#: What nobody writes into a table: control characters but tab and line ends, lost letters, private signs.
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\ufffe\uffff\ue000-\uf8ff\ud800-\udfff]")
_ODD = re.compile("[\udc80-\udcff]+")  # bytes that are not UTF-8, as ``surrogateescape`` keeps them
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"’(s|t|d|m|re|ve|ll)\b")  # of an English word
_PAIRS = (("“", "”"), ("«", "»"), ("‹", "›"))
#: Signs outside ASCII, each where it makes sense.
_SIGNS = re.compile(
    r"(?<!\w)[“‘«„‚‹](?=[\w(\[“‘])"  # quotation marks open before a word
    r"|(?<=[\w.,;:!?…)\]%'\"’”])[”’»›](?!\w)"  # and close after it
    r"|(?<=\w)’(?=\w)"
    r"|(?<=[\w”’)\]])[–—](?=[\w“‘(\[])|(?<!\S)[–—−](?!\S)|(?<=\d)[–—](?!\w)|(?<!\w)[–−](?=\d)"
    r"|(?<=[\w.,”’)])…(?!\w)|(?<!\S)…(?!\S)"
    r"|[£€¥](?=\s?\d)|(?<=\d)[°%‰½¼¾²³¹](?!\w)|(?<=\d)°(?=[NSEWCF\s])|(?<=\d\s)°(?=[CF])|(?<!\w)[½¼¾](?!\w)|(?<=[A-Za-z])[²³¹](?!\w)"
    r"|(?<=[\d\s])[×÷](?=[\d\s])|(?<!\w)±(?=\s?\d)|§(?=\s?\d)|(?<!\w)[¿¡](?=\w)|(?<=\w)[®™](?!\w)|(?<!\S)[·•©](?!\S)"
    r"|(?<=\S)[\u00a0\u202f](?=\S)"
)


class Doubt(NamedTuple):
    """A cell whose bytes have no sure reading: its place (both counted from 0), bytes and {encoding: reading}."""

    row: int
    column: int
    content: bytes
    readings: dict[str, str]


def settled(lines: list[list[str]], known: set[str], utf8: bool = False) -> tuple[list[list[str]], list[Doubt], bool]:
    """Cells that were decoded from UTF-8 with ``surrogateescape``, with their other bytes read, if that is safe.

    Args:
        lines: the rows of a table, lists of cells.
        known: words that are expected.
        utf8: whether the file says that it is UTF-8, with a byte order mark.

    Returns:
        (lines, doubts, stray): the rows with all cells as text; or, if there is no sure reading, the ``Doubt`` of each
        such cell, and whether all other letters of the file are UTF-8.
    """
    cells = {
        (row, column): cell for row, line in enumerate(lines) for column, cell in enumerate(line) if not cell.isascii()
    }
    odd = {place: cell for place, cell in cells.items() if _ODD.search(cell)}
    if not odd:
        return lines, [], False
    if utf8 or len(odd) < len(cells):
        return lines, _doubts(odd, ENCODINGS, _mixed), True
    known = known | _ascii_words(lines)
    rivals = _rivals([_bytes(cell) for cell in odd.values()], known)
    if rivals != [WINDOWS]:
        return lines, _doubts(odd, rivals, _whole), False
    if broken := {place: cell for place, cell in odd.items() if _breaks_a_word(_bytes(cell).decode(WINDOWS), known)}:
        return lines, _doubts(broken, [WINDOWS], _whole), True
    return [[cell if cell.isascii() else _bytes(cell).decode(WINDOWS) for cell in line] for line in lines], [], False


def has_odd_bytes(text: str) -> bool:
    """Whether a text holds bytes that are not UTF-8, as ``surrogateescape`` keeps them."""
    return bool(_ODD.search(text))


def vocabulary(content: bytes) -> set[str]:
    """The words of a file in UTF-8; none if it is in another encoding."""
    return set(_LETTERS.findall(_decoded(content, "utf-8") or ""))


def words(text: str) -> list[str]:
    """The words of a text with letters outside ASCII, sorted."""
    return sorted({word for word in _LETTERS.findall(text) if not word.isascii()})


def misread(value: str) -> str:
    """What a text said before its letters were read as something else ('MalmÃ¶' → 'Malmö'); empty if they were not."""
    if "&#" in value:
        return html.unescape(value)
    if value.isascii():
        readings = [_decoded(value.encode(), encoding) for encoding, sign in _IN_ASCII.items() if sign in value]
        return next((text for text in readings if text and not text.isascii() and sensible(text)), "")
    if original := _reread(value, _windows_bytes):
        return original
    readings = [] if sensible(value) else [_reread(value, methodcaller("encode", name)) for name in ENCODINGS]
    return next((text for text in readings if text and sensible(text)), "")


def lost(value: str, known: set[str]) -> str:
    """What a text said before an encoding that lacks a letter made it '?' ('Malm?' → 'Malmö'); empty if that is not known.

    Args:
        value: the text.
        known: words with letters outside ASCII that are expected.
    """
    if "?" not in value:
        return ""
    for word in sorted(known, key=lambda word: (-len(word), word)):
        if not re.search("[A-Za-z]", word):
            continue  # of which question marks alone would be left
        for mark in ("?", "??"):
            form = "".join(mark if letter > "\x7f" else letter for letter in word)
            original = re.sub(rf"(?<!\w){re.escape(form)}(?![\w?])", word, value)
            if original != value:
                return original
    return ""


def unreadable(value: str) -> str:
    """The first sign of a text that nobody writes (a control character, a lost letter), or an empty text."""
    found = _UNREADABLE.search(value)
    return found[0] if found else ""


def sensible(text: str) -> bool:
    """Whether each sign outside ASCII stands where such signs stand: letters in words, quotation marks in pairs."""
    if text.isascii():
        return True
    if _UNREADABLE.search(text) or any(text.count(opened) != text.count(closed) for opened, closed in _PAIRS):
        return False
    rest = _SIGNS.sub(" ", text)
    return _WORD.sub("", rest).isascii() and all(_is_word(word) for word in _WORD.findall(rest) if not word.isascii())


def _is_word(word: str) -> bool:
    """Whether a word with letters outside ASCII is of one script and has its capitals where words have them."""
    scripts = {_script(letter) for letter in word}
    if not word.isalpha() or len(scripts) > 1 or None in scripts:
        return False
    if scripts == {"CJK"}:
        return True
    if scripts == {"LATIN"} and len(word) > 2 and not any(map(str.isascii, word)):
        return False
    cased = word.lower() != word.upper()
    return (len(word) > 1 or word in "àÀ") and (not cased or word[1:].islower() or word.isupper() or len(word) == 1)


def _script(letter: str) -> str | None:
    script = unicodedata.name(letter, "?").split()[0]
    if script in ("HIRAGANA", "KATAKANA"):
        return "CJK"
    if script == "LATIN":
        return script if (letter < "Ȱ" and letter != "ƒ") or "Ḁ" <= letter <= "ỿ" else None
    return script if script in ("CJK", "HANGUL", "CYRILLIC", "GREEK", "ARABIC", "HEBREW") else None


def _rivals(cells: list[bytes], known: set[str]) -> list[str]:
    """The encodings in which all cells make sense; Windows-1252 alone if the others are refuted by words."""
    rivals = [name for name in ENCODINGS if all(sensible(_decoded(cell, name) or "\ufffd") for cell in cells)]
    if WINDOWS not in rivals:
        return rivals
    ours = {chunk: chunk.decode(WINDOWS) for cell in cells for chunk in cell.split() if not chunk.isascii()}
    left = []
    for rival in rivals:
        theirs = {chunk: text for chunk in ours if (text := _decoded(chunk, rival)) != ours[chunk]}
        refuted = any(_is_known(ours[chunk], known) and not _is_known(text, known) for chunk, text in theirs.items())
        spoken_for = any(_is_known(text, known) and not _is_known(ours[chunk], known) for chunk, text in theirs.items())
        if theirs and (spoken_for or not refuted):
            left.append(rival)
    return [WINDOWS, *left]


def _breaks_a_word(text: str, known: set[str]) -> bool:
    """Whether a byte fell into a word that is known without it: 'econoémic', where other cells say 'economic'."""
    new = [word for word in words(text) if word not in known]
    return any(len(plain) > 3 and plain in known for word in new if (plain := "".join(filter(str.isascii, word))))


def _is_known(text: str | None, known: set[str]) -> bool:
    """Whether a piece of text consists of known words, those with letters outside ASCII at least."""
    found = _LETTERS.findall(_ENDING.sub("", text or ""))
    telling = [word for word in found if not word.isascii()] or found
    return bool(telling) and all(len(word) > 1 and word in known for word in telling)


def _ascii_words(lines: list[list[str]]) -> set[str]:
    chunks = [chunk for cells in lines for cell in cells for chunk in cell.split() if chunk.isascii()]
    return {word for chunk in chunks for word in _LETTERS.findall(chunk)}


def _doubts(cells: dict[tuple[int, int], str], encodings: Iterable[str], decode: _Decode) -> list[Doubt]:
    return [Doubt(*place, _bytes(cell), _readings(cell, encodings, decode)) for place, cell in cells.items()]


def _readings(cell: str, encodings: Iterable[str], decode: _Decode) -> dict[str, str]:
    """How a cell reads, by the names of the encodings: the readings that make sense, or the usual ones if none does."""
    found: dict[str, str] = {}
    for encoding in encodings or ENCODINGS:
        text = decode(cell, encoding)
        if text is not None and text not in found.values():
            found[ENCODINGS[encoding]] = text
    makes_sense = {name: text for name, text in found.items() if sensible(text)}
    return dict(list((makes_sense or found).items())[:READINGS_SHOWN])


def _whole(cell: str, encoding: str) -> str | None:
    """A cell that is in another encoding altogether; None if its bytes do not fit that one."""
    return _decoded(_bytes(cell), encoding)


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _mixed(cell: str, encoding: str) -> str | None:
    """A cell of UTF-8 in which the odd bytes alone are in another encoding; None if they do not fit that one."""
    try:
        return _ODD.sub(lambda odd: _bytes(odd[0]).decode(encoding), cell)
    except UnicodeDecodeError:
        return None


def _bytes(cell: str) -> bytes:
    return cell.encode("utf-8", "surrogateescape")


def _reread(value: str, encode: Callable[[str], bytes]) -> str:
    """A text's bytes read as UTF-8; empty if they are not UTF-8, or if that changes nothing."""
    try:
        original = encode(value).decode("utf-8")
    except UnicodeError:
        return ""
    return original if original != value else ""


def _windows_bytes(text: str) -> bytes:
    """The bytes of Windows-1252; the five that it does not use stand for the control characters of Latin-1."""
    return b"".join(letter.encode("latin-1" if letter in "\x81\x8d\x8f\x90\x9d" else WINDOWS) for letter in text)
