from datetime import date

import pytest

from rates.errors import DayOutOfRange, EndBeforeStart, MalformedDay
from rates.periods import Period, checked_day, checked_period, parsed_day, preset

START, END = date(2018, 11, 27), date(2025, 12, 9)
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("1M", date(2025, 11, 9)),
        ("3M", date(2025, 9, 9)),
        ("6M", date(2025, 6, 9)),
        ("YTD", date(2025, 1, 1)),
        ("1Y", date(2024, 12, 9)),
        ("5Y", date(2020, 12, 9)),
        ("Max", START),
    ],
)
def test_a_preset_ends_with_the_last_publication(name: str, first: date) -> None:
    assert preset(name, START, END) == Period(first, END)


def test_a_month_back_from_the_31st_is_the_last_of_a_shorter_month() -> None:
    assert preset("1M", START, date(2024, 3, 31)).first == date(2024, 2, 29)


def test_no_preset_begins_before_the_source_does() -> None:
    assert preset("5Y", date(2024, 3, 2), END).first == date(2024, 3, 2)


@pytest.mark.parametrize("text", ["", "yesterday", "2024-02-30", "27.12.2024", "2024-13-01", "1e9"])
def test_what_is_no_day_is_refused_in_words(text: str) -> None:
    with pytest.raises(MalformedDay) as caught:
        parsed_day(text)
    assert f"“{text}”" in str(caught.value)


@pytest.mark.parametrize("day", [date(1994, 7, 1), TODAY, date(2026, 11, 24)])
def test_a_day_from_the_soums_first_to_tomorrow_can_be_asked_for(day: date) -> None:
    assert checked_day(day, TODAY) == day


@pytest.mark.parametrize("day", [date(1994, 6, 30), date(1991, 1, 1), date(2026, 11, 25)])
def test_a_day_before_the_soum_or_after_tomorrow_cannot(day: date) -> None:
    with pytest.raises(DayOutOfRange):
        checked_day(day, TODAY)


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(EndBeforeStart):
        checked_period(date(2024, 2, 1), date(2024, 1, 1), TODAY)


def test_a_period_of_one_day_and_one_without_bounds_are_fine() -> None:
    day = date(2024, 2, 1)
    assert checked_period(day, day, TODAY) == (day, day)
    assert checked_period(None, None, TODAY) == (None, None)
