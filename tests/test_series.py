from datetime import date
from decimal import Decimal

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as some

from rates.models import DECIMAL, HISTORY, Source, Span, floats
from rates.series import MOST_POINTS, between, history, line, opened, rebased, thinned
from tests.conftest import official, rows_of


def days(dates: np.ndarray) -> list[str]:
    return [str(day)[:10] for day in dates]


def known(*spans: tuple[str, str]) -> list[Span]:
    return [Span(Source.OFFICIAL, "USD", *map(date.fromisoformat, span)) for span in spans]


WEEK = {"2024-01-02": "12300.00", "2024-01-05": "12310.00", "2024-01-09": "12290.00"}
SPAN = ("2024-01-02", "2024-01-12")


def test_a_history_is_sorted_and_typed_as_the_model_says() -> None:
    table = official(dict(reversed(WEEK.items())), SPAN)
    assert table["rate"].tolist() == ["12300.00", "12310.00", "12290.00"]
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == {
        name: str(pd.Series(dtype=dtype).dtype) for name, dtype in HISTORY.items()
    }


def test_both_bounds_of_a_period_belong_to_it() -> None:
    table = between(official(WEEK, SPAN), date(2024, 1, 5), date(2024, 1, 9))
    assert table["rate"].tolist() == ["12310.00", "12290.00"]
    assert len(between(table, None, None)) == 2


def test_a_period_opens_with_the_rate_in_force_on_its_first_day() -> None:
    table = opened(official(WEEK, SPAN), known(SPAN), date(2024, 1, 7), date(2024, 1, 12))
    assert table["rate"].tolist() == ["12310.00", "12290.00"]


def test_a_period_that_begins_in_a_hole_opens_with_its_own_first_publication() -> None:
    spans = (("2024-01-02", "2024-01-05"), ("2024-01-09", "2024-01-12"))
    table = opened(official(WEEK, *spans), known(*spans), date(2024, 1, 7), date(2024, 1, 12))
    assert table["rate"].tolist() == ["12290.00"]


def test_an_official_line_is_a_step_from_the_first_day_to_the_end_of_what_is_known() -> None:
    drawn = line(official(WEEK, SPAN), known(SPAN), date(2024, 1, 7), date(2024, 1, 31))
    assert drawn.steps
    assert days(drawn.dates) == ["2024-01-07", "2024-01-09", "2024-01-12"]
    assert drawn.values.tolist() == [12310.0, 12290.0, 12290.0]


def test_an_official_line_breaks_at_a_hole() -> None:
    spans = (("2024-01-02", "2024-01-06"), ("2024-01-09", "2024-01-12"))
    drawn = line(official(WEEK, *spans), known(*spans), date(2024, 1, 1), date(2024, 1, 31))
    assert days(drawn.dates) == ["2024-01-02", "2024-01-05", "2024-01-06", "2024-01-06", "2024-01-09", "2024-01-12"]
    np.testing.assert_equal(drawn.values, [12300.0, 12310.0, 12310.0, np.nan, 12290.0, 12290.0])


def test_a_known_span_without_a_publication_draws_nothing() -> None:
    drawn = line(official(WEEK, SPAN), known(SPAN, ("2023-01-01", "2023-01-02")), date(2023, 1, 1), date(2024, 1, 12))
    assert days(drawn.dates)[0] == "2024-01-02"


def test_quotes_far_apart_are_joined_by_a_bridge_and_not_by_the_line() -> None:
    quotes = history(
        rows_of(Source.MARKET, "EUR", {"2024-03-01": "1", "2024-03-08": "2", "2024-03-16": "3", "2024-03-17": "4"}), []
    )
    drawn = line(quotes, [], date(2024, 3, 1), date(2024, 3, 31))
    assert not drawn.steps
    np.testing.assert_equal(drawn.values, [1, 2, np.nan, 3, 4])
    assert days(drawn.bridge_dates) == ["2024-03-08", "2024-03-16", "2024-03-16"]
    np.testing.assert_equal(drawn.bridge_values, [2, 3, np.nan])


def test_months_in_a_row_are_joined_and_a_missing_month_is_bridged() -> None:
    months = history(rows_of(Source.CUSTOMS, "EUR", {"2024-01-01": "1", "2024-02-01": "2", "2024-04-01": "3"}), [])
    drawn = line(months, [], date(2024, 1, 1), date(2024, 12, 31))
    np.testing.assert_equal(drawn.values, [1, 2, np.nan, 3])


def test_a_known_error_is_not_drawn() -> None:
    quotes = history(
        rows_of(Source.MARKET, "RUB", {"2024-12-30": "121", "2024-12-31": "110.5", "2025-01-01": "122"}), []
    )
    assert line(quotes, [], date(2024, 12, 1), date(2025, 1, 31)).values.tolist() == [121.0, 122.0]


def test_rebased_lines_begin_at_zero_percent() -> None:
    drawn = rebased(line(official(WEEK, SPAN), known(SPAN), date(2024, 1, 2), date(2024, 1, 9)))
    assert drawn.values.round(4).tolist() == [0.0, 0.0813, -0.0813, -0.0813]


def test_an_empty_history_is_an_empty_line() -> None:
    drawn = rebased(line(official({}), [], date(2024, 1, 1), date(2024, 1, 31)))
    assert len(drawn.dates) == len(drawn.values) == 0


def test_a_short_series_is_drawn_whole() -> None:
    dates = np.arange(MOST_POINTS).astype("datetime64[s]")
    assert len(thinned(dates, np.ones(MOST_POINTS))[0]) == MOST_POINTS


@given(some.integers(0, 2**32 - 1))
def test_thinning_keeps_every_columns_first_last_lowest_and_highest(seed: int) -> None:
    values = np.random.default_rng(seed).normal(size=MOST_POINTS * 2).cumsum()
    dates = np.arange(len(values)).astype("datetime64[D]").astype("datetime64[s]")
    kept_dates, kept = thinned(dates, values)
    assert len(kept) <= MOST_POINTS
    columns, per_column = MOST_POINTS // 4, len(values) * 4 // MOST_POINTS
    column_of = {int(day): place // per_column for place, day in enumerate(dates.astype("int64"))}
    drawn = pd.DataFrame({"column": [column_of[int(day)] for day in kept_dates.astype("int64")], "value": kept})
    full = pd.DataFrame({"column": np.arange(len(values)) // per_column, "value": values})
    for extreme in ("min", "max", "first", "last"):
        assert drawn.groupby("column")["value"].agg(extreme).equals(full.groupby("column")["value"].agg(extreme))
    assert full["column"].nunique() == columns


@given(some.integers(-(10**15), 10**15), some.integers(0, 9))
def test_the_float_of_an_exact_decimal_is_the_nearest_one(digits: int, decimals: int) -> None:
    exact = Decimal(digits).scaleb(-decimals)
    if abs(exact) < 9_000_000:
        assert floats(pd.Series([str(f"{exact:f}")], dtype="str").astype(DECIMAL)).tolist() == [float(exact)]
