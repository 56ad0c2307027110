"""The choice of a period: a preset that ends with the source's last publication, or any two days."""

from datetime import date, timedelta
from typing import Any

import streamlit as st

from pages.parts import choices
from rates.errors import EndBeforeStart
from rates.i18n import gettext as _
from rates.models import FIRST_DAY
from rates.periods import PRESETS, Period, preset


def choose(start: date, end: date, today: date, default: str = "1Y") -> Period:
    """Draws the choice and gives the period.

    start, end : the first and last publication of the source, for the presets.

    Raises
    ------
    EndBeforeStart
    """
    chosen = choices.take("period", default, choices.one_of(list(PRESETS)))
    first = choices.take("from", start, choices.day)
    last = choices.take("to", end, choices.day)
    if choices.came("from", choices.day) or choices.came("to", choices.day):
        st.session_state[chosen] = None
    if name := st.session_state[chosen]:
        span = preset(name, start, end)
        st.session_state[first], st.session_state[last] = span.first, span.last
    latest = today + timedelta(days=1)
    for key, otherwise in ((first, start), (last, end)):
        st.session_state[key] = min(max(st.session_state[key] or otherwise, FIRST_DAY), latest)
    st.segmented_control(_("Period"), list(PRESETS), key=chosen, persist_state="session")
    day: dict[str, Any] = {
        "min_value": FIRST_DAY,
        "max_value": latest,
        "format": "YYYY-MM-DD",
        "on_change": _forget_preset,
        "args": (chosen,),
        "persist_state": "session",
        "width": 150,
    }
    st.date_input(_("From"), key=first, **day)
    st.date_input(_("To"), key=last, **day)
    period = Period(st.session_state[first], st.session_state[last])
    if period.last < period.first:
        raise EndBeforeStart(period.first, period.last)
    return period


def in_address(period: Period) -> dict[str, str]:
    """The choice as it stands in the address: the preset's name, or the two days."""
    name = st.session_state[choices.key("period")]
    return {"period": name} if name else absolute(period)


def absolute(period: Period) -> dict[str, str]:
    return {"from": period.first.isoformat(), "to": period.last.isoformat()}


def set_from_box(chart: str) -> None:
    """Makes a box drawn across the chart with widget key `chart` the period."""
    boxes = st.session_state[chart].selection.box
    if not boxes:
        return
    ends = sorted(date.fromisoformat(str(end)[:10]) for end in boxes[-1]["x"])
    st.session_state[choices.key("period")] = None
    st.session_state[choices.key("from")], st.session_state[choices.key("to")] = ends[0], ends[-1]


def _forget_preset(key: str) -> None:
    st.session_state[key] = None
