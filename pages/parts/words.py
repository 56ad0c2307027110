"""Words that several pages use."""

from datetime import date
from typing import Final, Literal

from rates import i18n
from rates.currencies import currencies
from rates.freshness import age
from rates.i18n import gettext as _
from rates.i18n import ngettext
from rates.models import Source
from rates.statistics import Summary

SOURCE_COLOUR: Final[dict[Source, Literal["blue", "orange", "violet"]]] = {
    Source.OFFICIAL: "blue",
    Source.MARKET: "orange",
    Source.CUSTOMS: "violet",
}


def source_name(source: Source) -> str:
    return {
        Source.OFFICIAL: _("Official"),
        Source.MARKET: _("Market"),
        Source.CUSTOMS: _("Customs"),
    }[source]


def source_in_full(source: Source) -> str:
    """What the figures of a source are; what is not official says so."""
    return {
        Source.OFFICIAL: _("official rate of the Central Bank"),
        Source.MARKET: _("market mid rate, NOT OFFICIAL"),
        Source.CUSTOMS: _("customs rate of HMRC for a month, NOT OFFICIAL"),
    }[source]


def how_old(last: date, today: date) -> str:
    """55 days old"""
    days = age(last, today)
    if days == 0:
        return _("current")
    return ngettext("{n} day old", "{n} days old", days).format(n=i18n.count(days))


def currency_name(code: str) -> str:
    return f"{code} · {currencies()[code].name}"


def direction(change: float) -> str:
    """What a change of the rate means for the soum."""
    if change == 0:
        return _("unchanged")
    return _("the soum weakened") if change > 0 else _("the soum strengthened")


def summary(it: Summary, source: Source) -> str:
    """One currency over a period, in a sentence: the alternative text of its chart."""
    return _(
        "{currency}, {source}: from {first} UZS ({first_day}) to {last} UZS ({last_day}), {change} %. "
        "Lowest {lowest} on {lowest_day}, highest {highest} on {highest_day}."
    ).format(
        currency=currencies()[it.currency].name,
        source=source_in_full(source),
        first=i18n.unit_rate(it.first.rate),
        first_day=i18n.short_day(it.first.day),
        last=i18n.unit_rate(it.last.rate),
        last_day=i18n.short_day(it.last.day),
        change=i18n.signed(it.change_pct),
        lowest=i18n.unit_rate(it.lowest.rate),
        lowest_day=i18n.short_day(it.lowest.day),
        highest=i18n.unit_rate(it.highest.rate),
        highest_day=i18n.short_day(it.highest.day),
    )
