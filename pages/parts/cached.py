"""All cached reads: keyed by the store's revision, so new figures show at once, and shared by all sessions."""

from datetime import date

import pandas as pd
import streamlit as st

from rates import answers
from rates.models import Origin, Source, Span, utc_now
from rates.settings import settings
from rates.statistics import moves
from rates.store import (
    Engine,
    Holding,
    read_holdings,
    read_last_origins,
    read_revision,
    read_spans,
)
from rates.updating import open_filled


@st.cache_resource(show_spinner=False)
def _store(address: str) -> Engine:
    return open_filled(address, utc_now())


def store() -> Engine:
    """The store of this server, opened and filled by whoever comes first; an error is not remembered."""
    return _store(settings().store_url())


def revision() -> int:
    """What every cached read below is keyed by."""
    return read_revision(store())


@st.cache_data(max_entries=64, show_spinner=False)
def changes(source: Source, currencies: tuple[str, ...], revision: int) -> pd.DataFrame:
    """Whole histories with their changes: columns of `models.CHANGES`."""
    return answers.changes_of(store(), source, currencies)


@st.cache_data(max_entries=6, show_spinner=False)
def all_moves(source: Source, revision: int) -> pd.DataFrame:
    """Every currency's whole history with its changes and how unusual they are: see `statistics.moves`."""
    return moves(answers.changes_of(store(), source))


@st.cache_data(max_entries=2, show_spinner=False)
def spans(revision: int) -> list[Span]:
    return read_spans(store())


@st.cache_data(max_entries=2, show_spinner=False)
def holdings(revision: int) -> list[Holding]:
    return read_holdings(store())


@st.cache_data(max_entries=2, show_spinner=False)
def last_origins(revision: int) -> dict[Source, Origin]:
    return read_last_origins(store())


def last_days(revision: int) -> dict[Source, date]:
    """The day of each source's newest publication."""
    newest: dict[Source, date] = {}
    for it in holdings(revision):
        newest[it.source] = max(it.last, newest.get(it.source, it.last))
    return newest
