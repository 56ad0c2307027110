"""Rate on a date: the rate in force on a day, the publication it comes from, and an amount at it."""

from decimal import Decimal

import streamlit as st

from pages.parts import answer, cached, choices, notices, words
from rates.answers import rate_on
from rates.currencies import in_order
from rates.errors import DayOutOfRange, NotKnownHere
from rates.i18n import gettext as _
from rates.models import Source, tashkent_day, utc_now

today = tashkent_day(utc_now())
revision = cached.revision()
holdings = cached.holdings(revision)
last = cached.last_days(revision)
known = in_order(it.currency for it in holdings)

st.title(_("Rate on a date"), anchor=False)
head = st.container()
with st.container(horizontal=True, vertical_alignment="bottom"):
    currency = st.selectbox(
        _("Currency"),
        known,
        format_func=words.currency_name,
        key=choices.take("currency", "USD", choices.one_of(known)),
        persist_state="session",
        width=260,
    )
    day = st.date_input(
        _("Day"),
        min_value=choices.CALENDAR[0],
        max_value=choices.CALENDAR[1],
        format="YYYY-MM-DD",
        key=choices.take("day", last.get(Source.OFFICIAL, today), choices.calendar_day),
        persist_state="session",
        width=160,
    )
    amount = st.number_input(
        _("Amount"),
        min_value=0.0,
        format="%.2f",
        key=choices.take("amount", 1.0, choices.amount),
        persist_state="session",
        width=180,
    )
    source = choices.source(Source.OFFICIAL)
if day is None or amount is None:
    st.info(_("Choose a day and an amount."))
    st.stop()
choices.keep(currency=currency, day=day.isoformat(), amount=f"{Decimal(str(amount)).normalize():f}", source=source)
with head:
    notices.source_mark(source, last.get(source), today)

try:
    found = rate_on(cached.store(), currency, day, source, today)
except DayOutOfRange as error:
    notices.failure(error)
    st.stop()
except NotKnownHere as error:
    notices.failure(error)
    for other in error.elsewhere:
        st.button(
            _("Show {source}").format(source=words.source_in_full(Source(other))),
            on_click=choices.set_source,
            args=(Source(other),),
        )
    st.stop()
answer.draw(found, Decimal(str(amount)))
answer.draw_neighbours(cached.changes(source, (currency,), revision), found)
