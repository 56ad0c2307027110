import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from rates.known import joined, source_for, span_holding
from rates.models import Source, Span


def span(first: str, last: str, currency: str = "USD") -> Span:
    return Span(Source.OFFICIAL, currency, date.fromisoformat(first), date.fromisoformat(last))


DOLLAR = span("2018-11-27", "2025-12-09")
EURO = span("2024-01-01", "2024-12-31", "EUR")


def test_touching_and_overlapping_spans_become_one() -> None:
    parts = [span("2024-01-06", "2024-01-09"), span("2024-01-01", "2024-01-05"), span("2024-01-08", "2024-01-12")]
    assert joined(parts) == [span("2024-01-01", "2024-01-12")]


def test_a_day_between_keeps_spans_apart() -> None:
    parts = [span("2024-01-01", "2024-01-05"), span("2024-01-07", "2024-01-09")]
    assert joined(parts) == parts


def test_a_span_inside_another_does_not_shorten_it() -> None:
    assert joined([span("2024-01-01", "2024-01-31"), span("2024-01-05", "2024-01-06")]) == [
        span("2024-01-01", "2024-01-31")
    ]


def test_spans_of_two_currencies_are_never_joined() -> None:
    parts = [span("2024-01-01", "2024-01-05", "EUR"), span("2024-01-06", "2024-01-09", "USD")]
    assert joined(parts) == parts


@given(some.lists(some.tuples(some.integers(0, 60), some.integers(0, 9)), max_size=8))
def test_joining_keeps_the_days_and_leaves_a_gap_between_spans(drawn: list[tuple[int, int]]) -> None:
    start = date(2024, 1, 1)

    def days(spans: list[Span]) -> set[date]:
        return {it.first + timedelta(days=n) for it in spans for n in range((it.last - it.first).days + 1)}

    spans = [
        Span(Source.OFFICIAL, "USD", start + timedelta(days=first), start + timedelta(days=first + length))
        for first, length in drawn
    ]
    together = joined(spans)
    assert days(together) == days(spans)
    assert all(later.first > earlier.last + timedelta(days=1) for earlier, later in itertools.pairwise(together))


def test_a_day_outside_every_span_is_held_by_none() -> None:
    assert span_holding([DOLLAR, EURO], "USD", date(2025, 12, 10)) is None
    assert span_holding([DOLLAR, EURO], "EUR", date(2024, 6, 1)) == EURO


def test_the_official_source_answers_where_it_covers_every_currency() -> None:
    day = date(2024, 6, 1)
    assert source_for([DOLLAR, EURO], ["USD", "EUR"], day, day) is Source.OFFICIAL


def test_the_market_answers_where_one_currency_is_not_covered() -> None:
    day = date(2025, 6, 1)
    assert source_for([DOLLAR, EURO], ["USD", "EUR"], day, day) is Source.MARKET


def test_an_open_period_asks_for_no_more_than_there_is() -> None:
    assert source_for([DOLLAR], ["USD"]) is Source.OFFICIAL
    assert source_for([DOLLAR], ["USD"], first=date(2024, 1, 1)) is Source.OFFICIAL
    assert source_for([DOLLAR], ["USD"], first=date(2018, 1, 1)) is Source.MARKET


def test_all_currencies_are_never_covered_by_the_official_source() -> None:
    assert source_for([DOLLAR], []) is Source.MARKET


def test_two_spans_with_a_hole_between_do_not_cover_a_period_across_it() -> None:
    spans = [span("2024-01-01", "2024-01-31"), span("2024-03-01", "2024-03-31")]
    assert source_for(spans, ["USD"], date(2024, 1, 15), date(2024, 3, 15)) is Source.MARKET
