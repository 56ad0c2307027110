"""What the pages say, run without a browser: mostly where a reader asks for what is not there."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rates.models import Origin, OriginKind, Publication, Source, Span
from rates.store import Engine, engine, save

FRAME = Path(__file__).parents[2] / "pages" / "frame.py"

Visit = Callable[..., AppTest]


@pytest.fixture
def visit(store_file: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    monkeypatch.setenv("UZS_DATABASE_URL", f"sqlite:///{store_file}")

    def run(page: str, **query: str | list[str]) -> AppTest:
        test = AppTest.from_file(FRAME, default_timeout=60)
        for name, value in query.items():
            test.query_params[name.rstrip("_")] = value
        if page != "overview.py":
            test.switch_page(page)
        test.run()
        assert not test.exception
        return test

    return run


def said(test: AppTest) -> str:
    return "\n".join(it.value for kind in ("text", "caption", "info", "warning") for it in getattr(test, kind))


def labels(test: AppTest) -> list[str]:
    return [button.label for button in test.button]


@pytest.mark.parametrize("day", ["1991-01-01", "1994-06-30", "2099-01-01"])
def test_a_day_that_cannot_have_a_rate_is_answered_in_words(visit: Visit, day: str) -> None:
    test = visit("on_date.py", day=day)
    assert f"{day} cannot have a rate: the soum's rates begin on 1994-07-01" in said(test)


def test_a_day_that_is_not_known_here_says_what_is_and_offers_who_knows(visit: Visit) -> None:
    test = visit("on_date.py", day="2026-03-01")
    assert "The official rate of USD for 2026-03-01 is not known here. Known: 2018-11-27 – 2025-12-09." in said(test)
    assert labels(test) == ["Show customs rate of HMRC for a month, NOT OFFICIAL"]
    test.button[0].click().run()
    assert test.query_params["source"] == "customs"
    assert "The customs rate of March 2026 holds on each of its days." in said(test)


def test_the_rule_of_a_rate_on_its_own_day(visit: Visit) -> None:
    assert "Published for Friday 27 December 2024, and in force on it." in said(visit("on_date.py", day="2024-12-27"))


def test_a_rate_names_where_it_came_from(visit: Visit) -> None:
    text = said(visit("on_date.py", day="2024-12-27"))
    assert "Shipped with this program" in text
    assert "https://cbu.uz/en/arkhiv-kursov-valyut/json/USD/2024-12-27/" in text


def test_a_flagged_rate_is_said_to_be_so(visit: Visit) -> None:
    test = visit("on_date.py", currency="RUB", day="2024-12-31", source="market")
    assert "This rate is flagged “wrong”" in said(test)


@pytest.mark.parametrize(
    "query", [{"day": "soon"}, {"day": "2024-02-30"}, {"amount": "-5"}, {"amount": "much"}, {"currency": "XX"}]
)
def test_malformed_choices_of_a_day_are_cleaned_away(visit: Visit, query: dict[str, str]) -> None:
    assert dict(visit("on_date.py", **query).query_params) == {
        "currency": "USD",
        "day": "2025-12-09",
        "amount": "1",
        "source": "official",
    }


def test_a_half_chosen_range_ends_with_the_last_publication(visit: Visit) -> None:
    test = visit("trends.py", from_="2025-11-01")
    assert (test.query_params["from"], test.query_params["to"]) == ("2025-11-01", "2025-12-09")


def test_days_outside_the_soums_life_are_brought_inside(visit: Visit) -> None:
    test = visit("trends.py", from_="1991-01-01", to="2025-12-09")
    assert test.query_params["from"] == "1994-07-01"


def test_a_period_without_a_publication_says_so(visit: Visit) -> None:
    test = visit("trends.py", from_="2026-01-01", to="2026-02-01")
    assert "The source “Official” published nothing for USD from 1 January 2026 to 1 February 2026." in said(test)


def test_no_currency_is_a_question_and_not_a_blank(visit: Visit) -> None:
    test = visit("trends.py")
    test.multiselect[0].set_value([]).run()
    assert not test.exception
    assert "Choose a currency to see its rates." in said(test)


def test_a_preset_sets_both_days_and_a_day_puts_the_preset_away(visit: Visit) -> None:
    test = visit("trends.py", period="3M")
    assert [it.value for it in test.date_input] == [date(2025, 9, 9), date(2025, 12, 9)]
    test.date_input[0].set_value(date(2025, 10, 1)).run()
    assert "period" not in test.query_params
    assert (test.query_params["from"], test.query_params["to"]) == ("2025-10-01", "2025-12-09")


def test_the_reader_is_told_how_many_points_are_left_out(visit: Visit) -> None:
    test = visit("trends.py", currency="MNT", source="market", period="Max")
    assert "3 points known or suspected to be wrong" in said(test)


def test_favourites_join_the_ticker_and_lead_the_table(visit: Visit) -> None:
    test = visit("overview.py", favourites="JPY")
    assert [it.label for it in test.metric] == ["US Dollar", "Euro", "Russian Ruble", "Japanese Yen"]
    assert test.dataframe[0].value["code"].tolist()[:3] == ["JPY", "USD", "EUR"]


def test_the_ticker_has_the_form_of_a_headline(visit: Visit) -> None:
    test = visit("overview.py", source="official")
    assert [it.value for it in test.metric] == ["\\$1 – 11990.09 UZS – 0.22%"]
    assert "The bank's rates for EUR, RUB are not on this machine yet." in said(test)


def test_the_table_of_rates_follows_the_houses_order(visit: Visit) -> None:
    codes = visit("overview.py").dataframe[0].value["code"].tolist()
    assert codes[:9] == ["USD", "EUR", "RUB", "KZT", "CNY", "TRY", "KRW", "GBP", "AED"]
    assert len(codes) == 75


def test_a_correction_shows_at_once(visit: Visit, store: Engine) -> None:
    test = visit("on_date.py", day="2025-12-09")
    assert "11,990.09 UZS" in [it.value for it in test.metric]
    origin = Origin(OriginKind.RECEIVED, "https://cbu.uz/", datetime(2026, 11, 23, tzinfo=UTC), "0" * 64)
    day = date(2025, 12, 9)
    corrected = Publication(Source.OFFICIAL, "USD", day, 1, "11991.00", "27.77")
    save(store, origin, [corrected], [Span(Source.OFFICIAL, "USD", day, day)])
    test.run()
    assert "11,991.00 UZS" in [it.value for it in test.metric]
    assert "Received from https://cbu.uz/ on 23 November 2026" in said(test)


def test_a_store_locked_by_another_is_a_message(
    visit: Visit, store_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 0.1)
    other = sqlite3.connect(store_file)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    text = said(visit("trends.py"))
    other.close()
    assert "Another program is writing to the rates" in text
    assert "Nothing was lost." in text


def test_data_names_every_source_and_known_error(visit: Visit) -> None:
    text = said(visit("data.py"))
    assert "Central Bank of the Republic of Uzbekistan" in text
    assert "Contains public sector information licensed under the Open Government Licence v3.0" in text
    assert "1,317 publications of 1 currency" in text
    assert "change ÷ (unit rate − change) × 100" in text
