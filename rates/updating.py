"""The only joint of sources and store."""

from datetime import datetime
from pathlib import Path

from rates.errors import StoreCorrupt
from rates.models import Origin, OriginKind
from rates.sources.snapshot import PARSE, read_snapshot, snapshot_files
from rates.store import Engine, check, has_origin, open_store, put_aside, save


def open_filled(address: str, now: datetime) -> Engine:
    """The store at a SQLAlchemy address, holding at least what ships with the program.

    Raises
    ------
    StoreError
    """
    engine = open_store(address)
    fill_from_snapshot(engine, now)
    return engine


def fill_from_snapshot(engine: Engine, now: datetime) -> int:
    """Saves those shipped files that the store has not taken yet; gives the number of rows they added."""
    taken = has_origin(engine, [file.sha256 for file in snapshot_files()])
    added = 0
    for file in snapshot_files():
        if file.sha256 not in taken:
            came_from = Origin(OriginKind.SNAPSHOT, file.url, now, file.sha256)
            publications = PARSE[file.source](read_snapshot(file.name))
            added += save(engine, came_from, publications, file.spans).stored
    return added


def rebuild(address: str, now: datetime) -> Path | None:
    """Puts a damaged SQLite file aside under another name and makes a new store from what ships with the program.

    Gives the damaged file's new path; None where the store is sound and was left as it is.

    Raises
    ------
    StoreError : it cannot be mended so, because it is no SQLite file, is in use, or was written by a newer version.
    """
    try:
        check(open_store(address))
    except StoreCorrupt:
        aside = put_aside(address, now)
        open_filled(address, now)
        return aside
    return None
