"""Bars below the alliance map: how long each state was in which pact, with the day in view as a line.

They stand in the margin below the map and are measured in pixels, because a map's height follows its width and theirs
does not.
"""

from uspak.drawing import theme

from .alliances import spells

FIRST, LAST = 1954, 1980  # the years at whose beginning the axis of time begins and ends

_START = 0.17  # of the width: where the bars begin, right of the names
_TOP, _ROW, _BAR = 52, 18, 12  # pixels: from the map to the first row, a row, and the bar in it
_AXIS = 24  # pixels that the years below the bars take
_EVERY = 5  # years between two that are written


def room():
    """How many pixels the bars need in the margin below a map, its legend included."""
    return _TOP + _ROW * spells()["iso3"].nunique() + _AXIS


def add_bars(fig, fills):
    """Draw the bars, the years and the line for one day below a map.

    Args:
        fig: a map with a margin of at least ``room()`` pixels below it; it is changed in place.
        fills: a dict: group of members (as in ``alliances.membership``) → colour.
    """
    table = spells()
    states = list(dict.fromkeys(table["iso3"]))
    bottom = -_TOP - _ROW * len(states)
    shapes = [_line(_at(year), bottom - 4, 4 - _TOP, theme.GRID) for year in _years()]
    notes = [_note(str(year), _at(year), bottom - 13) for year in _years()]
    notes.append(_note("<b>Members</b>", 0, 12 - _TOP, xanchor="left"))
    for number, state in enumerate(states):
        own = table[table["iso3"] == state]
        middle = -_TOP - _ROW * (number + 0.5)
        notes.append(_note(_name(own), 0, middle, xanchor="left", hovertext=_told(own)))
        for spell in own.itertuples():
            shapes.append(_bar(spell, middle, fills[spell.group]))
    shapes.append(dict(_line(1, bottom - 4, 6 - _TOP, theme.INK), name="day"))
    notes.append(dict(_note("", 1, 12 - _TOP), name="day"))
    fig.update_layout(shapes=[*fig.layout.shapes, *shapes], annotations=[*fig.layout.annotations, *notes])


def show_day(fig, year):
    """Move the line, on a figure with bars, live or not, to the last day of a year."""
    at = _at(year + 1)
    left = at < 0.6
    next(fig.select_shapes(dict(name="day"))).update(x0=at, x1=at)
    next(fig.select_annotations(dict(name="day"))).update(
        x=at, text=f"31 December {year}", xanchor="left" if left else "right", xshift=-1 if left else 1
    )


def _years():
    return range(FIRST - FIRST % -_EVERY, LAST, _EVERY)


def _at(year):
    """Where the beginning of a year lies, as a part of the map's width; a year may have decimals."""
    return round(_START + (1 - _START) * (year - FIRST) / (LAST - FIRST), 4)


def _decimal(day):
    """An ISO date as a year with decimals."""
    year, month, day = map(int, day.split("-"))
    return year + (month - 1 + (day - 1) / 31) / 12


def _bar(spell, middle, fill):
    return dict(
        type="rect",
        name=spell.iso3,
        xref="paper",
        yref="paper",
        ysizemode="pixel",
        yanchor=0,
        x0=_at(_decimal(spell.start)),
        x1=_at(_decimal(spell.end)),
        y0=middle - _BAR / 2,
        y1=middle + _BAR / 2,
        fillcolor=fill,
        line=dict(color=theme.PAPER, width=1),
    )


def _line(x, y0, y1, colour):
    return dict(
        type="line",
        xref="paper",
        yref="paper",
        ysizemode="pixel",
        yanchor=0,
        x0=x,
        x1=x,
        y0=y0,
        y1=y1,
        line=dict(color=colour, width=1),
    )


def _note(text, x, y, xanchor="center", **more):
    """A word at a part of the map's width, y pixels above its lower edge."""
    return dict(
        text=text,
        x=x,
        xref="paper",
        xanchor=xanchor,
        y=0,
        yref="paper",
        yanchor="middle",
        yshift=y,
        showarrow=False,
        font=dict(size=theme.TEXT_SIZE, color=theme.INK),
        **more,
    )


def _name(own):
    """The name of a state; Pakistan's, which the figure is about, is bold."""
    name = own["member"].iloc[0]
    return f"<b>{name}</b>" if own["iso3"].iloc[0] == "PAK" else name


def _told(own):
    """What the hover tells of a state: its spells in the pacts."""
    words = {"seato": "SEATO only", "cento": "Baghdad Pact / CENTO only", "both": "both pacts"}
    lines = [f"{spell.start[:4]}–{spell.end[2:4]}: {words[spell.group]}" for spell in own.itertuples()]
    return "<br>".join([f"<b>{own['member'].iloc[0]}</b>", *lines])
