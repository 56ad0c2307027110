"""The ticker: a few currencies at a glance."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.parts import words
from pages.parts.tables import SPARK
from rates.currencies import currencies
from rates.i18n import gettext as _
from rates.models import floats


def text(row: pd.Series) -> str:
    """$1 – 12920.48 UZS – -0.06%; no percentage where it is not known."""
    symbol = currencies()[row["currency"]].symbol
    units = f"{symbol}{row['nominal']}" if len(symbol) == 1 else f"{row['nominal']} {symbol}"
    change = "" if pd.isna(row["change_pct"]) else f" – {row['change_pct'] + 0.0:.2f}%"
    return f"{units} – {row['rate']} UZS{change}"


def draw(history: pd.DataFrame, latest: pd.DataFrame, codes: Sequence[str]) -> None:
    """One card for each of the codes that the latest bulletin has."""
    rows = latest.set_index("currency", drop=False)
    with st.container(horizontal=True, key="ticker"):
        for code in dict.fromkeys(codes):
            if code not in rows.index:
                continue
            row = rows.loc[code]
            sound = history[(history["currency"] == code) & (history["flag"] == "")]
            known = not pd.isna(row["change"])
            st.metric(
                currencies()[code].name,
                text(row).replace("$", "\\$"),
                words.direction(float(row["change"])) if known else _("change not known"),
                delta_color="off",
                delta_arrow=_arrow(float(row["change"])) if known else "off",
                chart_data=floats(sound["unit_rate"]).tail(SPARK).tolist(),
                border=True,
                width=280,
            )


def _arrow(change: float) -> str:
    return "up" if change > 0 else "down" if change < 0 else "off"
