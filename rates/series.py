"""Histories as frames and lines: made of stored rows, cut to a period, rebased, thinned for drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from tsdownsample import M4Downsampler

from rates.known import span_holding, span_starts
from rates.known_errors import flags
from rates.models import DECIMAL, HISTORY, Source, Span, floats

GAP: Final = {Source.MARKET: np.timedelta64(7, "D"), Source.CUSTOMS: np.timedelta64(31, "D")}
"""Two quotes further apart are joined by a dashed line: nothing is known between them."""

MOST_POINTS: Final = 4 * 1000
"""M4 keeps the first, last, lowest and highest of each of 1000 pixel columns, so the drawn line is the full one."""


def per_unit(published: pd.Series, nominal: pd.Series) -> pd.Series:
    """Published texts, in UZS per nominal, as exact decimals in UZS per unit; missing stays missing."""
    exact = published.astype(DECIMAL)
    for units in nominal.unique():
        if units != 1:
            scaled = exact[nominal == units] * (Decimal(1) / int(units))
            exact[nominal == units] = scaled.astype(DECIMAL)
    return exact


def history(rows: pd.DataFrame, spans: Sequence[Span]) -> pd.DataFrame:
    """Stored rows with what is derived from them: columns of `models.HISTORY`, sorted by currency and date.

    rows : columns `source`, `currency`, `date`, `nominal`, `rate`, `diff` as stored.
    spans : the known spans of these currencies.
    """
    rows = rows.astype({name: kind for name, kind in HISTORY.items() if name in rows.columns})
    rows = rows.sort_values(["currency", "date"], ignore_index=True)
    return rows.assign(
        unit_rate=per_unit(rows["rate"], rows["nominal"]), span=span_starts(rows, spans), flag=flags(rows)
    )[[*HISTORY]]


def between(frame: pd.DataFrame, first: date | None, last: date | None) -> pd.DataFrame:
    """The rows dated from `first` to `last`, both included; a bound that is None is open."""
    inside = pd.Series(True, index=frame.index)
    if first is not None:
        inside &= frame["date"] >= pd.Timestamp(first)
    if last is not None:
        inside &= frame["date"] <= pd.Timestamp(last)
    return frame[inside].reset_index(drop=True)


def opened(rows: pd.DataFrame, spans: Sequence[Span], first: date, last: date) -> pd.DataFrame:
    """The rows of a period, after the one already in force on its first day, where that is official and known.

    rows, spans : of one currency and source.
    """
    inside = between(rows, first, last)
    span = span_holding(spans, rows["currency"].iloc[0], first) if len(rows) else None
    if span is None or (len(inside) and inside["date"].iloc[0] == pd.Timestamp(first)):
        return inside
    before = between(rows, span.first, first)
    return pd.concat([before[-1:], inside], ignore_index=True)


@dataclass(frozen=True, slots=True)
class Line:
    """What a chart draws of one currency.

    dates, values : the points, UZS per unit or percent; a NaN value is a break.
    bridges : pairs of points to join by a dashed line, as (dates, values) with NaN between the pairs.
    steps : whether each value holds until the next point.
    """

    currency: str
    dates: npt.NDArray[np.datetime64]
    values: npt.NDArray[np.float64]
    bridge_dates: npt.NDArray[np.datetime64]
    bridge_values: npt.NDArray[np.float64]
    steps: bool


_NO_DATES: Final = np.array([], dtype="datetime64[s]")
_NO_VALUES: Final = np.array([], dtype="float64")


def line(rows: pd.DataFrame, spans: Sequence[Span], first: date, last: date) -> Line:
    """The line of one currency over a period.

    rows : its whole history, columns of `models.HISTORY`, of one source. Rows with a known error are left out.
    spans : its known spans.

    An official rate is a step that begins with the rate in force on `first`, holds to the end of what is known and
    breaks at a hole. Quotes are points; the thin line between two of them breaks where they are far apart, and a
    dashed bridge stands there.
    """
    sound = rows[rows["flag"] == ""]
    dates, values = sound["date"].to_numpy(), floats(sound["unit_rate"]).to_numpy()
    currency = str(rows["currency"].iloc[0]) if len(rows) else ""
    source = Source(rows["source"].iloc[0]) if len(rows) else Source.OFFICIAL
    if source is Source.OFFICIAL:
        return Line(currency, *_steps(dates, values, spans, first, last), _NO_DATES, _NO_VALUES, steps=True)
    inside = (dates >= np.datetime64(first)) & (dates <= np.datetime64(last))
    dates, values = thinned(dates[inside], values[inside])
    far = np.flatnonzero(np.diff(dates) > GAP[source])
    return Line(
        currency,
        np.insert(dates, far + 1, dates[far]),
        np.insert(values, far + 1, np.nan),
        np.column_stack([dates[far], dates[far + 1], dates[far + 1]]).ravel(),
        np.column_stack([values[far], values[far + 1], np.full(len(far), np.nan)]).ravel(),
        steps=False,
    )


def _steps(
    dates: npt.NDArray[np.datetime64],
    values: npt.NDArray[np.float64],
    spans: Sequence[Span],
    first: date,
    last: date,
) -> tuple[npt.NDArray[np.datetime64], npt.NDArray[np.float64]]:
    pieces_x, pieces_y = [_NO_DATES], [_NO_VALUES]
    for span in sorted(spans):
        start, end = np.datetime64(max(span.first, first)), np.datetime64(min(span.last, last))
        held = (dates >= np.datetime64(span.first)) & (dates <= end)
        if start > end or not held.any():
            continue
        x, y = thinned(dates[held], values[held])
        opening = np.searchsorted(x, start, side="right") - 1
        x, y = x[max(opening, 0) :], y[max(opening, 0) :]
        x = np.maximum(x, start)
        pieces_x += [x, np.array([end, end])]
        pieces_y += [y, np.array([y[-1], np.nan])]
    return np.concatenate(pieces_x).astype("datetime64[s]")[:-1], np.concatenate(pieces_y)[:-1]


def thinned(
    dates: npt.NDArray[np.datetime64], values: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.datetime64], npt.NDArray[np.float64]]:
    """The points that a chart needs: all of them, or what M4 keeps of a longer series."""
    if len(values) <= MOST_POINTS:
        return dates, values
    kept = M4Downsampler().downsample(
        np.ascontiguousarray(dates.astype("int64")), np.ascontiguousarray(values), n_out=MOST_POINTS
    )
    return dates[kept], values[kept]


def rebased(drawn: Line) -> Line:
    """The same line as percent since its first value."""
    if not len(drawn.values):
        return drawn
    base = drawn.values[0]
    return Line(
        drawn.currency,
        drawn.dates,
        (drawn.values / base - 1) * 100,
        drawn.bridge_dates,
        (drawn.bridge_values / base - 1) * 100,
        drawn.steps,
    )
