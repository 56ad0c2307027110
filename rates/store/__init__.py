"""All SQL lives here: SQLite by default, another database by address."""

from sqlalchemy import Engine

from rates.store.engine import check, connect, put_aside, sqlite_copy, sqlite_file
from rates.store.migrating import migrate
from rates.store.reading import (
    Holding,
    has_origin,
    read_history,
    read_holdings,
    read_last_origins,
    read_origin,
    read_revision,
    read_spans,
)
from rates.store.saving import Saved, save

__all__ = [
    "Engine",
    "Holding",
    "Saved",
    "check",
    "has_origin",
    "open_store",
    "put_aside",
    "read_history",
    "read_holdings",
    "read_last_origins",
    "read_origin",
    "read_revision",
    "read_spans",
    "save",
    "sqlite_copy",
    "sqlite_file",
]


def open_store(address: str) -> Engine:
    """The store at a SQLAlchemy address, made where there is none, its tables of the newest form.

    Raises
    ------
    StoreError
    """
    engine = connect(address)
    migrate(engine)
    return engine
