"""Draws the README's pictures: every page on a laptop and on a phone (`make screens`)."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import FLAGS, executable
from tests.browser.conftest import opened, served

FOLDER = Path(__file__).parent / "screens"
WIDTHS = (1280, 360)
TALLEST = 1500  # pixels: what a reader of the README still scrolls past
PAGES = {
    "rates": ("/", "Rates"),
    "trends": ("/trends?currency=USD&period=5Y", "Trends"),
    "on_date": ("/on_date?currency=USD&day=2024-12-29&amount=1500", "Rate on a date"),
    "data": ("/data", "Data"),
}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    path = executable()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        log = Path(scratch) / "log"
        with served(f"sqlite:///{scratch}/rates.sqlite3", log) as address:
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
            for width in WIDTHS:
                for name, (link, title) in PAGES.items():
                    page = browser.new_page(viewport={"width": width, "height": 900})
                    opened(page, address + link, title)
                    height = page.get_by_test_id("stMain").evaluate("it => it.scrollHeight")
                    page.set_viewport_size({"width": width, "height": min(height, TALLEST)})
                    page.wait_for_timeout(1500)  # until the charts have found their new size
                    picture = FOLDER / f"{name}_{width}.png"
                    page.screenshot(path=picture)
                    page.close()
                    print(picture.relative_to(Path.cwd()), file=sys.stderr)
            browser.close()


if __name__ == "__main__":
    main()
