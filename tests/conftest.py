"""What tests share: small histories worked by hand, and a store filled from what ships with the program."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import hypothesis
import pandas as pd
import pytest
import streamlit as st

from rates.models import Source, Span
from rates.series import history
from rates.settings import settings
from rates.store import Engine, open_store
from rates.updating import open_filled

hypothesis.settings.register_profile("project", max_examples=50, deadline=None)
hypothesis.settings.load_profile("project")

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _fresh_caches() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()
    settings.cache_clear()


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store file with the shipped rates: copy it, never write to it."""
    path = tmp_path_factory.mktemp("filled") / "rates.sqlite3"
    open_filled(f"sqlite:///{path}", NOW).dispose()
    return path


@pytest.fixture
def store_file(filled_file: Path, tmp_path: Path) -> Path:
    """A store of one's own with the shipped rates."""
    path = tmp_path / "rates.sqlite3"
    shutil.copy(filled_file, path)
    return path


@pytest.fixture
def store(store_file: Path) -> Iterator[Engine]:
    engine = open_store(f"sqlite:///{store_file}")
    yield engine
    engine.dispose()


@pytest.fixture
def empty_store(tmp_path: Path) -> Iterator[Engine]:
    engine = open_store(f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    yield engine
    engine.dispose()


def rows_of(
    source: Source, currency: str, rates: dict[str, str], nominal: int = 1, diffs: dict[str, str] | None = None
) -> pd.DataFrame:
    """Stored rows of one currency: {day: published rate}."""
    return pd.DataFrame(
        {
            "source": source,
            "currency": currency,
            "date": list(map(date.fromisoformat, rates)),
            "nominal": nominal,
            "rate": list(rates.values()),
            "diff": [(diffs or {}).get(day) for day in rates],
        }
    )


def official(rates: dict[str, str], *known: tuple[str, str], currency: str = "USD", **more: object) -> pd.DataFrame:
    """The official history of one currency, with the spans over which it is known."""
    spans = [Span(Source.OFFICIAL, currency, *map(date.fromisoformat, span)) for span in known]
    return history(rows_of(Source.OFFICIAL, currency, rates, **more), spans)  # type: ignore[arg-type]
