"""Opening the database, and its faults in the project's words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from rates.errors import StoreCorrupt, StoreError, StoreLocked, StoreUnusable

PATIENCE: Final = 5.0
"""Seconds to wait for another writer: far longer than any write of ours takes."""

_LOCKED: Final = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_CORRUPT: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def connect(address: str) -> Engine:
    """An engine for a SQLAlchemy address; a SQLite file's folder is made where it is missing.

    Raises
    ------
    StoreUnusable : the address is none, its driver is not installed, or the folder cannot be made.
    """
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise StoreUnusable("UZS_DATABASE_URL", "it is not a database address") from error
    try:
        if is_sqlite := url.get_backend_name() == "sqlite":
            _make_folder(url)
        engine = create_engine(url, connect_args={"timeout": PATIENCE} if is_sqlite else {})
    except (OSError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreUnusable(shown(url), str(error)) from error
    if is_sqlite:
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def shown(url: URL) -> str:
    """The address as a reader may see it: without its password, a SQLite file as its path."""
    return url.database or "memory" if url.get_backend_name() == "sqlite" else url.render_as_string()


def sqlite_file(engine: Engine) -> Path | None:
    """The file of a SQLite store; None for another database."""
    is_file = engine.dialect.name == "sqlite" and engine.url.database
    return Path(engine.url.database) if is_file and engine.url.database else None


def check(engine: Engine) -> None:
    """Reads a whole SQLite file for damage; another database looks after itself.

    Raises
    ------
    StoreCorrupt
    """
    if engine.dialect.name == "sqlite":
        with reading(engine) as connection:
            if connection.exec_driver_sql("PRAGMA quick_check").scalars().all() != ["ok"]:
                raise StoreCorrupt(shown(engine.url))


def put_aside(address: str, now: datetime) -> Path:
    """Renames the SQLite file at an address, with what belongs to it; gives its new path."""
    path = Path(str(make_url(address).database))
    aside = path.with_name(f"{path.name}.damaged-{now:%Y%m%dT%H%M%SZ}")
    for ending in ("-wal", "-shm", ""):
        part = path.with_name(path.name + ending)
        if part.exists():
            part.rename(aside.with_name(aside.name + ending))
    return aside


def sqlite_copy(engine: Engine) -> bytes:
    """The whole SQLite store as the bytes of one file, at one moment."""
    with translated(engine), engine.connect() as connection:
        driver: sqlite3.Connection = connection.connection.dbapi_connection  # type: ignore[assignment]
        return driver.serialize()


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the store, whatever is written meanwhile."""
    with translated(engine), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection whose writes are kept together at its end, or not at all; one at a time beside SQLite."""
    with (
        translated(engine),
        engine.connect().execution_options(sqlite_begin="BEGIN IMMEDIATE") as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def translated(engine: Engine) -> Iterator[None]:
    """Turns a database driver's fault into a StoreError."""
    try:
        yield
    except DBAPIError as error:
        raise _in_our_words(error, shown(engine.url)) from error


def _in_our_words(error: DBAPIError, url: str) -> StoreError:
    code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    if code in _LOCKED:
        return StoreLocked(url)
    if code in _CORRUPT:
        return StoreCorrupt(url)
    return StoreUnusable(url, str(error.orig).strip().splitlines()[0])


def _make_folder(url: URL) -> None:
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)


def _set_up_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun below, so that reads have one too
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        connection.execute("PRAGMA journal_mode = WAL")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("sqlite_begin", "BEGIN"))
