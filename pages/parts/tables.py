"""Tables of rates, each beside the chart that shows the same."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from rates.currencies import currencies
from rates.i18n import gettext as _
from rates.models import Source, floats
from rates.statistics import Summary

SPARK = 30
"""Publications in a small line."""

MANY = 15
TALL = 560
"""A table of more rows than this scrolls inside so many pixels."""

LAZY_FROM = 1000
"""Rows from which the browser fetches only those in sight."""


def _formats(source: Source) -> tuple[str, str]:
    """How a rate and a change are written: the bank's two decimals, else every significant digit."""
    return ("%.2f", "%+.2f") if source is Source.OFFICIAL else ("%.7g", "%+.6g")


def draw_rates(history: pd.DataFrame, latest: pd.DataFrame, codes: Sequence[str], source: Source) -> None:
    """The latest bulletin, one row a currency in the order of `codes`, to search and sort."""
    rows = latest.set_index("currency").loc[list(codes)].reset_index()
    lines = history[(history["flag"] == "")].groupby("currency")["unit_rate"]
    spark = lines.apply(lambda rates: floats(rates.tail(SPARK)).tolist())
    rate, change = _formats(source)
    shown = pd.DataFrame(
        {
            "code": rows["currency"],
            "name": [currencies()[code].name for code in rows["currency"]],
            "nominal": rows["nominal"],
            "rate": rows["rate"].astype("float64"),
            "change": floats(rows["change"]),
            "change_pct": rows["change_pct"],
            "line": rows["currency"].map(spark),
        }
    )
    st.dataframe(
        shown,
        hide_index=True,
        height=TALL if len(shown) > MANY else "content",
        placeholder="—",
        column_config={
            "code": st.column_config.TextColumn(_("Code"), width=52, pinned=True),
            "name": st.column_config.TextColumn(_("Currency"), width=124),
            "nominal": st.column_config.NumberColumn(_("Nominal"), width=62, format="plain"),
            "rate": st.column_config.NumberColumn(_("Rate, UZS"), width=90, format=rate),
            "change": st.column_config.NumberColumn(_("Change, UZS"), width=96, format=change),
            "change_pct": st.column_config.NumberColumn(_("Change, %"), width=80, format="%+.2f"),
            "line": st.column_config.LineChartColumn(_("Last 30 publications"), width=150),
        },
        alt=_("Rates of all currencies"),
        key="rates",
    )


def draw_summary(summaries: Sequence[Summary], source: Source) -> None:
    """One row a currency: first, last, change, lowest, highest, means."""
    means = [it.mean for it in summaries]
    shown = pd.DataFrame(
        {
            "code": [it.currency for it in summaries],
            "first": [it.first.rate for it in summaries],
            "first_day": [it.first.day for it in summaries],
            "last": [it.last.rate for it in summaries],
            "last_day": [it.last.day for it in summaries],
            "change_pct": [it.change_pct for it in summaries],
            "lowest": [it.lowest.rate for it in summaries],
            "lowest_day": [it.lowest.day for it in summaries],
            "highest": [it.highest.rate for it in summaries],
            "highest_day": [it.highest.day for it in summaries],
            "mean": [it.publications if it else None for it in means],
            "mean_days": [it.calendar_days if it else None for it in means],
            "publications": [it.publications for it in summaries],
        }
    )
    rate, _change = _formats(source)

    def figure(label: str, help_text: str | None = None, form: str = rate) -> Any:
        return st.column_config.NumberColumn(label, format=form, help=help_text)

    def day(label: str) -> Any:
        return st.column_config.DateColumn(label, format="YYYY-MM-DD", width="small")

    official_only = [] if source is Source.OFFICIAL else ["mean_days"]
    st.dataframe(
        shown.drop(columns=official_only),
        hide_index=True,
        placeholder="—",
        column_config={
            "code": st.column_config.TextColumn(_("Code"), width="small", pinned=True),
            "first": figure(_("First"), _("Official: the rate in force on the first day of the period.")),
            "first_day": day(_("of")),
            "last": figure(_("Last")),
            "last_day": day(_("of ")),
            "change_pct": figure(_("Change, %"), form="%+.2f"),
            "lowest": figure(_("Lowest")),
            "lowest_day": day(_("on")),
            "highest": figure(_("Highest")),
            "highest_day": day(_("on ")),
            "mean": figure(_("Mean of publications"), form="%.2f"),
            "mean_days": figure(
                _("Mean over days"), _("Mean of the rate in force on each calendar day of the period."), "%.2f"
            ),
            "publications": st.column_config.NumberColumn(_("Publications"), format="plain"),
        },
        alt=_("Summary of the period"),
        key="summary",
    )


def draw_publications(changes: pd.DataFrame, source: Source) -> None:
    """The publications of a period, newest first: what the chart draws and the downloads hold."""
    rate, change = _formats(source)
    newest = changes.sort_values(["date", "currency"], ascending=[False, True], kind="stable")
    shown = pd.DataFrame(
        {
            "date": newest["date"].dt.date,
            "code": newest["currency"],
            "nominal": newest["nominal"],
            "rate": newest["rate"].astype("float64"),
            "change": floats(newest["change"]),
            "change_pct": newest["change_pct"],
            "flag": newest["flag"],
        }
    )
    st.dataframe(
        shown,
        hide_index=True,
        placeholder="—",
        lazy=len(shown) > LAZY_FROM,
        column_config={
            "date": st.column_config.DateColumn(_("Date"), format="YYYY-MM-DD", pinned=True),
            "code": st.column_config.TextColumn(_("Code"), width="small"),
            "nominal": st.column_config.NumberColumn(_("Nominal"), width="small", format="plain"),
            "rate": st.column_config.NumberColumn(_("Rate, UZS"), format=rate),
            "change": st.column_config.NumberColumn(_("Change, UZS"), format=change),
            "change_pct": st.column_config.NumberColumn(_("Change, %"), format="%+.2f"),
            "flag": st.column_config.TextColumn(_("Flag"), width="small"),
        },
        alt=_("Publications of the period"),
        key="publications",
    )
