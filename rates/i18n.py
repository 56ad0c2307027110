"""Texts, numbers and days in the reader's language. English for now: the catalogue is the source text itself."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from gettext import NullTranslations

from babel import dates, numbers

from rates.errors import UzsRatesError

LOCALE = "en_GB"

_catalogue = NullTranslations()
gettext = _catalogue.gettext
ngettext = _catalogue.ngettext

MISSING = "—"


def explain(error: UzsRatesError) -> str:
    """What happened and what to do next, in the reader's language."""
    return f"{gettext(error.message)} {gettext(error.advice)}".format(**error.details())


def day(value: date) -> str:
    """27 December 2024"""
    return dates.format_date(value, "d MMMM y", locale=LOCALE)


def short_day(value: date) -> str:
    """27 Dec 2024"""
    return dates.format_date(value, "d MMM y", locale=LOCALE)


def weekday(value: date) -> str:
    """Friday"""
    return dates.format_date(value, "EEEE", locale=LOCALE)


def month(value: date) -> str:
    """September 2026"""
    return dates.format_date(value, "LLLL y", locale=LOCALE)


def amount(value: Decimal | float, decimals: int = 2) -> str:
    """12,920.48, rounded half up."""
    return _grouped(_rounded(value, decimals), decimals)


def unit_rate(value: float) -> str:
    """12,920.48; below one, four significant digits, since 0.01 would say nothing: 0.008534."""
    places = 3 - Decimal(str(value)).adjusted() if 0 < abs(value) < 1 else 2
    return amount(value, places)


def published(rate: str) -> str:
    """A rate with the decimals that it was published with: 12,920.48"""
    return amount(Decimal(rate), decimals=len(rate.partition(".")[2]))


def signed(value: Decimal | float, decimals: int = 2) -> str:
    """+1.20, −0.06, 0.00: what rounds to nothing has no sign, a fall has a true minus."""
    rounded = _rounded(value, decimals)
    sign = "+" if rounded > 0 else "−" if rounded < 0 else ""
    return sign + _grouped(abs(rounded), decimals)


def _rounded(value: Decimal | float, decimals: int) -> Decimal:
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _grouped(value: Decimal, decimals: int) -> str:
    pattern = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    return numbers.format_decimal(value, pattern, locale=LOCALE)


def count(value: int) -> str:
    """1,198"""
    return numbers.format_decimal(value, locale=LOCALE)


def ordinal(value: int) -> str:
    """37th"""
    endings = {1: "st", 2: "nd", 3: "rd"}
    return count(value) + ("th" if 10 <= value % 100 <= 20 else endings.get(value % 10, "th"))
