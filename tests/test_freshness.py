from datetime import date

import pytest

from rates.freshness import age, source_for_today
from rates.models import Source

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("last", "days"), [(date(2026, 9, 29), 55), (TODAY, 0), (date(2026, 11, 24), 0), (date(2026, 11, 22), 1)]
)
def test_age_is_counted_in_calendar_days(last: date, days: int) -> None:
    assert age(last, TODAY) == days


def test_a_fresh_official_rate_speaks_for_today() -> None:
    last = {Source.OFFICIAL: date(2026, 11, 16), Source.MARKET: TODAY}
    assert source_for_today(last, TODAY) is Source.OFFICIAL


def test_the_market_stands_in_for_an_old_official_rate() -> None:
    last = {Source.OFFICIAL: date(2026, 11, 15), Source.MARKET: date(2026, 9, 29)}
    assert source_for_today(last, TODAY) is Source.MARKET


def test_without_a_market_an_old_official_rate_is_all_there_is() -> None:
    assert source_for_today({Source.OFFICIAL: date(2025, 12, 9)}, TODAY) is Source.OFFICIAL
    assert source_for_today({}, TODAY) is Source.OFFICIAL
