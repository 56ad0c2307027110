"""The largest changes of a bulletin, and how unusual they are."""

import pandas as pd
import streamlit as st

from rates import i18n
from rates.currencies import currencies
from rates.i18n import gettext as _
from rates.i18n import ngettext

SHOWN = 8


def draw_moves(latest: pd.DataFrame) -> None:
    """The moves of the latest bulletin, most unusual first; where there are none, the largest changes.

    latest : rows of one day with the columns of `statistics.moves`.
    """
    number = int(latest["is_move"].sum())
    if number:
        st.text(ngettext("{n} unusual move.", "{n} unusual moves.", number).format(n=i18n.count(number)))
    else:
        st.text(_("No unusual move. The largest changes:"))
    by_size = latest.assign(size=latest["change_pct"].abs(), unusual=latest["is_move"] * latest["z"].abs())
    shown = by_size.dropna(subset=["rank"]).sort_values(["unusual", "size"], ascending=False).head(SHOWN)
    for _place, row in shown.iterrows():
        with st.container(gap=None):
            st.text(f"{currencies()[row['currency']].name} {i18n.signed(row['change_pct'])} %")
            st.caption(how_unusual(row))
    st.caption(
        _(
            "Unusual: three standard deviations or more of the 60 changes before it. "
            "A rank counts this source's changes of that currency, by size."
        )
    )


def how_unusual(row: pd.Series) -> str:
    """37th largest of 1,198 since 17 Feb 2021 · 3.4 standard deviations"""
    rank = int(row["rank"])
    place = _("the largest") if rank == 1 else _("{nth} largest").format(nth=i18n.ordinal(rank))
    text = _("{place} of {ranked} since {since}").format(
        place=place,
        ranked=i18n.count(int(row["ranked"])),
        since=i18n.short_day(row["since"].date()),
    )
    if pd.isna(row["z"]):
        return text
    return text + " · " + _("{z} standard deviations").format(z=i18n.amount(abs(row["z"]), 1))
