"""Writing publications: nothing doubled, corrections recorded, weaker proof never over stronger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, Engine, and_, bindparam, delete, insert, select, update

from rates.known import joined
from rates.models import Origin, OriginKind, Publication, Source, Span
from rates.store.engine import writing
from rates.store.schema import correction, known_span, origin, publication

STRENGTH: Final = {kind: place for place, kind in enumerate(OriginKind)}


@dataclass(frozen=True, slots=True)
class Saved:
    """What one write did."""

    stored: int
    corrected: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A publication that the store holds already, and the kind of proof it has."""

    publication: Publication
    kind: OriginKind
    origin_id: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do with what came: `replaced` are the publications that stood where a correction comes now."""

    new: list[Publication]
    corrections: list[Publication]
    replaced: list[Standing]
    confirmed: list[Publication]


def decide(standing: Sequence[Standing], incoming: Sequence[Publication], kind: OriginKind) -> Decision:
    """Which of the incoming publications are new, correct one that stands, or confirm it with stronger proof.

    One that contradicts a publication with stronger proof is dropped: what a release ships never overwrites what the
    bank's own reply brought.
    """
    stands = {(it.publication.source, it.publication.currency, it.publication.date): it for it in standing}
    decision = Decision([], [], [], [])
    for came in incoming:
        held = stands.get((came.source, came.currency, came.date))
        if held is None:
            decision.new.append(came)
        elif STRENGTH[kind] < STRENGTH[held.kind]:
            continue
        elif came != held.publication:
            decision.corrections.append(came)
            decision.replaced.append(held)
        elif STRENGTH[kind] > STRENGTH[held.kind]:
            decision.confirmed.append(came)
    return decision


def save(engine: Engine, came_from: Origin, publications: Sequence[Publication], spans: Sequence[Span] = ()) -> Saved:
    """Writes what one origin brought, with the known spans that it proves: all of it, or nothing."""
    with writing(engine) as connection:
        number: int = connection.execute(
            insert(origin)
            .values(
                kind=came_from.kind,
                url=came_from.url,
                at=came_from.at.astimezone(UTC).replace(tzinfo=None),
                sha256=came_from.sha256,
            )
            .returning(origin.c.id)
        ).scalar_one()
        decision = decide(_standing(connection, publications), publications, came_from.kind)
        _write(connection, decision, number)
        _widen(connection, spans)
    return Saved(len(decision.new), len(decision.corrections))


def _standing(connection: Connection, publications: Sequence[Publication]) -> list[Standing]:
    days = [it.date for it in publications]
    if not days:
        return []
    query = (
        select(publication, origin.c.kind)
        .join(origin, origin.c.id == publication.c.origin_id)
        .where(
            publication.c.source.in_({it.source for it in publications}),
            publication.c.date.between(min(days), max(days)),
        )
    )
    return [
        Standing(
            Publication(Source(row.source), row.currency, row.date, row.nominal, row.rate, row.diff),
            OriginKind(row.kind),
            row.origin_id,
        )
        for row in connection.execute(query)
    ]


def _row(it: Publication, **more: Any) -> dict[str, Any]:
    values = {"nominal": it.nominal, "rate": it.rate, "diff": it.diff}
    return {"source": it.source, "currency": it.currency, "date": it.date} | values | more


def _write(connection: Connection, decision: Decision, number: int) -> None:
    if decision.new:
        connection.execute(insert(publication), [_row(it, origin_id=number) for it in decision.new])
    if decision.replaced:
        connection.execute(
            insert(correction),
            [_row(it.publication, origin_id=it.origin_id, replaced_by=number) for it in decision.replaced],
        )
    if changed := decision.corrections + decision.confirmed:
        key: dict[str, BindParameter[Any]] = {name: bindparam(f"at_{name}") for name in ("source", "currency", "date")}
        connection.execute(
            update(publication).where(and_(*(publication.c[name] == value for name, value in key.items()))),
            [
                {"at_source": it.source, "at_currency": it.currency, "at_date": it.date}
                | {"nominal": it.nominal, "rate": it.rate, "diff": it.diff, "origin_id": number}
                for it in changed
            ],
        )


def _widen(connection: Connection, spans: Sequence[Span]) -> None:
    for source, currency in {(span.source, span.currency) for span in spans}:
        here = and_(known_span.c.source == source, known_span.c.currency == currency)
        standing = [
            Span(source, currency, row.first, row.last) for row in connection.execute(select(known_span).where(here))
        ]
        mine = [span for span in spans if (span.source, span.currency) == (source, currency)]
        connection.execute(delete(known_span).where(here))
        connection.execute(
            insert(known_span),
            [
                {"source": span.source, "currency": span.currency, "first": span.first, "last": span.last}
                for span in joined([*standing, *mine])
            ],
        )
