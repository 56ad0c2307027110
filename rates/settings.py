"""What an operator may set, from the environment."""

from functools import cache
from pathlib import Path

from platformdirs import user_data_path
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import URL


def _default_database_url() -> str:
    folder: Path = user_data_path("uzs-rates", appauthor=False)
    return URL.create("sqlite", database=str(folder / "rates.sqlite3")).render_as_string(hide_password=False)


class Settings(BaseSettings):
    """Each field is read from `UZS_<FIELD>`."""

    model_config = SettingsConfigDict(env_prefix="UZS_")

    database_url: str = ""
    """A SQLAlchemy address; empty: a SQLite file in the user's data directory."""

    def store_url(self) -> str:
        return self.database_url or _default_database_url()


@cache
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
