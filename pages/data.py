"""Data: files for any filter, where the figures come from, what is known, what is wrong, how it is computed."""

import streamlit as st

from pages.parts import cached, choices, data_tables, downloads, notices, period, words
from rates.currencies import in_order
from rates.errors import EndBeforeStart
from rates.export import FORMATS
from rates.i18n import gettext as _
from rates.models import Source, tashkent_day, utc_now
from rates.series import between

today = tashkent_day(utc_now())
revision = cached.revision()
holdings = cached.holdings(revision)
last = cached.last_days(revision)

st.title(_("Data"), anchor=False)
head = st.container()
st.subheader(_("Download"), anchor=False)
with st.container(horizontal=True, vertical_alignment="bottom"):
    source = choices.source(Source.OFFICIAL)
    held = [it for it in holdings if it.source is source]
    known = in_order(it.currency for it in held)
    key = choices.take("currency", [], choices.some_of(in_order(it.currency for it in holdings)))
    st.session_state[key] = [code for code in st.session_state[key] if code in known]
    chosen = st.multiselect(
        _("Currencies"),
        known,
        format_func=words.currency_name,
        key=key,
        placeholder=_("All"),
        persist_state="session",
        width=360,
    )
    try:
        over = period.choose(min(it.first for it in held), max(it.last for it in held), today, default="Max")
    except EndBeforeStart as error:
        notices.failure(error)
        st.stop()
choices.keep(currency=chosen, source=source, **period.in_address(over))
with head:
    notices.source_mark(source, last.get(source), today)

rows = between(cached.changes(source, tuple(chosen or known), revision), over.first, over.last)
if rows.empty:
    notices.nothing_in_period(source, chosen or known, over)
else:
    st.text(data_tables.count(rows))
    downloads.offer(rows, source, over.first, over.last, list(FORMATS))
downloads.offer_store()

st.subheader(_("Sources"), anchor=False)
data_tables.draw_sources(holdings, cached.last_origins(revision), today)
st.subheader(_("What is known"), anchor=False)
data_tables.draw_known(cached.spans(revision), holdings)
st.subheader(_("Known errors"), anchor=False)
data_tables.draw_known_errors()
st.subheader(_("Method"), anchor=False)
data_tables.draw_method()
