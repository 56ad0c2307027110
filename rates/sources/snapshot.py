"""The real rates that ship with the program, so that it works without a network."""

import csv
import io
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from rates.models import Publication, Source, Span


@dataclass(frozen=True, slots=True)
class SnapshotFile:
    """One shipped file, and where its figures come from.

    unit, formula : what a figure is and how it was computed, one sentence each.
    """

    name: str
    source: Source
    publisher: str
    url: str
    licence: str
    attribution: str
    unit: str
    formula: str
    first: date
    last: date
    sha256: str
    spans: tuple[Span, ...]


@cache
def snapshot_files() -> tuple[SnapshotFile, ...]:
    """The shipped files, one a source."""
    entries = tomllib.loads((files("rates.snapshot") / "snapshot.toml").read_text("utf-8"))["file"]
    return tuple(
        SnapshotFile(
            spans=tuple(Span(Source(entry["source"]), **span) for span in entry.get("known_spans", ())),
            source=Source(entry["source"]),
            **{name: entry[name] for name in SnapshotFile.__annotations__ if name not in {"source", "spans"}},
        )
        for entry in entries
    )


def read_snapshot(name: str) -> bytes:
    """The bytes of one shipped file."""
    return (files("rates.snapshot") / name).read_bytes()


def parse_official(content: bytes) -> list[Publication]:
    """The bank's dollar: columns `date` (ISO), `rate`, `diff`, in UZS per 1 USD."""
    return [
        Publication(Source.OFFICIAL, "USD", date.fromisoformat(row["date"]), 1, row["rate"], row["diff"])
        for row in _rows(content)
    ]


def parse_market(content: bytes) -> list[Publication]:
    """Daily mid rates: columns `date` (ISO), `currency`, `uzs_per_unit`."""
    return [
        Publication(Source.MARKET, row["currency"], date.fromisoformat(row["date"]), 1, row["uzs_per_unit"])
        for row in _rows(content)
    ]


def parse_customs(content: bytes) -> list[Publication]:
    """Rates of calendar months, dated by their first day: columns `month` (2014-02), `currency`, `uzs_per_unit`."""
    return [
        Publication(Source.CUSTOMS, row["currency"], date.fromisoformat(f"{row['month']}-01"), 1, row["uzs_per_unit"])
        for row in _rows(content)
    ]


PARSE = {Source.OFFICIAL: parse_official, Source.MARKET: parse_market, Source.CUSTOMS: parse_customs}


def _rows(content: bytes) -> Iterator[dict[str, str]]:
    return csv.DictReader(io.StringIO(content.decode("utf-8")))
