"""What readers ask, answered from the store: by the command line, the pages and whatever comes after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from rates.changes import daily_change
from rates.errors import NotKnownHere
from rates.export import Provenance
from rates.in_force import InForce, rate_in_force
from rates.known import source_for
from rates.models import Origin, Source, Span
from rates.periods import checked_day, checked_period
from rates.series import between
from rates.sources.snapshot import snapshot_files
from rates.store import (
    Engine,
    read_history,
    read_holdings,
    read_last_origins,
    read_origin,
    read_spans,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A rate in force, and where its publication came from."""

    in_force: InForce
    origin: Origin


@dataclass(frozen=True, slots=True)
class Selection:
    """The publications of some currencies in a period, from one source.

    changes : columns of `models.CHANGES`; unknown : chosen currencies of which the source has nothing in the period.
    """

    source: Source
    currencies: tuple[str, ...]
    changes: pd.DataFrame
    unknown: tuple[str, ...]


def rate_on(engine: Engine, currency: str, day: date, source: Source | None, today: date) -> Answer:
    """The rate of a day; without a source the official one where it is known, else the market's.

    Raises
    ------
    DayOutOfRange
    NotKnownHere : names the sources that do have the day.
    """
    checked_day(day, today)
    spans = read_spans(engine)
    chosen = source or source_for(spans, [currency], day, day)
    try:
        in_force = _in_force(engine, spans, chosen, currency, day)
    except NotKnownHere as error:
        raise NotKnownHere(
            error.source, currency, day, day, error.known, _elsewhere(engine, spans, chosen, currency, day)
        ) from None
    return Answer(in_force, read_origin(engine, chosen, currency, in_force.publication.date))


def _in_force(engine: Engine, spans: Sequence[Span], source: Source, currency: str, day: date) -> InForce:
    mine = [span for span in spans if (span.source, span.currency) == (source, currency)]
    return rate_in_force(read_history(engine, source, [currency]), mine, source, currency, day)


def _elsewhere(engine: Engine, spans: Sequence[Span], chosen: Source, currency: str, day: date) -> tuple[str, ...]:
    """The other sources that know the day."""
    found = []
    for source in Source:
        if source is not chosen:
            try:
                _in_force(engine, spans, source, currency, day)
            except NotKnownHere:
                continue
            found.append(str(source))
    return tuple(found)


def changes_of(engine: Engine, source: Source, currencies: Sequence[str] | None = None) -> pd.DataFrame:
    """The whole histories of some currencies (all: None) with their changes: columns of `models.CHANGES`."""
    return daily_change(read_history(engine, source, currencies))


def selection(
    engine: Engine,
    currencies: Sequence[str],
    first: date | None,
    last: date | None,
    source: Source | None,
    today: date,
) -> Selection:
    """The publications of a period; no currencies: all that the source has; a bound that is None is open.

    Without a source: the official one where its known span covers the period for every chosen currency, else the
    market.

    Raises
    ------
    DayOutOfRange, EndBeforeStart
    NotKnownHere : the source has none of it.
    """
    checked_period(first, last, today)
    chosen = source or source_for(read_spans(engine), currencies, first, last)
    changes = between(changes_of(engine, chosen, currencies or None), first, last)
    found = tuple(changes["currency"].unique())
    if not found:
        raise _nothing_known(engine, chosen, currencies, first, last, today)
    return Selection(chosen, found, changes, tuple(code for code in currencies if code not in found))


def _nothing_known(
    engine: Engine, source: Source, currencies: Sequence[str], first: date | None, last: date | None, today: date
) -> NotKnownHere:
    """Nothing of the chosen currencies in a period: what the source has of them, and who has more."""
    held = [it for it in read_holdings(engine) if not currencies or it.currency in currencies]
    mine = sorted({f"{it.first} – {it.last}" for it in held if it.source is source})
    others = {
        str(it.source)
        for it in held
        if it.source is not source and (first is None or first <= it.last) and (last is None or last >= it.first)
    }
    shown = ", ".join(currencies) or "—"
    return NotKnownHere(
        source, shown, first or last or today, last or first or today, tuple(mine), tuple(sorted(others))
    )


def provenance(engine: Engine, source: Source, filters: tuple[tuple[str, str], ...]) -> Provenance:
    """What a file of this source says of itself."""
    file = next(file for file in snapshot_files() if file.source is source)
    newest = read_last_origins(engine).get(source)
    return Provenance(
        source, file.publisher, file.url, file.licence, file.attribution, filters, newest.at if newest else None
    )
