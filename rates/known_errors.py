"""Points known to be wrong at their source: kept and shown with a flag, left out of whatever is computed."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import pandas as pd

from rates.facts import facts
from rates.models import Source


@dataclass(frozen=True, slots=True)
class KnownError:
    """Every rate of `currency` from `first` to `last` at `source` is wrong, or suspected to be."""

    source: Source
    currency: str
    first: date
    last: date
    certainty: str
    reason: str


@cache
def known_errors() -> tuple[KnownError, ...]:
    return tuple(
        KnownError(
            Source(entry["source"]),
            entry["currency"],
            entry["first"],
            entry["last"],
            entry["certainty"],
            entry["reason"],
        )
        for entry in facts("known_errors")["known_error"]
    )


def flags(rows: pd.DataFrame) -> pd.Series:
    """The certainty of the known error that each row falls under, "" for the others.

    rows : columns `source`, `currency`, `date`.
    """
    flag = pd.Series("", index=rows.index, dtype="str")
    errors = known_errors()
    touched = rows[rows["currency"].isin({error.currency for error in errors})]
    for error in errors:
        hit = (
            (touched["source"] == error.source)
            & (touched["currency"] == error.currency)
            & touched["date"].between(pd.Timestamp(error.first), pd.Timestamp(error.last))
        )
        flag[touched.index[hit]] = error.certainty
    return flag
