"""Choices and the address: what a reader chose stands in the URL, by code, and comes back from it.

On arrival at a page the address wins; from then on the widgets do, and the address follows them. So a reload, a link
and a switch of pages all keep what was chosen, and a malformed value is dropped and cleaned away.
"""

from collections.abc import Callable, Collection
from datetime import date
from typing import TypeVar
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from pages.parts import words
from rates.errors import MalformedDay
from rates.i18n import gettext as _
from rates.models import Source
from rates.periods import parsed_day

T = TypeVar("T")
Code = TypeVar("Code", bound=str)

CALENDAR = (date(1900, 1, 1), date(2100, 12, 31))
"""What a calendar offers: wider than the soum's life, so that an impossible day is answered in words."""

MOST_AMOUNT = 1e13
"""From here on a double no longer holds every hundredth."""


def arrive(page: str) -> None:
    """Notes which page is shown; to be called before it runs."""
    st.session_state["arrived"] = st.session_state.get("page") != page
    st.session_state["page"] = page


def key(name: str) -> str:
    """The widget key of a choice on the page that is shown."""
    return f"{st.session_state['page']}.{name}"


def take(name: str, default: T, parse: Callable[[list[str]], T | None]) -> str:
    """Prepares a choice: from the address on arrival, else as it stood, else `default`. Gives its widget's key."""
    here = key(name)
    brought = came(name, parse)
    if brought is not None:
        st.session_state[here] = brought
    else:
        st.session_state.setdefault(here, default)
    return here


def came(name: str, parse: Callable[[list[str]], T | None]) -> T | None:
    """What the address brought of this choice just now; None where nothing, or nothing legible."""
    texts = st.query_params.get_all(name) if st.session_state["arrived"] else []
    return parse(texts) if texts else None


def keep(**choices: str | list[str]) -> None:
    """Writes the choices of this page into the address, and nothing else."""
    wanted = {name: value for name, value in choices.items() if value}
    if {name: st.query_params.get_all(name) for name in st.query_params} != {
        name: value if isinstance(value, list) else [value] for name, value in wanted.items()
    }:
        st.query_params.from_dict(wanted)


def address(**choices: str | list[str]) -> str:
    """The full address of this page with these choices, for a link that shows the same for ever."""
    scheme, host, path, *_rest = urlsplit(str(st.context.url or ""))
    query = urlencode({name: value for name, value in choices.items() if value}, doseq=True)
    return urlunsplit((scheme, host, path, query, ""))


def one_of(options: Collection[Code]) -> Callable[[list[str]], Code | None]:
    """Reads the last value given, if it is one of the options, in any case."""
    by_text = {option.casefold(): option for option in options}
    return lambda texts: by_text.get(texts[-1].strip().casefold())


def some_of(options: Collection[Code]) -> Callable[[list[str]], list[Code] | None]:
    """Reads those values that are options, in any case; None where none is."""
    by_text = {option.casefold(): option for option in options}

    def parse(texts: list[str]) -> list[Code] | None:
        found = [by_text.get(part.strip().casefold()) for text in texts for part in text.split(",")]
        return list(dict.fromkeys(option for option in found if option is not None)) or None

    return parse


def day(texts: list[str]) -> date | None:
    """Reads an ISO day."""
    try:
        return parsed_day(texts[-1].strip())
    except MalformedDay:
        return None


def calendar_day(texts: list[str]) -> date | None:
    """Reads an ISO day that the calendar can show, be it one with a rate or not."""
    found = day(texts)
    return found if found and CALENDAR[0] <= found <= CALENDAR[1] else None


def amount(texts: list[str]) -> float | None:
    """Reads an amount that is not negative."""
    try:
        found = float(texts[-1])
    except ValueError:
        return None
    return found if 0 <= found < MOST_AMOUNT else None


def source(default: Source) -> Source:
    """Draws the choice of a source."""
    chosen = st.segmented_control(
        _("Source"),
        list(Source),
        format_func=words.source_name,
        key=take("source", default, one_of(list(Source))),
        required=True,
        persist_state="session",
    )
    return Source(chosen)


def set_source(chosen: Source) -> None:
    """Chooses a source for the page that is shown; for a button."""
    st.session_state[key("source")] = chosen
