from datetime import date
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from rates.changes import daily_change
from rates.models import CHANGES, Source, Span
from rates.series import history
from tests.conftest import official, rows_of

DECEMBER = {"2024-12-26": "12928.27", "2024-12-27": "12920.48", "2025-01-03": "12917.93"}


def test_a_change_is_against_the_previous_publication() -> None:
    changes = daily_change(official(DECEMBER, ("2024-12-26", "2025-01-03")))
    assert changes["change"].tolist()[1:] == [Decimal("-7.79"), Decimal("-2.55")]
    assert changes["change_pct"].round(4).tolist()[1:] == [-0.0603, -0.0197]


def test_the_columns_and_their_types_are_those_of_the_model() -> None:
    changes = daily_change(official(DECEMBER, ("2024-12-26", "2025-01-03")))
    assert {name: str(dtype) for name, dtype in changes.dtypes.items()} == {
        name: str(pd.Series(dtype=dtype).dtype) for name, dtype in CHANGES.items()
    }


def test_the_first_row_takes_the_banks_own_difference() -> None:
    changes = daily_change(
        official({"2018-11-27": "8299.20"}, ("2018-11-27", "2018-11-27"), diffs={"2018-11-27": "21.67"})
    )
    assert changes["change"][0] == Decimal("21.67")
    assert round(changes["change_pct"][0], 4) == 0.2618  # 21.67 / 8277.53


def test_no_change_is_computed_across_a_hole() -> None:
    changes = daily_change(official(DECEMBER, ("2024-12-26", "2024-12-27"), ("2025-01-03", "2025-01-03")))
    assert changes["change"].isna().tolist() == [True, False, True]
    assert changes["change_pct"].isna().tolist() == [True, False, True]


def test_after_a_hole_the_banks_own_difference_is_used() -> None:
    spans = (("2024-12-26", "2024-12-27"), ("2025-01-03", "2025-01-03"))
    changes = daily_change(official(DECEMBER, *spans, diffs={"2025-01-03": "-2.55"}))
    assert changes["change"][2] == Decimal("-2.55")


def test_a_change_of_nominal_is_no_change_of_the_rate() -> None:
    rows = pd.concat(
        [
            rows_of(Source.OFFICIAL, "IDR", {"2020-07-14": "2.71"}),
            rows_of(Source.OFFICIAL, "IDR", {"2020-07-21": "27.30"}, nominal=10),
        ]
    )
    changes = daily_change(history(rows, [Span(Source.OFFICIAL, "IDR", date(2020, 7, 14), date(2020, 7, 21))]))
    assert changes["unit_rate"].tolist() == [Decimal("2.71"), Decimal("2.73")]
    assert changes["change"][1] == Decimal("0.02")


def test_the_banks_difference_is_per_unit_too() -> None:
    changes = daily_change(
        official(
            {"2022-08-05": "73.10"},
            ("2022-08-05", "2022-08-05"),
            currency="IDR",
            nominal=10,
            diffs={"2022-08-05": "-0.30"},
        )
    )
    assert changes["change"][0] == Decimal("-0.03")


def test_there_is_no_change_across_a_redenomination() -> None:
    rows = pd.concat(
        [
            rows_of(Source.OFFICIAL, "RUB", {"1997-12-30": "13.46"}, nominal=1000),
            rows_of(Source.OFFICIAL, "RUB", {"1998-01-06": "13.48"}, diffs={"1998-01-06": "13.47"}),
        ]
    )
    changes = daily_change(history(rows, [Span(Source.OFFICIAL, "RUB", date(1997, 12, 30), date(1998, 1, 6))]))
    assert changes["change"].isna().all()


def test_a_percentage_is_withheld_where_it_would_show_the_rounding() -> None:
    coarse = daily_change(
        official({"2026-04-02": "0.54", "2026-04-03": "0.55"}, ("2026-04-02", "2026-04-03"), currency="LAK")
    )
    assert coarse["change"][1] == Decimal("0.01")
    assert pd.isna(coarse["change_pct"][1])
    fine = daily_change(
        official({"2026-04-02": "2.00", "2026-04-03": "2.01"}, ("2026-04-02", "2026-04-03"), currency="KHR")
    )
    assert round(fine["change_pct"][1], 4) == 0.5


