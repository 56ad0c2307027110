"""The chart of Trends: how it may be viewed, what it marks, what it says to those who cannot see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from pages.parts import choices, period, words
from rates import charts, i18n
from rates.facts import facts
from rates.i18n import gettext as _
from rates.models import Source, Span
from rates.periods import Period
from rates.series import between, line, rebased
from rates.statistics import Summary

SCALES = ("linear", "log")
VIEWS = ("percent", "apart")


@dataclass(frozen=True, slots=True)
class View:
    """How the chart is drawn.

    lead : the currency whose daily changes stand beneath. log : for one currency. apart : several, each on its own
    axis; else in percent since the first day.
    """

    lead: str
    log: bool
    apart: bool

    def in_address(self, several: bool) -> dict[str, str]:
        if several:
            return {"view": "apart" if self.apart else "percent", "lead": self.lead}
        return {"scale": "log" if self.log else "linear"}


def choose_view(codes: Sequence[str]) -> View:
    """Draws the choice: a scale for one currency, a common or separate axes and a lead for several."""
    if len(codes) == 1:
        names = {"linear": _("Linear"), "log": _("Logarithmic")}
        scale = st.segmented_control(
            _("Scale"),
            SCALES,
            format_func=names.get,
            key=choices.take("scale", "linear", choices.one_of(SCALES)),
            required=True,
            persist_state="session",
        )
        return View(codes[0], scale == "log", apart=False)
    names = {"percent": _("Percent"), "apart": _("Side by side")}
    view = st.segmented_control(
        _("View"),
        VIEWS,
        format_func=names.get,
        key=choices.take("view", "percent", choices.one_of(VIEWS)),
        required=True,
        persist_state="session",
    )
    key = choices.take("lead", codes[0], choices.one_of(codes))
    if st.session_state[key] not in codes:
        st.session_state[key] = codes[0]
    lead = st.selectbox(_("Daily changes of"), codes, key=key, persist_state="session", width=140)
    return View(lead, log=False, apart=view == "apart")


def draw(
    whole: pd.DataFrame,
    spans: Sequence[Span],
    chosen: Period,
    view: View,
    summaries: Sequence[Summary],
    source: Source,
) -> None:
    """The figure of some currencies over a period; a box drawn across it becomes the period.

    whole : whole histories, columns of `models.CHANGES`. spans : the known spans of these currencies.
    """
    codes = [it.currency for it in summaries]
    drawn = [
        line(
            whole[whole["currency"] == code],
            [span for span in spans if span.currency == code],
            chosen.first,
            chosen.last,
        )
        for code in codes
    ]
    percent = len(codes) > 1 and not view.apart
    bars = between(whole[whole["currency"] == view.lead], chosen.first, chosen.last)
    labels = charts.Labels(
        rate=_("% since {day}").format(day=i18n.short_day(chosen.first)) if percent else _("UZS"),
        change=_("Change of {currency}").format(currency=view.lead),
        change_hover="%{y:+,.7~g} UZS (%{customdata:+.2f} %)",
    )
    figure = charts.trend(
        [rebased(it) for it in drawn] if percent else drawn,
        bars,
        _marks(source, chosen),
        labels,
        log=view.log,
        apart=view.apart,
    )
    key = f"trends.chart.{chosen.first}.{chosen.last}"  # a new period is a new chart, without the box that chose it
    st.plotly_chart(
        figure,
        key=key,
        on_select=lambda: period.set_from_box(key),
        selection_mode="box",
        config={"displaylogo": False, "modeBarButtonsToRemove": ["lasso2d", "zoomIn2d", "zoomOut2d"]},
        alt=" ".join(words.summary(it, source) for it in summaries),
    )


def _marks(source: Source, chosen: Period) -> list[charts.Mark]:
    """The days inside the period on which the rates, or how they are dated, changed for good."""

    def inside(day: date) -> bool:
        return chosen.first <= day <= chosen.last

    regimes = [
        charts.Mark(it["first"], _("daily from {day}").format(day=i18n.short_day(it["first"])))
        for it in facts("regimes")["regime"]
        if it["source"] == source and "first" in it
    ]
    breaks = [
        charts.Mark(it["date"], _("{day}: rates unified").format(day=i18n.short_day(it["date"])))
        for it in facts("regimes")["break"]
    ]
    return [mark for mark in regimes + breaks if inside(mark.day)]
