from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from rates.changes import daily_change
from rates.models import Source, Span, floats
from rates.series import between, history
from rates.statistics import Mean, mean, moves, summary
from rates.store import Engine, read_history
from tests.conftest import official, rows_of

SHIPPED = [Span(Source.OFFICIAL, "USD", date(2018, 11, 27), date(2025, 12, 9))]


@pytest.fixture
def dollar(store: Engine) -> pd.DataFrame:
    return read_history(store, Source.OFFICIAL, ["USD"])


@pytest.mark.parametrize(
    ("month", "calendar_days", "publications"),
    [
        ("2019-01", 8355.12, 8358.52),
        ("2019-08", 9029.80, 9081.16),
        ("2020-04", 9860.11, 9934.48),
        ("2023-08", 11935.74, 11927.47),
        ("2024-12", 12874.95, 12871.76),
    ],
)
def test_both_means_of_a_month_equal_those_worked_out_from_the_rows(
    dollar: pd.DataFrame, month: str, calendar_days: float, publications: float
) -> None:
    period = pd.Period(month)
    found = mean(dollar, SHIPPED, period.start_time.date(), period.end_time.date())
    assert found is not None
    assert found.calendar_days is not None
    assert (round(found.calendar_days, 2), round(found.publications, 2)) == (calendar_days, publications)


def test_a_period_that_is_not_wholly_known_has_no_mean(dollar: pd.DataFrame) -> None:
    assert mean(dollar, SHIPPED, date(2025, 12, 1), date(2025, 12, 31)) is None
    assert mean(dollar, SHIPPED, date(2018, 11, 1), date(2018, 11, 30)) is None


def test_no_mean_is_taken_across_a_hole() -> None:
    rates = {"2024-01-01": "100.00", "2024-01-05": "200.00"}
    known = [("2024-01-01", "2024-01-02"), ("2024-01-05", "2024-01-09")]
    spans = [Span(Source.OFFICIAL, "USD", *map(date.fromisoformat, span)) for span in known]
    assert mean(official(rates, *known), spans, date(2024, 1, 1), date(2024, 1, 9)) is None


def test_quotes_have_a_mean_of_their_own_days_alone() -> None:
    quotes = history(rows_of(Source.MARKET, "EUR", {"2024-03-02": "100", "2024-03-28": "200"}), [])
    assert mean(quotes, [], date(2024, 3, 1), date(2024, 3, 31)) == Mean(150.0, None)


@given(some.integers(1, 10**8), some.sets(some.integers(0, 90), min_size=1))
def test_the_means_of_a_constant_are_that_constant(cents: int, days: set[int]) -> None:
    first = date(2024, 1, 1)
    rate = f"{cents // 100}.{cents % 100:02}"
    rates = {date.fromordinal(first.toordinal() + number).isoformat(): rate for number in sorted(days | {0})}
    last = date.fromordinal(first.toordinal() + 95)
    span = (first.isoformat(), last.isoformat())
    found = mean(official(rates, span), [Span(Source.OFFICIAL, "USD", first, last)], first, last)
    assert found is not None
    assert found.publications == pytest.approx(float(rate))
    assert found.calendar_days == pytest.approx(float(rate))


def test_the_record_of_the_shipped_dollar_is_that_of_14_february_2025(dollar: pd.DataFrame) -> None:
    found = summary(dollar, SHIPPED, date(2018, 11, 27), date(2025, 12, 9))
    assert found is not None
    assert (found.highest.day, found.highest.rate) == (date(2025, 2, 14), 13003.95)
    assert (found.first.day, found.last.day, found.publications) == (date(2018, 11, 27), date(2025, 12, 9), 1317)


@pytest.mark.parametrize(
    ("level", "day"),
    [
        (9000, "2019-08-16"),
        (10000, "2020-04-16"),
        (11000, "2022-03-15"),
        (12000, "2023-08-11"),
        (13000, "2025-02-14"),
    ],
)
def test_the_dollar_first_stood_above_a_round_number_on_the_known_day(
    dollar: pd.DataFrame, level: int, day: str
) -> None:
    above = dollar[floats(dollar["unit_rate"]) > level]
    assert str(above["date"].iloc[0].date()) == day


