"""Every page opens, from its own address, on both widths."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import opened, served

PAGES = [("/", "Rates"), ("/trends", "Trends"), ("/on_date", "Rate on a date"), ("/data", "Data")]


@pytest.mark.parametrize(("path", "title"), PAGES)
@pytest.mark.parametrize("width", [1280], ids=["laptop"])
def test_a_deep_link_opens_with_its_frame_on_a_server_that_nobody_has_visited(
    page: Page, tmp_path: Path, path: str, title: str
) -> None:
    with served(f"sqlite:///{tmp_path / 'rates.sqlite3'}", tmp_path / "log") as address:
        opened(page, address + path, title)
        expect(page.get_by_role("link", name="Rate on a date")).to_be_visible()
        expect(page.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize(("path", "title"), PAGES)
def test_a_page_has_one_title_its_source_mark_and_no_sideways_scrolling(
    page: Page, address: str, path: str, title: str
) -> None:
    opened(page, address + path, title)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator(".st-key-source_mark")).to_contain_text("Rates from")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("it => it.scrollWidth <= it.clientWidth")


@pytest.mark.parametrize("width", [1280], ids=["laptop"])
def test_the_rates_page_falls_back_to_the_market_and_says_so(page: Page, address: str) -> None:
    opened(page, address, "Rates")
    mark = page.locator(".st-key-source_mark")
    expect(mark).to_contain_text("Rates from 29 September 2026 · market mid rate, NOT OFFICIAL")
    expect(page.locator(".st-key-ticker")).to_contain_text("$1 – 11792.2 UZS – 0.33%")


def test_a_rate_on_a_date_is_answered_with_its_publication(page: Page, address: str) -> None:
    opened(page, f"{address}/on_date?currency=USD&day=2024-12-29&amount=1500", "Rate on a date")
    answer = page.locator(".st-key-answer")
    expect(answer).to_contain_text("12,920.48 UZS")
    expect(answer).to_contain_text("19,380,720.00 UZS")
    rule = "The rate of Friday 27 December 2024 is in force on Sunday 29 December 2024"
    expect(page.get_by_text(rule)).to_be_visible()


@pytest.mark.parametrize("width", [1280], ids=["laptop"])
def test_a_damaged_store_is_named_and_left_as_it_is(page: Page, tmp_path: Path) -> None:
    damaged = tmp_path / "rates.sqlite3"
    damaged.write_bytes(b"not a database, and longer than a header of one hundred bytes" * 3)
    before = damaged.read_bytes()
    with served(f"sqlite:///{damaged}", tmp_path / "log") as address:
        page.goto(address)
        failure = page.locator(".st-key-failure")
        expect(failure).to_contain_text("is damaged or is not a database")
        expect(failure).to_contain_text("uzs rebuild")
    assert damaged.read_bytes() == before
