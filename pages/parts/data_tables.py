"""What the Data page says of the figures: sources, known spans, known errors, formulas."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from pages.parts import words
from rates import i18n
from rates.i18n import gettext as _
from rates.i18n import ngettext
from rates.known_errors import known_errors
from rates.models import TASHKENT, Origin, Source, Span
from rates.sources.snapshot import SnapshotFile, snapshot_files
from rates.store import Holding

CARD = 356
ERROR_HEIGHT = 96
"""Pixels: three cards beside one another on a laptop; four lines of a reason."""


def count(rows: pd.DataFrame) -> str:
    """1,317 publications of 1 currency"""
    codes = rows["currency"].nunique()
    return ngettext("{rows} publications of {n} currency", "{rows} publications of {n} currencies", codes).format(
        rows=i18n.count(len(rows)), n=i18n.count(codes)
    )


def draw_sources(holdings: Sequence[Holding], origins: Mapping[Source, Origin], today: date) -> None:
    """One card a source: what its figures are, who publishes them, on what terms, from when to when, how old."""
    with st.container(horizontal=True):
        for file in snapshot_files():
            held = [it for it in holdings if it.source is file.source]
            if held:
                with st.container(border=True, width=CARD):
                    _draw_source(file, held, origins[file.source], today)


def _draw_source(file: SnapshotFile, held: Sequence[Holding], origin: Origin, today: date) -> None:
    newest = max(it.last for it in held)
    st.badge(words.source_name(file.source), color=words.SOURCE_COLOUR[file.source])
    st.text(file.unit)
    st.text(
        _("{first} – {last}, {age}. {publications} publications of {currencies} currencies.").format(
            first=i18n.short_day(min(it.first for it in held)),
            last=i18n.short_day(newest),
            age=words.how_old(newest, today),
            publications=i18n.count(sum(it.publications for it in held)),
            currencies=i18n.count(len(held)),
        )
    )
    st.caption(_("Publisher: {publisher}").format(publisher=file.publisher))
    st.caption(file.attribution)
    st.caption(_("Licence: {licence}").format(licence=file.licence))
    st.caption(_("Last received: {day}").format(day=i18n.day(origin.at.astimezone(TASHKENT).date())))
    st.caption(file.url)


def draw_known(spans: Sequence[Span], holdings: Sequence[Holding]) -> None:
    """Official: the spans over which nothing is missing; quotes: how many days there are."""
    rows = [
        {
            _("Source"): words.source_name(span.source),
            _("Currency"): span.currency,
            _("From"): span.first,
            _("To"): span.last,
            _("Publications"): sum(
                it.publications for it in holdings if (it.source, it.currency) == (span.source, span.currency)
            ),
        }
        for span in spans
    ]
    st.caption(
        _(
            "Between these days nothing was published that this store lacks. Outside them an official rate is not"
            " known here, whatever was published before or after. Market quotes and customs months stand for "
            "themselves alone."
        )
    )
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt=_("Known spans"), key="known")


def draw_known_errors() -> None:
    """Each with its reason, as literal text."""
    rows = [
        {
            _("Source"): words.source_name(error.source),
            _("Currency"): error.currency,
            _("From"): error.first,
            _("To"): error.last,
            _("Flag"): error.certainty,
            _("Reason"): error.reason,
        }
        for error in known_errors()
    ]
    st.caption(
        _(
            "Points known or suspected to be wrong at their source. They stay in the tables and files, flagged, "
            "and are left out of scales, moves, averages and notes."
        )
    )
    st.dataframe(
        pd.DataFrame(rows),
        hide_index=True,
        row_height=ERROR_HEIGHT,
        column_config={_("Reason"): st.column_config.TextColumn(width=560)},
        alt=_("Known errors"),
        key="errors",
    )


def draw_method() -> None:
    """Every formula as it is computed."""
    for term, meaning in _method():
        with st.container(gap=None):
            st.markdown(f"**{term}**")
            st.text(meaning)


def _method() -> list[tuple[str, str]]:
    return [
        (_("Unit rate"), _("rate ÷ nominal, in UZS for one unit, an exact decimal.")),
        (
            _("Change"),
            _(
                "The unit rate less that of the previous publication of the same currency and source, never of "
                "yesterday's calendar day. Official: where both lie in one known span, else the bank's own "
                "difference ÷ nominal. Market: against the quote before, at most 4 days older. Customs: against "
                "the month before. Missing where none of these is there, across a redenomination, and on and "
                "after a known error."
            ),
        ),
        (
            _("Change, %"),
            _(
                "change ÷ (unit rate − change) × 100. Withheld where 0.01 is more than 0.5 % of an official rate "
                "as published: it would show the rounding."
            ),
        ),
        (
            _("Rate in force"),
            _(
                "Official: the last publication dated on or before the day, if the day lies in a known span. "
                "Market: the quote of that day. Customs: the rate of that month. An amount is amount × rate ÷ "
                "nominal, rounded half up to 0.01 soum."
            ),
        ),
        (
            _("Means"),
            _(
                "Mean of publications: of the unit rates dated in the period. Mean over days: of the rate in "
                "force on each of its calendar days, only where one known span covers them all."
            ),
        ),
        (
            _("Move"),
            _(
                "z = change in percent ÷ the standard deviation (n − 1) of the 60 changes before it, within one "
                "regime of dating. A move has |z| ≥ 3 and at least three published steps. A rank counts the "
                "changes of that currency, source and regime by size."
            ),
        ),
        (
            _("Market"),
            _(
                "1 ÷ (units of the currency per 1 UZS), as exchange-api publishes it: a mid rate, at which no "
                "bank deals."
            ),
        ),
        (_("Customs"), _("(UZS per GBP) ÷ (currency per GBP), from the monthly rates of HMRC.")),
    ]
