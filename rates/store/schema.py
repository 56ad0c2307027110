"""The tables. What they hold is said in `models`; how they came to be so, in `migrations`."""

from typing import Final

from sqlalchemy import (
    Column,
    Date,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    String,
    Table,
)

HEAD: Final = "0001"
"""The newest migration: a store that stands there needs none. A test holds it against the migrations."""

metadata = MetaData()

origin = Table(
    "origin",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("url", String, nullable=False),
    Column("at", DateTime, nullable=False),  # UTC
    Column("sha256", String(64), nullable=False, index=True),
)
"""Where and when rows came from. Every write adds one, so the largest id is the store's revision."""

publication = Table(
    "publication",
    metadata,
    Column("source", String, primary_key=True),
    Column("currency", String(3), primary_key=True),
    Column("date", Date, primary_key=True),
    Column("nominal", Integer, nullable=False),
    Column("rate", String, nullable=False),
    Column("diff", String),
    Column("origin_id", Integer, ForeignKey("origin.id"), nullable=False),
    sqlite_with_rowid=False,
)
"""Rates as published text: SQLite's NUMERIC is a float, and 39.87327 would come back 39.873270."""

known_span = Table(
    "known_span",
    metadata,
    Column("source", String, primary_key=True),
    Column("currency", String(3), primary_key=True),
    Column("first", Date, primary_key=True),
    Column("last", Date, nullable=False),
)
"""Days over which nothing was published that the store lacks; never overlapping or touching."""

correction = Table(
    "correction",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source", String, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("date", Date, nullable=False),
    Column("nominal", Integer, nullable=False),
    Column("rate", String, nullable=False),
    Column("diff", String),
    Column("origin_id", Integer, ForeignKey("origin.id"), nullable=False),
    Column("replaced_by", Integer, ForeignKey("origin.id"), nullable=False),
    ForeignKeyConstraint(
        ["source", "currency", "date"], ["publication.source", "publication.currency", "publication.date"]
    ),
)
"""Publications as they stood before a correction replaced them, and the origin of what replaced them."""
