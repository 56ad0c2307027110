"""The rate in force on a day, and the publication it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from rates.errors import NotKnownHere
from rates.known import span_holding
from rates.models import Publication, Source, Span

TIYIN = Decimal("0.01")
"""A hundredth of a soum, the smallest amount stated."""


@dataclass(frozen=True, slots=True)
class InForce:
    """`publication` gives the rate of `day`; `flag` is that of a known error."""

    day: date
    publication: Publication
    flag: str

    def amount_in_uzs(self, amount: Decimal) -> Decimal:
        """amount × rate ÷ nominal, rounded half up to 0.01 soum."""
        publication = self.publication
        exact = amount * Decimal(publication.rate) / publication.nominal
        return exact.quantize(TIYIN, ROUND_HALF_UP)


def rate_in_force(history: pd.DataFrame, spans: Sequence[Span], source: Source, currency: str, day: date) -> InForce:
    """The rate of one currency on a day.

    history : columns of `models.HISTORY`, of `source` and `currency`. spans : their known spans.

    Official: the last publication dated on or before `day`, where `day` is inside a known span. Market: the quote of
    that day. Customs: the rate of that month.

    Raises
    ------
    NotKnownHere : names what is known; `elsewhere` is left empty, since only the store knows the other sources.
    """
    dates = history["date"].dt.date
    match source:
        case Source.OFFICIAL:
            span = span_holding(spans, currency, day)
            at = history[(dates <= day) & (dates >= span.first)] if span else history[:0]
        case Source.MARKET:
            at = history[dates == day]
        case Source.CUSTOMS:
            at = history[dates == day.replace(day=1)]
    if at.empty:
        raise NotKnownHere(source, currency, day, day, _nearest(dates, spans, source, day), ())
    row = at.iloc[-1]
    diff = None if pd.isna(row["diff"]) else row["diff"]
    publication = Publication(source, currency, row["date"].date(), int(row["nominal"]), row["rate"], diff)
    return InForce(day, publication, row["flag"])


def _nearest(dates: pd.Series, spans: Sequence[Span], source: Source, day: date) -> tuple[str, ...]:
    """What is known around `day`: official, the spans; else the last quote before and the first after."""
    if source is Source.OFFICIAL:
        return tuple(f"{span.first} – {span.last}" for span in spans)
    return tuple(str(near) for near in (dates[dates < day].max(), dates[dates > day].min()) if not pd.isna(near))
