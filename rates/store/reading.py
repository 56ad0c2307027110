"""What the store holds, as frames and things."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date

import pandas as pd
from sqlalchemy import Connection, Engine, func, select

from rates.models import Origin, OriginKind, Source, Span
from rates.series import history
from rates.store.engine import reading
from rates.store.schema import known_span, origin, publication


@dataclass(frozen=True, slots=True)
class Holding:
    """How much of one currency the store has from one source."""

    source: Source
    currency: str
    first: date
    last: date
    publications: int


def read_revision(engine: Engine) -> int:
    """A number that grows with every write."""
    with reading(engine) as connection:
        newest: int | None = connection.execute(select(func.max(origin.c.id))).scalar()
    return newest or 0


def read_history(engine: Engine, source: Source, currencies: Collection[str] | None = None) -> pd.DataFrame:
    """The whole history of some currencies (all: None) of one source: columns of `models.HISTORY`."""
    columns = [publication.c[name] for name in ("source", "currency", "date", "nominal", "rate", "diff")]
    query = select(*columns).where(publication.c.source == source)
    if currencies is not None:
        query = query.where(publication.c.currency.in_(currencies))
    with reading(engine) as connection:
        rows = connection.execute(query).all()
        spans = _spans(connection, source, currencies)
    return history(pd.DataFrame(rows, columns=[column.name for column in columns]), spans)


def read_spans(engine: Engine, source: Source | None = None, currencies: Collection[str] | None = None) -> list[Span]:
    """The known spans, by source, currency and first day; of all sources and currencies where none is named."""
    with reading(engine) as connection:
        return _spans(connection, source, currencies)


def _spans(connection: Connection, source: Source | None, currencies: Collection[str] | None) -> list[Span]:
    query = select(known_span).order_by(known_span.c.source, known_span.c.currency, known_span.c.first)
    if source is not None:
        query = query.where(known_span.c.source == source)
    if currencies is not None:
        query = query.where(known_span.c.currency.in_(currencies))
    return [Span(Source(row.source), row.currency, row.first, row.last) for row in connection.execute(query)]


def read_holdings(engine: Engine) -> list[Holding]:
    """What the store has, by source and currency."""
    key = (publication.c.source, publication.c.currency)
    day = publication.c.date
    query = select(*key, func.min(day), func.max(day), func.count()).group_by(*key).order_by(*key)
    with reading(engine) as connection:
        return [
            Holding(Source(source), currency, first, last, number)
            for source, currency, first, last, number in connection.execute(query)
        ]


def read_origin(engine: Engine, source: Source, currency: str, day: date) -> Origin:
    """Where the publication dated `day` came from; KeyError where there is none."""
    query = (
        select(origin)
        .join(publication, publication.c.origin_id == origin.c.id)
        .where(publication.c.source == source, publication.c.currency == currency, publication.c.date == day)
    )
    with reading(engine) as connection:
        row = connection.execute(query).first()
    if row is None:
        raise KeyError((source, currency, day))
    return Origin(OriginKind(row.kind), row.url, row.at.replace(tzinfo=UTC), row.sha256)


def read_last_origins(engine: Engine) -> dict[Source, Origin]:
    """The newest origin of each source's publications."""
    newest = (
        select(publication.c.source, func.max(publication.c.origin_id).label("id"))
        .group_by(publication.c.source)
        .subquery()
    )
    query = select(newest.c.source, origin).join(origin, origin.c.id == newest.c.id)
    with reading(engine) as connection:
        return {
            Source(row.source): Origin(OriginKind(row.kind), row.url, row.at.replace(tzinfo=UTC), row.sha256)
            for row in connection.execute(query)
        }


def has_origin(engine: Engine, sha256: Iterable[str]) -> set[str]:
    """Those of the digests that something in the store came from."""
    with reading(engine) as connection:
        return set(connection.execute(select(origin.c.sha256).where(origin.c.sha256.in_(sha256))).scalars())