def test_two_currencies_back_to_back_do_not_touch() -> None:
    spans = [Span(Source.OFFICIAL, code, date(2024, 1, 1), date(2024, 1, 2)) for code in ("EUR", "USD")]
    rows = pd.concat(
        [
            rows_of(Source.OFFICIAL, "USD", {"2024-01-01": "12300.00", "2024-01-02": "12310.00"}),
            rows_of(Source.OFFICIAL, "EUR", {"2024-01-01": "13600.00", "2024-01-02": "13590.00"}),
        ]
    )
    changes = daily_change(history(rows, spans))
    assert changes["currency"].tolist() == ["EUR", "EUR", "USD", "USD"]
    assert changes["change"].isna().tolist() == [True, False, True, False]


def test_a_market_quote_is_compared_with_one_at_most_four_days_older() -> None:
    rows = rows_of(Source.MARKET, "USD", {"2026-01-05": "12000", "2026-01-09": "12012", "2026-01-14": "12024"})
    changes = daily_change(history(rows, []))
    assert changes["change"].isna().tolist() == [True, False, True]
    assert changes["change"][1] == Decimal(12)


def test_a_customs_rate_is_compared_with_the_month_before_and_no_older() -> None:
    rows = rows_of(Source.CUSTOMS, "USD", {"2023-12-01": "12000", "2024-01-01": "12012", "2024-03-01": "12024"})
    assert daily_change(history(rows, []))["change"].isna().tolist() == [True, False, True]


def test_neither_a_known_error_nor_the_quote_after_it_has_a_change() -> None:
    rows = rows_of(
        Source.MARKET, "RUB", {"2024-12-30": "121", "2024-12-31": "110.5", "2025-01-01": "122", "2025-01-02": "123"}
    )
    changes = daily_change(history(rows, []))
    assert changes["flag"].tolist() == ["", "wrong", "", ""]
    assert changes["change"].isna().tolist() == [True, True, True, False]


def test_an_empty_history_has_empty_changes() -> None:
    changes = daily_change(official({}))
    assert changes.empty
    assert list(changes.columns) == list(CHANGES)


rate_texts = some.integers(min_value=201, max_value=9_999_999).map(lambda cents: f"{cents // 100}.{cents % 100:02}")


@given(some.lists(rate_texts, min_size=1, max_size=30))
def test_the_product_of_all_changes_is_last_over_first(rates: list[str]) -> None:
    days = [str(day.date()) for day in pd.date_range("2022-01-01", periods=len(rates))]
    changes = daily_change(official(dict(zip(days, rates, strict=True)), (days[0], days[-1])))
    grown = (1 + changes["change_pct"].iloc[1:] / 100).prod()
    assert grown == pytest.approx(float(rates[-1]) / float(rates[0]), rel=1e-9)


@given(
    some.lists(
        some.tuples(
            some.sampled_from(["EUR", "USD"]),
            some.integers(0, 40),
            rate_texts,
            some.sampled_from([1, 10, 1000]),
            some.none() | some.integers(-999, 999).map(lambda cents: str(Decimal(cents) / 100)),
        ),
        max_size=25,
        unique_by=lambda row: (row[0], row[1]),
    ),
    some.lists(some.tuples(some.integers(0, 40), some.integers(0, 10)), max_size=3),
)
def test_daily_change_equals_a_slow_obvious_version(
    drawn: list[tuple[str, int, str, int, str | None]], stretches: list[tuple[int, int]]
) -> None:
    start = pd.Timestamp("2023-01-01")

    def day(number: int) -> date:
        return (start + pd.Timedelta(days=number)).date()

    spans: list[Span] = []
    for first, length in sorted(stretches):
        if not spans or day(first) > spans[-1].last:
            spans.append(Span(Source.OFFICIAL, "USD", day(first), day(first + length)))
    spans += [Span(Source.OFFICIAL, "EUR", span.first, span.last) for span in spans]
    rows = [
        {"source": "official", "currency": code, "date": day(n), "nominal": nominal, "rate": rate, "diff": diff}
        for code, n, rate, nominal, diff in drawn
    ]
    columns = ["source", "currency", "date", "nominal", "rate", "diff"]
    changes = daily_change(history(pd.DataFrame(rows, columns=columns), spans))

    expected: list[Decimal | None] = []
    last: dict[str, dict] = {}
    for row in sorted(rows, key=lambda row: (row["currency"], row["date"])):
        before = last.get(row["currency"])
        together = before is not None and any(
            span.currency == row["currency"] and before["date"] in span and row["date"] in span for span in spans
        )
        if together and before is not None:
            expected.append(Decimal(row["rate"]) / row["nominal"] - Decimal(before["rate"]) / before["nominal"])
        else:
            expected.append(None if row["diff"] is None else Decimal(row["diff"]) / row["nominal"])
        last[row["currency"]] = row
    assert [None if pd.isna(change) else change for change in changes["change"]] == expected
