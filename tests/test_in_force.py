from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rates.errors import NotKnownHere
from rates.in_force import InForce, rate_in_force
from rates.models import Publication, Source, Span
from rates.series import history
from tests.conftest import official, rows_of

YEAR_END = official(
    {"2024-12-26": "12928.27", "2024-12-27": "12920.48", "2025-01-03": "12917.93"}, ("2024-12-26", "2025-01-05")
)
KNOWN = [Span(Source.OFFICIAL, "USD", date(2024, 12, 26), date(2025, 1, 5))]


def in_force(day: str) -> Publication:
    found = rate_in_force(YEAR_END, KNOWN, Source.OFFICIAL, "USD", date.fromisoformat(day))
    return found.publication


def test_the_rate_of_friday_is_in_force_on_sunday() -> None:
    assert in_force("2024-12-29").date == date(2024, 12, 27)


@pytest.mark.parametrize("day", ["2024-12-27", "2024-12-28", "2024-12-31", "2025-01-01", "2025-01-02"])
def test_over_the_new_year_the_rate_of_the_last_publication_holds(day: str) -> None:
    assert in_force(day).rate == "12920.48"


def test_a_publication_is_in_force_on_its_own_day() -> None:
    assert in_force("2025-01-03").rate == "12917.93"


def test_the_last_rate_holds_to_the_end_of_what_is_known_and_no_further() -> None:
    assert in_force("2025-01-05").rate == "12917.93"
    with pytest.raises(NotKnownHere) as caught:
        in_force("2025-01-06")
    assert caught.value.known == ("2024-12-26 – 2025-01-05",)


def test_before_the_known_span_nothing_is_in_force() -> None:
    with pytest.raises(NotKnownHere):
        in_force("2024-12-25")


def test_no_rate_reaches_into_a_hole_or_over_it() -> None:
    spans = [
        Span(Source.OFFICIAL, "USD", date(2024, 12, 1), date(2024, 12, 27)),
        Span(Source.OFFICIAL, "USD", date(2025, 1, 3), date(2025, 1, 5)),
    ]
    for day in (date(2024, 12, 28), date(2025, 1, 2)):
        with pytest.raises(NotKnownHere):
            rate_in_force(YEAR_END, spans, Source.OFFICIAL, "USD", day)


def test_a_market_quote_holds_on_its_own_day_alone() -> None:
    quotes = history(rows_of(Source.MARKET, "EUR", {"2024-03-02": "13609.9", "2024-03-28": "13700.1"}), [])
    found = rate_in_force(quotes, [], Source.MARKET, "EUR", date(2024, 3, 2))
    assert found.publication.rate == "13609.9"
    with pytest.raises(NotKnownHere) as caught:
        rate_in_force(quotes, [], Source.MARKET, "EUR", date(2024, 3, 3))
    assert caught.value.known == ("2024-03-02", "2024-03-28")


def test_a_customs_rate_holds_on_every_day_of_its_month() -> None:
    months = history(rows_of(Source.CUSTOMS, "EUR", {"2024-02-01": "13500.5", "2024-03-01": "13600.5"}), [])
    for day, rate in ((date(2024, 2, 29), "13500.5"), (date(2024, 3, 31), "13600.5")):
        assert rate_in_force(months, [], Source.CUSTOMS, "EUR", day).publication.rate == rate
    with pytest.raises(NotKnownHere):
        rate_in_force(months, [], Source.CUSTOMS, "EUR", date(2024, 4, 1))


def test_the_flag_of_a_known_error_comes_with_the_rate() -> None:
    quotes = history(rows_of(Source.MARKET, "RUB", {"2024-12-31": "116.2"}), [])
    assert rate_in_force(quotes, [], Source.MARKET, "RUB", date(2024, 12, 31)).flag == "wrong"


@pytest.mark.parametrize(
    ("rate", "nominal", "amount", "uzs"),
    [
        ("12920.48", 1, "1500", "19380720.00"),
        ("7.15", 10, "1000000", "715000.00"),
        ("0.01", 1, "0.5", "0.01"),  # 0.005 rounds up
        ("0.01", 1, "1.5", "0.02"),  # 0.015 too: half up, not half even
        ("0.01", 1, "2.5", "0.03"),
        ("12920.48", 1, "0", "0.00"),
    ],
)
def test_an_amount_is_rounded_half_up_to_a_hundredth(rate: str, nominal: int, amount: str, uzs: str) -> None:
    day = date(2024, 12, 27)
    found = InForce(day, Publication(Source.OFFICIAL, "USD", day, nominal, rate), "")
    assert str(found.amount_in_uzs(Decimal(amount))) == uzs


@given(some.sets(some.integers(0, 50), min_size=1), some.integers(0, 50))
def test_the_rate_in_force_is_that_of_the_last_publication_on_or_before_the_day(days: set[int], asked: int) -> None:
    def on(number: int) -> date:
        return date.fromordinal(date(2024, 1, 1).toordinal() + number)

    first = min(days)
    rates = {on(number).isoformat(): f"{12000 + number}.00" for number in sorted(days)}
    known = (on(first).isoformat(), on(60).isoformat())
    table = official(rates, known)
    spans = [Span(Source.OFFICIAL, "USD", on(first), on(60))]
    before = [number for number in days if number <= asked]
    if not before:
        with pytest.raises(NotKnownHere):
            rate_in_force(table, spans, Source.OFFICIAL, "USD", on(asked))
    else:
        found = rate_in_force(table, spans, Source.OFFICIAL, "USD", on(asked))
        assert found.publication.rate == f"{12000 + max(before)}.00"
