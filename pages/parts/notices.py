"""What a page says besides its figures: where they come from, and what is not there."""

from collections.abc import Callable, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from pages.parts import words
from rates import i18n
from rates.errors import UzsRatesError
from rates.i18n import gettext as _
from rates.i18n import ngettext
from rates.models import Source
from rates.periods import Period
from rates.store import Holding


def source_mark(source: Source, last: date | None, today: date) -> None:
    """The mark that stands under every title: source, what it is, how old its newest figure is."""
    with st.container(horizontal=True, vertical_alignment="center", key="source_mark"):
        st.badge(words.source_name(source), color=words.SOURCE_COLOUR[source])
        st.caption(dated(source, last, today))


def dated(source: Source, last: date | None, today: date) -> str:
    """Rates from 29 September 2026 · market mid rate, NOT OFFICIAL · 55 days old"""
    if last is None:
        return _("No rates · {source}").format(source=words.source_in_full(source))
    when = i18n.month(last) if source is Source.CUSTOMS else i18n.day(last)
    return _("Rates from {day} · {source} · {age}").format(
        day=when, source=words.source_in_full(source), age=words.how_old(last, today)
    )


def failure(error: UzsRatesError) -> None:
    """What happened and what to do next, as literal text."""
    with st.container(border=True, key="failure"):
        st.text("⚠ " + i18n.explain(error))


def lacking(
    source: Source,
    codes: Sequence[str],
    holdings: Sequence[Holding],
    choose: Callable[[Source], None],
) -> None:
    """Says that a source lacks currencies, and offers those that have all of them."""
    names = ", ".join(codes)
    if source is Source.OFFICIAL:
        st.info(_("The bank's rates for {codes} are not on this machine yet.").format(codes=names))
    else:
        st.info(
            _("The source “{source}” has no rates for {codes}.").format(source=words.source_name(source), codes=names)
        )
    with st.container(horizontal=True):
        for other in Source:
            held = [it for it in holdings if it.source is other and it.currency in codes]
            if other is source or len(held) < len(codes):
                continue
            st.button(_offer(other, min(it.publications for it in held)), on_click=choose, args=(other,))


def _offer(source: Source, publications: int) -> str:
    number = i18n.count(publications)
    if source is Source.CUSTOMS:
        return ngettext("show customs ({n} month)", "show customs ({n} months)", publications).format(n=number)
    if source is Source.MARKET:
        return ngettext("show market ({n} date)", "show market ({n} dates)", publications).format(n=number)
    return ngettext("show official ({n} date)", "show official ({n} dates)", publications).format(n=number)


def nothing_in_period(source: Source, codes: Sequence[str], over: Period) -> None:
    st.info(
        _("The source “{source}” published nothing for {codes} from {first} to {last}.").format(
            source=words.source_name(source),
            codes=", ".join(codes),
            first=i18n.day(over.first),
            last=i18n.day(over.last),
        )
    )


def flagged(changes: pd.DataFrame) -> None:
    """Says how many of the rows are known to be wrong, and what is done about it."""
    number = int((changes["flag"] != "").sum())
    if number:
        st.caption(
            ngettext(
                "{n} point known or suspected to be wrong at its source is in the table and the files, flagged, "
                "and left out of the chart and the statistics. The Data page gives the reason.",
                "{n} points known or suspected to be wrong at their source are in the table and the files, "
                "flagged, and left out of the chart and the statistics. The Data page gives the reasons.",
                number,
            ).format(n=i18n.count(number))
        )
