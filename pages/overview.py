"""Rates: what a currency costs now, and what moved."""

import streamlit as st

from pages.parts import cached, choices, moves, notices, tables, ticker, words
from rates.currencies import in_order
from rates.freshness import source_for_today
from rates.i18n import gettext as _
from rates.models import tashkent_day, utc_now

TICKER = ("USD", "EUR", "RUB")

today = tashkent_day(utc_now())
revision = cached.revision()
last = cached.last_days(revision)

st.title(_("Rates"), anchor=False)
head = st.container()

with st.container(horizontal=True, vertical_alignment="bottom"):
    source = choices.source(source_for_today(last, today))
    history = cached.all_moves(source, revision)
    codes = in_order(history["currency"].unique())
    favourites = st.multiselect(
        _("My currencies"),
        codes,
        format_func=words.currency_name,
        key=choices.take("favourites", [], choices.some_of(codes)),
        persist_state="session",
        placeholder=_("Add to the ticker"),
        width=360,
    )
choices.keep(source=source, favourites=favourites)

with head:
    notices.source_mark(source, last.get(source), today)
if history.empty:
    st.info(_("This source has no rates here."))
    st.stop()

latest = history[history["date"] == history["date"].max()]
wanted = [*TICKER, *favourites]
ticker.draw(history, latest, wanted)
if lacking := [code for code in dict.fromkeys(wanted) if code not in codes]:
    notices.lacking(source, lacking, cached.holdings(revision), choices.set_source)

left, right = st.columns([7, 3], gap="medium")
with left:
    st.subheader(_("All currencies"), anchor=False)
    tables.draw_rates(history, latest, in_order(latest["currency"], favourites), source)
    st.caption(_("A rising rate is a weaker soum. Changes are since the previous publication, per unit."))
with right:
    st.subheader(_("Largest moves"), anchor=False)
    moves.draw_moves(latest)
