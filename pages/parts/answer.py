"""A rate in force, as an accountant needs it: the figure, the rule, the proof."""

from datetime import timedelta
from decimal import Decimal

import pandas as pd
import streamlit as st

from pages.parts import tables
from rates import i18n
from rates.answers import Answer
from rates.currencies import currencies
from rates.i18n import gettext as _
from rates.models import OriginKind, Source
from rates.series import between

AROUND = timedelta(days=10)
"""How far before and after the day its neighbours are shown."""


def draw(found: Answer, amount: Decimal) -> None:
    """The rate and the amount in soums, large; beneath them the rule in words and the proof."""
    it = found.in_force.publication
    with st.container(horizontal=True, key="answer"):
        st.metric(
            _("{nominal} {currency}").format(nominal=it.nominal, currency=currencies()[it.currency].name),
            f"{i18n.published(it.rate)} UZS",
            border=True,
        )
        st.metric(
            _("{amount} {currency} in soums").format(amount=f"{amount.normalize():,f}", currency=it.currency),
            f"{found.in_force.amount_in_uzs(amount):,f} UZS",
            border=True,
            help=_("Amount × rate ÷ nominal, rounded half up to 0.01 soum."),
        )
    st.text(rule(found))
    if found.in_force.flag:
        st.warning(_("This rate is flagged “{flag}”: the Data page says why.").format(flag=found.in_force.flag))
    st.caption(proof(found))


def rule(found: Answer) -> str:
    """Friday 27 December's rate is in force on Sunday 29 December 2024."""
    it, day = found.in_force.publication, found.in_force.day
    if it.source is Source.CUSTOMS:
        return _("The customs rate of {month} holds on each of its days.").format(month=i18n.month(day))
    if it.source is Source.MARKET:
        return _("The market quote of {day}. It holds on no other day.").format(day=_full(day))
    if it.date == day:
        return _("Published for {day}, and in force on it.").format(day=_full(day))
    return _("The rate of {published} is in force on {day}: nothing was published between them.").format(
        published=_full(it.date), day=_full(day)
    )


def _full(day: object) -> str:
    return f"{i18n.weekday(day)} {i18n.day(day)}"


def proof(found: Answer) -> str:
    """How the publication came here, and where the bank itself shows it."""
    origin, it = found.origin, found.in_force.publication
    came = {
        OriginKind.SNAPSHOT: _(
            "Shipped with this program, taken into the store on {at} (SHA-256 of the file {sha256})."
        ),
        OriginKind.RECEIVED: _("Received from {url} on {at} (SHA-256 of the reply {sha256})."),
    }[origin.kind].format(at=i18n.day(origin.at), sha256=origin.sha256[:16] + "…", url=origin.url)
    if it.source is not Source.OFFICIAL:
        return came + " " + _("Source: {url}").format(url=origin.url)
    address = f"https://cbu.uz/en/arkhiv-kursov-valyut/json/{it.currency}/{found.in_force.day}/"
    return came + " " + _("The bank's own answer for this day: {address}").format(address=address)


def draw_neighbours(changes: pd.DataFrame, found: Answer) -> None:
    """The publications around the day."""
    day = found.in_force.publication.date
    around = between(changes, day - AROUND, found.in_force.day + AROUND)
    st.subheader(_("Around this day"), anchor=False)
    tables.draw_publications(around, found.in_force.publication.source)
