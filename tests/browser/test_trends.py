"""Trends, used as a reader does: choose, read, download, share."""

import csv
import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from rates.models import Source
from rates.store import Engine, read_history
from tests.browser.conftest import opened, settled

TWO = "currency=USD&currency=EUR&source=market&view=apart&lead=EUR&from=2026-08-10&to=2026-09-10"

laptop = pytest.mark.parametrize("width", [1280], ids=["laptop"])


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def drawn(page: Page) -> dict[str, Any]:
    """What the chart shows: {currency: {day: value}}, and the bars under "bars"."""
    page.wait_for_selector(".js-plotly-plot .bars")
    traces = page.evaluate(
        """() => JSON.stringify(document.querySelector('.js-plotly-plot')._fullData.map(
            it => ({name: it.type === 'bar' ? 'bars' : it.name, x: [...it.x], y: [...it.y]})))"""
    )
    return {
        trace["name"]: {day[:10]: value for day, value in zip(trace["x"], trace["y"], strict=True)}
        for trace in json.loads(traces)
    }


def publications(page: Page) -> list[list[str]]:
    """The rows of the table of publications that are in sight, as its accessible grid gives them."""
    table = page.get_by_test_id("stDataFrame").last
    table.scroll_into_view_if_needed()
    rows = table.locator("table tbody tr")
    rows.first.wait_for(state="attached")
    return rows.evaluate_all("rows => rows.map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent))")


def downloaded(page: Page, label: str, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.locator(".st-key-downloads").get_by_role("button", name=label, exact=True).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_trends_opens_on_the_official_dollar_of_one_year(page: Page, address: str) -> None:
    opened(page, f"{address}/trends", "Trends")
    chart = drawn(page)
    assert len(chart["bars"]) == 251
    assert chart["bars"]["2025-12-09"] == 26.86
    assert max(chart["USD"]) == "2025-12-09"
    assert query(page) == {"currency": ["USD"], "source": ["official"], "period": ["1Y"], "scale": ["linear"]}


@laptop
def test_chart_table_and_file_agree_with_each_other_and_with_the_store(
    page: Page, address: str, store: Engine, tmp_path: Path
) -> None:
    opened(page, f"{address}/trends", "Trends")
    page.get_by_test_id("stButtonGroup").get_by_text("Market", exact=True).click()
    settled(page)
    page.get_by_role("combobox").first.click()
    page.keyboard.type("Euro")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_text("Daily changes of")).to_be_visible()
    page.get_by_text("Side by side").click()
    page.get_by_test_id("stButtonGroup").get_by_text("1M", exact=True).click()
    expect(page.locator(".js-plotly-plot .yaxislayer-above")).to_have_count(3)
    settled(page)

    held = read_history(store, Source.MARKET, ["USD", "EUR"])
    held = held[held["date"] >= "2026-08-29"]
    days = held["date"].dt.strftime("%Y-%m-%d")
    stored = dict(zip(zip(days, held["currency"], strict=True), held["rate"], strict=True))
    assert len(stored) == 64

    path = downloaded(page, "CSV", tmp_path)
    assert path.name == "uzs-rates_EUR-USD_2026-08-29_2026-09-29_market_NOT-OFFICIAL.csv"
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert {(row["date"], row["currency"]): row["rate"] for row in rows} == stored

    chart = drawn(page)
    for code in ("USD", "EUR"):
        of_code = {row["date"]: float(row["rate"]) for row in rows if row["currency"] == code}
        assert {day: value for day, value in chart[code].items() if value is not None} == of_code
    changes = {row["date"]: float(row["change"]) for row in rows if row["currency"] == "USD" and row["change"]}
    assert {day: value for day, value in chart["bars"].items() if value is not None} == changes

    shown = publications(page)
    assert len(shown) >= 10
    assert all(float(row[3]) == float(stored[row[0], row[1]]) for row in shown)


@laptop
def test_a_reload_and_a_switch_of_pages_keep_every_choice(page: Page, address: str) -> None:
    opened(page, f"{address}/trends?{TWO}", "Trends")
    expected = parse_qs(TWO)
    assert query(page) == expected
    before = drawn(page)
    page.reload()
    expect(page.locator("h1")).to_have_text("Trends")
    settled(page)
    assert query(page) == expected
    assert drawn(page) == before
    page.get_by_role("link", name="Data").click()
    expect(page.locator("h1")).to_have_text("Data")
    settled(page)
    page.get_by_role("link", name="Trends").click()
    expect(page.locator("h1")).to_have_text("Trends")
    settled(page)
    assert query(page) == expected
    assert drawn(page) == before


@laptop
def test_a_box_drawn_across_the_chart_becomes_the_period(page: Page, address: str) -> None:
    opened(page, f"{address}/trends?period=5Y", "Trends")
    whole = sorted(drawn(page)["bars"])
    plot = page.locator(".js-plotly-plot .nsewdrag").first.bounding_box()
    assert plot is not None
    height = plot["y"] + plot["height"] / 2
    page.mouse.move(plot["x"] + plot["width"] * 0.25, height)
    page.mouse.down()
    page.mouse.move(plot["x"] + plot["width"] * 0.5, height, steps=5)
    page.mouse.up()
    page.wait_for_url("**from=*")
    settled(page)
    chosen = query(page)
    assert "period" not in chosen
    assert "2021-12-01" < chosen["from"][0] < "2022-06-30"
    assert "2023-03-01" < chosen["to"][0] < "2023-09-30"
    bars = sorted(drawn(page)["bars"])
    assert chosen["from"][0] <= bars[0] < bars[-1] <= chosen["to"][0]
    assert len(bars) < len(whole) / 2


@laptop
def test_the_copied_view_has_every_choice_and_the_days_themselves(page: Page, address: str) -> None:
    opened(page, f"{address}/trends?period=1M", "Trends")
    page.get_by_text("Copy this view").click()
    link = page.get_by_test_id("stCode").inner_text()
    assert link == f"{address}/trends?currency=USD&source=official&scale=linear&from=2025-11-09&to=2025-12-09"


def test_what_a_source_lacks_is_said_and_the_others_offered(page: Page, address: str) -> None:
    opened(page, f"{address}/trends?currency=EUR", "Trends")
    expect(page.get_by_text("The bank's rates for EUR are not on this machine yet.")).to_be_visible()
    expect(page.get_by_role("button", name="show customs (154 months)")).to_be_visible()
    page.get_by_role("button", name="show market (129 dates)").click()
    expect(page.locator(".st-key-source_mark")).to_contain_text("NOT OFFICIAL")
    settled(page)
    assert query(page)["source"] == ["market"]
    assert "EUR" in drawn(page)


@laptop
def test_malformed_choices_in_the_address_are_ignored_and_cleaned_away(page: Page, address: str) -> None:
    opened(page, f"{address}/trends?currency=XXX&source=moon&period=9Y&from=soon&scale=1&utm=x", "Trends")
    assert query(page) == {"currency": ["USD"], "source": ["official"], "period": ["1Y"], "scale": ["linear"]}


@laptop
def test_a_reversed_period_is_said_and_nothing_chosen_is_lost(page: Page, address: str) -> None:
    opened(page, f"{address}/trends?from=2025-06-01&to=2025-01-01", "Trends")
    expect(page.locator(".st-key-failure")).to_contain_text("ends on 2025-01-01, before it starts on 2025-06-01")
    assert query(page)["from"] == ["2025-06-01"]
