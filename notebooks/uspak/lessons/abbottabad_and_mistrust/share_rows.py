"""The published shares of the cargo as dots, a row for each source, in the corner of the map of the supply lines.

The corner is land through which no route runs. All is drawn in degrees, as markers and lines on the map itself: so it keeps
its place at any width of the page, and each dot has its source on hover.
"""

import html
import itertools
import textwrap

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from uspak import data, dates
from uspak.drawing import theme

#: The corner, in degrees: west, south, east, north; a little more than the map shows.
CORNER = (17.0, 21.0, 59.4, 39.9)

_NAMES, _ZERO, _HUNDRED = 20.0, 41.0, 56.2  # longitudes: where names begin, and the ends of the scale
_HEAD, _FIRST, _STEP = 38.9, 36.9, 1.58  # latitudes: of the heading and the first row; from row to row

#: Who says it, as short as a row is.
_WHO = {
    "US Senate staff report": "Senate report",
    "General William Fraser, US Air Force": "General Fraser",
    "US Transportation Command": "Transport Command",
    "Agence France-Presse": "AFP",
    "US Department of Defense": "Pentagon",
}

#: The sign and the words of a share that is not that of Pakistan's roads.
_OTHERS = {"North": ("diamond", "by the north"), "Air": ("triangle-up", "by air")}


def rows():
    """The shares in the order of their table.

    Returns:
        A DataFrame with the columns ``date``, ``route``, ``percent``, ``name`` (what its row is called), ``symbol``
        (of plotly), ``lat`` and ``lon`` (of its dot, in degrees), ``hover`` (HTML).

    Source: ``data/evidence/supply_shares.csv``.
    """
    table = data.evidence("supply_shares")
    percent = table["percent_of_cargo"].astype(float)
    return pd.DataFrame(
        {
            "date": table["date"],
            "route": table["route"],
            "percent": percent,
            "name": [_name(row) for row in table.itertuples()],
            "symbol": [_OTHERS.get(route, ("circle", ""))[0] for route in table["route"]],
            "lat": [_FIRST - number * _STEP for number in range(len(table))],
            "lon": _ZERO + (_HUNDRED - _ZERO) * percent / 100,
            "hover": [_hover(row) for row in table.itertuples()],
        }
    )


def add_rows(fig):
    """Draw the corner with its heading and rows on a map; which of them are in view says :func:`looks`.

    Args:
        fig: a map from ``maps.base_map``.

    Returns:
        The same figure, with traces whose ``meta`` are ``"corner"``, ``"guides"``, ``"heading"``, ``"row names"``,
        ``"Pakistan's shares"`` and ``"other shares"``.
    """
    west, south, east, north = CORNER
    shares = rows()
    lon, lat = _edge([(west, south), (west, north), (east, north), (east, south), (west, south)])
    look = dict(hoverinfo="skip", showlegend=False)
    fig.add_scattergeo(
        meta="corner", mode="lines", lon=lon, lat=lat, fill="toself", fillcolor=theme.PAPER, line_width=0, **look
    )
    ways = [_edge([(_ZERO, row.lat), (row.lon, row.lat)]) for row in shares.itertuples()]
    ways.append(([_ZERO, _ZERO], [_FIRST + _STEP / 2, shares["lat"].min() - _STEP / 2]))
    guides = [[value for way in ways for value in (*way[axis], None)] for axis in (0, 1)]
    fig.add_scattergeo(
        meta="guides", mode="lines", lon=guides[0], lat=guides[1], line=dict(color=theme.QUIET, width=1), **look
    )
    fig.add_trace(_words("heading", ["<b>Share of the cargo, by source</b>"], [_NAMES], [_HEAD]))
    fig.add_trace(_words("row names", shares["name"].tolist(), [_NAMES] * len(shares), shares["lat"].tolist()))
    ours = shares["route"] == "Pakistan"
    for meta, part in (("Pakistan's shares", shares[ours]), ("other shares", shares[~ours])):
        fig.add_trace(_dots(meta, part))
    return fig


def looks(date):
    """How rows and dots look while the shares of one date are in view: a dict from a trace's ``meta`` to its properties.

    Args:
        date: of rows in ``supply_shares``; None for a time of which nobody gives a share.
    """
    shares = rows()
    found = {"row names": _written(shares["name"], shares["date"] == date)}
    ours = shares["route"] == "Pakistan"
    for meta, part, colour in (
        ("Pakistan's shares", shares[ours], theme.ACTORS["PAK"]),
        ("other shares", shares[~ours], theme.INK),
    ):
        lit = part["date"] == date
        fills = [colour if one else theme.QUIET for one in lit]
        found[meta] = _written([f"{value:.0f} %" for value in part["percent"]], lit) | dict(marker_color=fills)
    return found


def _written(words, lit):
    """Words in ink and bold where they are lit, and quiet elsewhere: properties of a trace."""
    return dict(
        text=[f"<b>{word}</b>" if one else word for word, one in zip(words, lit, strict=True)],
        textfont_color=[theme.INK if one else theme.FAINT_INK for one in lit],
    )


def _words(meta, text, lon, lat):
    return go.Scattergeo(
        meta=meta,
        mode="text",
        text=text,
        lon=lon,
        lat=lat,
        textposition=["middle right"] * len(text),
        textfont=dict(size=theme.TEXT_SIZE, color=theme.INK),
        hoverinfo="skip",
        showlegend=False,
    )


def _dots(meta, part):
    return go.Scattergeo(
        meta=meta,
        name=meta,
        mode="markers+text",
        lon=part["lon"].tolist(),
        lat=part["lat"].tolist(),
        marker=dict(size=10, symbol=part["symbol"].tolist(), line=dict(color=theme.PAPER, width=1)),
        textposition="middle right",
        textfont_size=theme.TEXT_SIZE,
        customdata=part["hover"].tolist(),
        hovertemplate="%{customdata}<extra></extra>",
        showlegend=False,
    )


def _edge(corners):
    """Longitudes and latitudes along straight lines from corner to corner, which plotly alone would bend."""
    lon, lat = [], []
    for (x0, y0), (x1, y1) in itertools.pairwise(corners):
        lon += np.linspace(x0, x1, 41).round(3).tolist()
        lat += np.linspace(y0, y1, 41).round(3).tolist()
    return lon, lat


def _name(row):
    if row.route in _OTHERS:
        return f"the same: {_OTHERS[row.route][1]}"
    month = dates.written_date(row.date).replace("November", "Nov")
    return f"{month} · {_WHO.get(row.said_by, row.said_by)}"


def _hover(row):
    told = "<br>".join(textwrap.wrap(html.escape(str(row.note), quote=False), 58)) if pd.notna(row.note) else ""
    who = html.escape(row.said_by, quote=False)
    words = f"<b>{row.route}: {row.percent_of_cargo:.0f} per cent</b><br>{dates.written_date(row.date)}, {who}"
    return words + (f"<br>{told}" if told else "")
