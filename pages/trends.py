"""Trends: rates and daily changes of chosen currencies over a period."""

import streamlit as st

from pages.parts import cached, choices, downloads, notices, period, tables, trend_chart, words
from rates.currencies import in_order
from rates.errors import EndBeforeStart
from rates.i18n import gettext as _
from rates.models import Source, tashkent_day, utc_now
from rates.series import between
from rates.statistics import summary

MOST = 6  # as many as the palette tells apart

today = tashkent_day(utc_now())
revision = cached.revision()
holdings = cached.holdings(revision)
known = in_order(it.currency for it in holdings)

st.title(_("Trends"), anchor=False)
head = st.container()
with st.container(horizontal=True, vertical_alignment="bottom"):
    chosen = st.multiselect(
        _("Currencies"),
        known,
        format_func=words.currency_name,
        key=choices.take("currency", ["USD"], choices.some_of(known)),
        max_selections=MOST,
        persist_state="session",
        width=420,
    )
    source = choices.source(Source.OFFICIAL)
with head:
    notices.source_mark(source, cached.last_days(revision).get(source), today)

held = [it for it in holdings if it.source is source and it.currency in chosen]
codes = [code for code in chosen if code in {it.currency for it in held}]
if not chosen:
    choices.keep(source=source)
    st.info(_("Choose a currency to see its rates."))
    st.stop()
if lacking := [code for code in chosen if code not in codes]:
    notices.lacking(source, lacking, holdings, choices.set_source)
if not codes:
    choices.keep(currency=chosen, source=source)
    st.stop()

with st.container(horizontal=True, vertical_alignment="bottom"):
    try:
        over = period.choose(min(it.first for it in held), max(it.last for it in held), today)
    except EndBeforeStart as error:
        notices.failure(error)
        st.stop()
    view = trend_chart.choose_view(codes)
kept = {"currency": chosen, "source": source} | view.in_address(several=len(codes) > 1)
choices.keep(**kept, **period.in_address(over))

spans = [span for span in cached.spans(revision) if span.source is source and span.currency in codes]
whole = cached.changes(source, tuple(sorted(codes)), revision)
shown = between(whole, over.first, over.last)
found = [
    summary(whole[whole["currency"] == code], [it for it in spans if it.currency == code], over.first, over.last)
    for code in codes
]
summaries = [it for it in found if it is not None]
if not summaries:
    notices.nothing_in_period(source, codes, over)
    st.stop()

trend_chart.draw(whole, spans, over, view, summaries, source)
tables.draw_summary(summaries, source)
st.subheader(_("Publications"), anchor=False)
tables.draw_publications(shown, source)
notices.flagged(shown)
downloads.offer(shown, source, over.first, over.last)
with st.expander(_("Copy this view")):
    st.code(choices.address(**kept, **period.absolute(over)), language=None, wrap_lines=True)
