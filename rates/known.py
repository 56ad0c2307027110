"""Which days are known, and of which source one may therefore speak.

A reply to "asked A" dated E proves that nothing was published after E up to A. Those proofs, joined, are the known
spans. Outside them an official rate is unknown, whatever was published before or after. Market quotes and customs
months stand alone: each is known by being there, so the store keeps no spans of theirs.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import numpy as np
import pandas as pd

from rates.models import Source, Span


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same days in as few spans as can be: overlapping and touching ones become one."""
    result: list[Span] = []
    for span in sorted(spans):
        last = result[-1] if result else None
        if (
            last
            and (last.source, last.currency) == (span.source, span.currency)
            and span.first <= last.last + timedelta(days=1)
        ):
            result[-1] = Span(last.source, last.currency, last.first, max(last.last, span.last))
        else:
            result.append(span)
    return result


def span_holding(spans: Iterable[Span], currency: str, day: date) -> Span | None:
    """The span that holds `day`, or None where that day is not known."""
    return next((span for span in spans if span.currency == currency and day in span), None)


def span_starts(rows: pd.DataFrame, spans: Sequence[Span]) -> pd.Series:
    """The first day of the known span that holds each row; missing outside any.

    rows : columns `source`, `currency`, `date`.
    """
    starts = pd.Series(pd.NaT, index=rows.index, dtype="datetime64[s]")
    for span in spans:
        held = (
            (rows["source"] == span.source)
            & (rows["currency"] == span.currency)
            & rows["date"].between(pd.Timestamp(span.first), pd.Timestamp(span.last))
        )
        starts[held] = np.datetime64(span.first, "s")
    return starts


def source_for(
    spans: Sequence[Span], currencies: Sequence[str], first: date | None = None, last: date | None = None
) -> Source:
    """The source to answer from when the reader named none.

    The official one where one known span of it covers the whole period for every currency, else the market.
    A bound that is None is open: it asks for no more than there is.
    """

    def covered(currency: str) -> bool:
        return any(
            span.currency == currency
            and span.source == Source.OFFICIAL
            and (first is None or first in span)
            and (last is None or last in span)
            for span in spans
        )

    return Source.OFFICIAL if currencies and all(map(covered, currencies)) else Source.MARKET
