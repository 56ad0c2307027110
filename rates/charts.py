"""Figures: frames, lines and finished labels in, plotly figures out. No arithmetic; empty in, empty axes out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from rates.models import floats
from rates.series import Line

PALETTE: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
"""Okabe and Ito's colours, which colour-blind readers tell apart; each legible on white and on near-black."""

DASHES: Final = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")

MUTED: Final = "#808495"

LINES_HEIGHT: Final = 320
SMALL_HEIGHT: Final = 150
BARS_HEIGHT: Final = 130


@dataclass(frozen=True, slots=True)
class Mark:
    """A day to be pointed out, in a few words."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Labels:
    """The finished texts of a figure."""

    rate: str
    change: str
    change_hover: str


def trend(
    lines: Sequence[Line], bars: pd.DataFrame, marks: Sequence[Mark], labels: Labels, *, log: bool, apart: bool
) -> go.Figure:
    """Lines over daily changes, on one axis of days.

    lines : one a currency; apart : each on an axis of its own, beneath one another.
    bars : columns `date`, `change`, `change_pct` of the lead currency.
    marks : days to be pointed out. A horizontal box drawn across the figure is reported as a selection.
    """
    rows = len(lines) if apart and lines else 1
    upper = SMALL_HEIGHT if apart else LINES_HEIGHT
    figure = make_subplots(
        rows=rows + 1,
        shared_xaxes=True,
        vertical_spacing=0.03,
        row_heights=[upper] * rows + [BARS_HEIGHT],
    )
    for place, line in enumerate(lines):
        _draw_line(figure, line, place, row=place + 1 if apart else 1, named=len(lines) > 1)
    figure.add_trace(
        go.Bar(
            x=bars["date"].to_numpy(),
            y=floats(bars["change"]).to_numpy(),
            customdata=bars["change_pct"].to_numpy(),
            hovertemplate=labels.change_hover,
            marker_color=PALETTE[0],
            marker_line_color=PALETTE[0],
            marker_line_width=1,  # keeps a day visible where it is narrower than a pixel
            name="",
            showlegend=False,
        ),
        row=rows + 1,
        col=1,
    )
    _mark(figure, marks)
    figure.update_yaxes(tickformat=",.7~g")
    figure.update_yaxes(title_text=labels.rate, type="log" if log else "linear", row=1, col=1)
    figure.update_yaxes(title_text=labels.change, row=rows + 1, col=1, zeroline=True, zerolinecolor=MUTED)
    figure.update_layout(
        height=upper * rows + BARS_HEIGHT + 60,
        margin={"l": 0, "r": 8, "t": 24, "b": 0},
        hovermode="x unified",
        dragmode="select",
        selectdirection="h",
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        uirevision="trend",
    )
    return figure


def _draw_line(figure: go.Figure, line: Line, place: int, row: int, named: bool) -> None:
    style: dict[str, Any] = {"color": PALETTE[place % len(PALETTE)], "width": 2}
    figure.add_trace(
        go.Scatter(
            x=line.dates,
            y=line.values,
            name=line.currency,
            showlegend=named,
            mode="lines" if line.steps else "lines+markers",
            line=style
            | {"dash": DASHES[place % len(DASHES)], "shape": "hv" if line.steps else "linear"}
            | ({} if line.steps else {"width": 1}),
            marker={"size": 4},
            hovertemplate="%{y:,.7~g}",
            connectgaps=False,
        ),
        row=row,
        col=1,
    )
    if len(line.bridge_dates):
        figure.add_trace(
            go.Scatter(
                x=line.bridge_dates,
                y=line.bridge_values,
                mode="lines",
                line=style | {"dash": "dot", "width": 1},
                hoverinfo="skip",
                showlegend=False,
            ),
            row=row,
            col=1,
        )


def _mark(figure: go.Figure, marks: Sequence[Mark]) -> None:
    for mark in marks:
        figure.add_vline(x=mark.day.isoformat(), line={"color": MUTED, "width": 1, "dash": "dot"})
        figure.add_annotation(
            x=mark.day.isoformat(),
            xref="x",
            y=1,
            yref="paper",
            text=mark.text,
            showarrow=False,
            xanchor="left",
            yanchor="top",
            font={"size": 11, "color": MUTED},
        )
