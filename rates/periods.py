"""The periods that a reader may ask for."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import pandas as pd

from rates.errors import DayOutOfRange, EndBeforeStart, MalformedDay
from rates.models import FIRST_DAY

PRESETS: Final = {
    "1M": pd.DateOffset(months=1),
    "3M": pd.DateOffset(months=3),
    "6M": pd.DateOffset(months=6),
    "YTD": pd.DateOffset(month=1, day=1),
    "1Y": pd.DateOffset(years=1),
    "5Y": pd.DateOffset(years=5),
    "Max": None,
}
"""Periods that end with the source's last publication: what to subtract from that day."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included."""

    first: date
    last: date


def preset(name: str, start: date, end: date) -> Period:
    """The period `name` (a key of PRESETS) of a source that has rates from `start` to `end`."""
    back = PRESETS[name]
    if back is None:
        return Period(start, end)
    return Period(max((pd.Timestamp(end) - back).date(), start), end)


def parsed_day(text: str) -> date:
    """A day written year-month-day.

    Raises
    ------
    MalformedDay
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise MalformedDay(text) from error


def checked_day(day: date, today: date) -> date:
    """`day`, if a rate can be out for it: from the soum's first day to tomorrow in Tashkent.

    Raises
    ------
    DayOutOfRange
    """
    latest = today + timedelta(days=1)
    if not FIRST_DAY <= day <= latest:
        raise DayOutOfRange(day, FIRST_DAY, latest)
    return day


def checked_period(first: date | None, last: date | None, today: date) -> tuple[date | None, date | None]:
    """The bounds, if each can be asked for and they are in order; a bound that is None is open.

    Raises
    ------
    DayOutOfRange, EndBeforeStart
    """
    if first is not None and last is not None and last < first:
        raise EndBeforeStart(first, last)
    for day in (first, last):
        if day is not None:
            checked_day(day, today)
    return first, last
