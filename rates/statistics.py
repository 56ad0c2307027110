"""Summaries, averages and how unusual a change is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from rates.facts import facts
from rates.known import span_holding
from rates.models import Source, Span, floats
from rates.series import between, opened

WINDOW: Final = 60
"""Publications against which a change is measured: about a quarter of working days."""

UNUSUAL: Final = 3.0
"""From this |z| on a change is a move."""

LEAST_STEPS: Final = 3 - 1e-6
"""A move is at least three published steps: less is rounding. The millionth is what a double may lose."""


@dataclass(frozen=True, slots=True)
class Mean:
    """The two averages of a period, UZS per unit.

    publications : mean of what was published in it.
    calendar_days : mean of the rate in force on each of its days; None for quotes, which are in force on no other day.
    """

    publications: float
    calendar_days: float | None


def mean(rows: pd.DataFrame, spans: Sequence[Span], first: date, last: date) -> Mean | None:
    """The averages of one currency from `first` to `last`, both included.

    rows : its whole history, columns of `models.HISTORY`, of one source; rows with a known error are left out.
    spans : its known spans.

    None where the period is not known: an official one that no single span covers, or one without a rate.
    """
    held = opened(rows[rows["flag"] == ""], spans, first, last)
    if held.empty:
        return None
    value = floats(held["unit_rate"])
    published = value[held["date"] >= pd.Timestamp(first)].mean()
    if held["source"].iloc[0] != Source.OFFICIAL:
        return Mean(published, None)
    span = span_holding(spans, held["currency"].iloc[0], first)
    if span is None or last not in span:
        return None
    starts = held["date"].where(held["date"] >= pd.Timestamp(first), pd.Timestamp(first))
    ends = starts.shift(-1).fillna(pd.Timestamp(last) + pd.Timedelta(days=1))
    return Mean(published, float(np.average(value, weights=(ends - starts).dt.days)))


@dataclass(frozen=True, slots=True)
class Point:
    """A rate, UZS per unit, and the day of its publication."""

    day: date
    rate: float


@dataclass(frozen=True, slots=True)
class Summary:
    """One currency over a period.

    first : an official rate in force on the first day, else the first quote in the period. change_pct : from first to
    last, %. publications : how many are dated inside the period. mean : None where the period is not known.
    """

    currency: str
    first: Point
    last: Point
    change_pct: float
    lowest: Point
    highest: Point
    mean: Mean | None
    publications: int


def summary(rows: pd.DataFrame, spans: Sequence[Span], first: date, last: date) -> Summary | None:
    """The summary of one currency; None where no sound rate is known in the period. Arguments as for `mean`."""
    held = opened(rows[rows["flag"] == ""], spans, first, last)
    if held.empty:
        return None
    value = floats(held["unit_rate"])

    def point(place: int) -> Point:
        return Point(held["date"].iloc[place].date(), float(value.iloc[place]))

    opening, closing = point(0), point(-1)
    return Summary(
        held["currency"].iloc[0],
        opening,
        closing,
        (closing.rate / opening.rate - 1) * 100,
        point(int(value.argmin())),
        point(int(value.argmax())),
        mean(rows, spans, first, last),
        len(between(rows, first, last)),
    )


def moves(changes: pd.DataFrame) -> pd.DataFrame:
    """How unusual each change is for its time.

    changes : columns of `models.CHANGES`, of one source, whole histories sorted by currency and date.

    Returns changes with `z` (change_pct over the standard deviation, n−1, of the 60 changes before it in the same
    regime; missing with fewer), `rank` and `ranked` (place of |change_pct| among the changes of that currency and
    regime, largest first, and their number), `since` (day of the first of them) and `is_move` (|z| ≥ 3 and at least
    three published steps). The first change of a regime compares two regimes, so it is measured in neither.
    """
    regime = _regime(changes)
    key = [changes["currency"], regime]
    same = (changes["currency"] == changes["currency"].shift()) & (regime == regime.shift())
    measured = changes["change_pct"].where(same).dropna()
    groups = measured.groupby([part[measured.index] for part in key])
    spread = groups.transform(lambda pct: pct.rolling(WINDOW).std().shift())
    z = (measured / spread).reindex(changes.index)
    steps = floats(changes["change"]).abs() / _step(changes)
    days = changes.loc[measured.index, "date"]
    return changes.assign(
        z=z,
        rank=measured.abs().groupby([part[measured.index] for part in key]).rank(ascending=False, method="min"),
        ranked=groups.transform("size"),
        since=days.groupby([part[measured.index] for part in key]).transform("min"),
        is_move=(z.abs() >= UNUSUAL) & (steps >= LEAST_STEPS),
    )


def _regime(history: pd.DataFrame) -> pd.Series:
    """The day on which the dating regime of each row began; 1970-01-01 for the first or only one of a source."""
    began = pd.Series(pd.Timestamp(0), index=history.index)
    for fact in facts("regimes")["regime"]:
        if "first" in fact:
            day = pd.Timestamp(fact["first"])
            began[(history["source"] == fact["source"]) & (history["date"] >= day)] = day
    return began


def _step(history: pd.DataFrame) -> pd.Series:
    """The last published decimal of each row, UZS per unit."""
    decimals = history["rate"].str.split(".").str[1].str.len().fillna(0)
    return 10.0**-decimals / history["nominal"]
