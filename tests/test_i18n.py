from datetime import date
from decimal import Decimal

import pytest

from rates import i18n
from rates.errors import DayOutOfRange


@pytest.mark.parametrize(
    ("value", "text"),
    [(Decimal("12920.48"), "12,920.48"), (0.005, "0.01"), (1e6, "1,000,000.00"), (Decimal("-7.785"), "-7.79")],
)
def test_amounts_have_two_decimals_rounded_half_up(value: Decimal | float, text: str) -> None:
    assert i18n.amount(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0.00853421, "0.008534"), (0.5, "0.5000"), (8100.0, "8,100.00"), (0.0, "0.00")]
)
def test_a_rate_below_one_keeps_four_significant_digits(value: float, text: str) -> None:
    assert i18n.unit_rate(value) == text


def test_a_published_rate_keeps_its_decimals() -> None:
    assert [i18n.published(text) for text in ("8100.00", "13396.8", "39.87327", "12920")] == [
        "8,100.00",
        "13,396.8",
        "39.87327",
        "12,920",
    ]


@pytest.mark.parametrize(("value", "text"), [(1.2, "+1.20"), (-0.0603, "−0.06"), (0.0, "0.00"), (-0.001, "0.00")])
def test_a_sign_is_written_out(value: float, text: str) -> None:
    assert i18n.signed(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (12, "12th"), (37, "37th"), (1101, "1,101st")]
)
def test_ordinals(value: int, text: str) -> None:
    assert i18n.ordinal(value) == text


def test_days_are_written_out() -> None:
    day = date(2024, 12, 27)
    assert (i18n.day(day), i18n.short_day(day), i18n.weekday(day), i18n.month(day)) == (
        "27 December 2024",
        "27 Dec 2024",
        "Friday",
        "December 2024",
    )


def test_an_error_is_explained_with_what_to_do_next() -> None:
    error = DayOutOfRange(date(1991, 1, 1), date(1994, 7, 1), date(2026, 11, 24))
    assert i18n.explain(error) == (
        "1991-01-01 cannot have a rate: the soum's rates begin on 1994-07-01, the latest that can be out is "
        "2026-11-24. Choose a day between the two."
    )
