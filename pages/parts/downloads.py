"""Download buttons: exactly the rows shown, made when they are asked for."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from pages.parts import cached
from rates.answers import changes_of, provenance
from rates.export import FORMATS, as_parquet, file_name
from rates.i18n import gettext as _
from rates.models import Source
from rates.store import sqlite_copy, sqlite_file


def offer(
    changes: pd.DataFrame,
    source: Source,
    first: date | None,
    last: date | None,
    formats: Sequence[str] = ("csv", "excel", "xlsx"),
) -> None:
    """One button a format for `changes`, columns of `models.CHANGES`."""
    labels = {
        "csv": _("CSV"),
        "excel": _("CSV for Excel"),
        "xlsx": _("XLSX"),
        "json": _("JSON"),
        "parquet": _("Parquet"),
    }
    currencies = list(changes["currency"].unique())
    filters = (
        (_("Currencies"), ", ".join(currencies)),
        (_("From"), str(first or "")),
        (_("To"), str(last or "")),
    )
    with st.container(horizontal=True, key="downloads"):
        for name in formats:
            kind = FORMATS[name]
            st.download_button(
                labels[name],
                partial(_content, name, changes, source, filters),
                file_name=file_name(source, currencies, first, last, kind.suffix),
                mime=kind.mime,
                on_click="ignore",
                icon=":material/download:",
                key=f"download.{name}",
            )


def _content(name: str, changes: pd.DataFrame, source: Source, filters: tuple[tuple[str, str], ...]) -> bytes:
    return FORMATS[name].write(changes, provenance(cached.store(), source, filters))


def offer_store() -> None:
    """The whole store, every source and currency: one Parquet file, one SQLite file."""
    with st.container(horizontal=True, key="downloads_store"):
        st.download_button(
            _("Everything, Parquet"),
            _everything,
            file_name="uzs-rates_everything.parquet",
            mime=FORMATS["parquet"].mime,
            on_click="ignore",
            icon=":material/download:",
        )
        if sqlite_file(cached.store()):
            st.download_button(
                _("Everything, SQLite"),
                partial(sqlite_copy, cached.store()),
                file_name="uzs-rates_everything.sqlite3",
                mime="application/vnd.sqlite3",
                on_click="ignore",
                icon=":material/download:",
            )


def _everything() -> bytes:
    every = pd.concat([changes_of(cached.store(), source) for source in Source], ignore_index=True)
    return as_parquet(every)