def test_the_dollar_fell_back_below_12000_on_30_october_2025(dollar: pd.DataFrame) -> None:
    year = between(dollar, date(2024, 6, 1), None)
    assert str(year[floats(year["unit_rate"]) < 12000]["date"].iloc[0].date()) == "2025-10-30"


def test_the_dollar_rose_eighteen_times_in_a_row_to_21_august_2019(dollar: pd.DataFrame) -> None:
    rises = floats(daily_change(dollar)["change"]) > 0
    upto = rises[dollar["date"] <= "2019-08-21"][::-1]
    assert int(upto.to_numpy().argmin()) == 18


@pytest.mark.parametrize(
    ("day", "change", "pct"),
    [
        ("2024-12-27", -7.79, -0.0603),
        ("2020-04-16", 427.64, 4.4117),
        ("2019-08-21", 323.00, 3.5647),
        ("2018-11-27", 21.67, 0.2618),
    ],
)
def test_the_known_changes_of_the_dollar(dollar: pd.DataFrame, day: str, change: float, pct: float) -> None:
    row = daily_change(dollar).set_index("date").loc[pd.Timestamp(day)]
    assert (float(row["change"]), round(row["change_pct"], 4)) == (change, pct)


def test_a_period_that_starts_on_a_sunday_begins_with_the_rate_in_force(dollar: pd.DataFrame) -> None:
    found = summary(dollar, SHIPPED, date(2024, 12, 29), date(2025, 1, 10))
    assert found is not None
    assert (found.first.day, found.first.rate) == (date(2024, 12, 27), 12920.48)


def test_a_known_error_is_neither_lowest_nor_in_the_mean() -> None:
    quotes = history(
        rows_of(Source.MARKET, "RUB", {"2024-12-30": "121", "2024-12-31": "110.5", "2025-01-01": "123"}), []
    )
    found = summary(quotes, [], date(2024, 12, 30), date(2025, 1, 1))
    assert found is not None
    assert (found.lowest.rate, found.mean, found.publications) == (121.0, Mean(122.0, None), 3)


def test_nothing_known_has_no_summary() -> None:
    assert summary(official({}), [], date(2024, 1, 1), date(2024, 1, 2)) is None


def test_a_base_rate_counts_the_changes_of_its_regime(dollar: pd.DataFrame) -> None:
    found = moves(daily_change(dollar)).set_index("date")
    fall = found.loc[pd.Timestamp("2025-12-09")]
    assert (int(fall["ranked"]), fall["since"]) == (1198, pd.Timestamp("2021-02-17"))
    largest = found.loc[pd.Timestamp("2023-08-11")]
    assert int(largest["rank"]) == 1
    weekly = found.loc[pd.Timestamp("2020-04-16")]
    assert (int(weekly["rank"]), weekly["since"]) == (1, pd.Timestamp("2018-12-04"))


def test_the_change_between_two_regimes_is_measured_in_neither(dollar: pd.DataFrame) -> None:
    first_daily = moves(daily_change(dollar)).set_index("date").loc[pd.Timestamp("2021-02-16")]
    assert np.isnan(first_daily["rank"])
    assert np.isnan(first_daily["z"])


def test_z_is_the_change_over_the_deviation_of_the_sixty_before(dollar: pd.DataFrame) -> None:
    found = moves(daily_change(dollar))
    place = int(found.index[found["date"] == "2023-08-11"][0])
    before = found["change_pct"].iloc[place - 60 : place]
    assert found["z"][place] == pytest.approx(found["change_pct"][place] / before.std(ddof=1))
    assert bool(found["is_move"][place])


def test_z_is_missing_with_fewer_than_sixty_changes_before(dollar: pd.DataFrame) -> None:
    daily = moves(daily_change(dollar))
    daily = daily[daily["date"] >= "2021-02-17"].reset_index(drop=True)
    assert daily["z"].isna().sum() == 60


def test_a_change_of_one_step_is_no_move_however_calm_the_time() -> None:
    days = pd.date_range("2022-01-01", periods=64)
    rates = ["100.00"] * 60 + ["100.01", "100.00", "100.02", "100.05"]
    table = official(
        {str(day.date()): rate for day, rate in zip(days, rates, strict=True)},
        (str(days[0].date()), str(days[-1].date())),
    )
    found = moves(daily_change(table))
    assert (found["z"].abs() >= 3).tolist()[-4:] == [False, True, True, True]
    assert found["is_move"].tolist()[-4:] == [False, False, False, True]
