"""The things of the domain, and the columns of its frames."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from typing import Final

import pandas as pd
import pyarrow as pa

TASHKENT: Final = timezone(timedelta(hours=5), "Asia/Tashkent")
"""Uzbekistan keeps UTC+5 the whole year; its days are the days of the rates."""

FIRST_DAY: Final = date(1994, 7, 1)
"""The soum replaced the soum-coupon on this day: no rate of it is older."""


class Source(StrEnum):
    """Who published a rate. Never spliced: a chart, a change, an average has one."""

    OFFICIAL = "official"
    MARKET = "market"
    CUSTOMS = "customs"


class OriginKind(StrEnum):
    """How a publication came into the store, weakest proof first."""

    SNAPSHOT = "snapshot"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Publication:
    """One rate of one currency under one date.

    rate : as published, in UZS for `nominal` units; a plain decimal text.
    diff : the source's own change since its previous publication, for `nominal` units; None where it prints none.
    """

    source: Source
    currency: str
    date: date
    nominal: int
    rate: str
    diff: str | None = None

    @property
    def unit_rate(self) -> Decimal:
        """UZS per 1 unit, exact."""
        return Decimal(self.rate) / self.nominal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days, both ends included, over which `source` published nothing of `currency` that the store lacks."""

    source: Source
    currency: str
    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Origin:
    """Where and when publications came from: one reply of a source, or one shipped file."""

    kind: OriginKind
    url: str
    at: datetime
    sha256: str


DECIMAL: Final = pd.ArrowDtype(pa.decimal128(24, 12))
"""Exact decimals: 12 digits before the point, 12 after. The finest figure stored has 8 decimals, and nominals are
powers of ten up to 1000."""

HISTORY: Final[dict[str, str | pd.ArrowDtype]] = {
    "source": "str",
    "currency": "str",
    "date": "datetime64[s]",
    "nominal": "int64",
    "rate": "str",  # as published, UZS per nominal
    "diff": "str",  # as published, UZS per nominal; missing where the source prints none
    "unit_rate": DECIMAL,  # UZS per 1 unit
    "span": "datetime64[s]",  # first day of the known span that holds the row; missing outside any
    "flag": "str",  # "" or the certainty of a known error: "wrong", "suspect"
}
"""One row a publication, of one source, sorted by currency and date."""

CHANGES: Final[dict[str, str | pd.ArrowDtype]] = HISTORY | {
    "change": DECIMAL,  # UZS per 1 unit since the previous publication; missing where that is not known
    "change_pct": "float64",  # %
}
"""HISTORY with its daily changes."""


def tashkent_day(now: datetime) -> date:
    """The calendar day in Tashkent at an aware instant."""
    return now.astimezone(TASHKENT).date()


def utc_now() -> datetime:
    """The clock, read at the edges only."""
    return datetime.now(UTC)


def floats(exact: pd.Series) -> pd.Series:
    """Exact decimals as the nearest float64, missing as NaN: for statistics and charts only.

    Arrow's own cast may miss the nearest by a bit (−9.21 comes out as −9.209999999999999); nine decimals are more than
    any figure stored has, and put it right.
    """
    return exact.astype("double[pyarrow]").astype("float64").round(9)
