"""Bringing a store to the newest schema."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from rates.errors import StoreTooNew
from rates.store.engine import reading, shown, writing
from rates.store.schema import HEAD


def migrate(engine: Engine) -> None:
    """Makes the tables of a new store, changes those of an older one, leaves the newest as it is.

    Raises
    ------
    StoreTooNew : written by a version of this program with migrations that this one lacks.
    """
    with reading(engine) as connection:
        if _version(connection) == HEAD:
            return
    with writing(engine) as connection:
        _upgrade(connection, shown(engine.url))


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _upgrade(connection: Connection, url: str) -> None:
    from alembic import command  # slow to import, and needed once in the life of a store
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    found = _version(connection)
    if found and found not in {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}:
        raise StoreTooNew(url, found)
    command.upgrade(config, "head")
