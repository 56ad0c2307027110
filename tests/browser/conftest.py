"""A real server and a real Chromium, both on loopback."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
import requests
from playwright.sync_api import Browser, Page, expect, sync_playwright
from requests.adapters import HTTPAdapter
from urllib3 import Retry

from tests.browser.chromium import FLAGS, executable

ROOT = Path(__file__).parents[2]
START = 60  # seconds that a server may take to answer, on a busy machine
DRAWN = 30_000  # milliseconds that a page may take to be drawn, on a busy machine

expect.set_options(timeout=DRAWN)

Serve = Callable[[str], AbstractContextManager[str]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker("browser")


@contextmanager
def served(database_url: str, log: Path) -> Iterator[str]:
    """The dashboard on a free port over one store; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true", f"--server.port={port}"]
    with log.open("wb") as output:
        server = subprocess.Popen(
            [*command, "--server.address=127.0.0.1", "--server.fileWatcherType=none"],
            cwd=ROOT,
            env=os.environ | {"UZS_DATABASE_URL": database_url},
            stdout=output,
            stderr=output,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/_stcore/health", log)
            yield address
        finally:
            server.terminate()
            server.wait()


def _wait_for(url: str, log: Path) -> None:
    looks = Retry(total=START * 5, backoff_factor=0.2, backoff_max=0.2, status_forcelist=[503])
    with requests.Session() as session:
        session.mount("http://", HTTPAdapter(max_retries=looks))
        try:
            session.get(url, timeout=START).raise_for_status()
        except requests.RequestException as error:
            raise RuntimeError(f"The server did not start:\n{log.read_text()}") from error


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that started on an empty data directory."""
    folder = tmp_path_factory.mktemp("server")
    with served(f"sqlite:///{folder / 'new' / 'rates.sqlite3'}", folder / "log") as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = executable()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(params=[1280, 360], ids=["laptop", "phone"])
def width(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def page(browser: Browser, width: int) -> Iterator[Page]:
    """A tab of that width; the test fails if anything but loopback was asked for."""
    context = browser.new_context(viewport={"width": width, "height": 900}, accept_downloads=True)
    tab = context.new_page()
    strangers: list[str] = []

    def look(request: Any) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            strangers.append(request.url)

    tab.on("request", look)
    yield tab
    context.close()
    assert strangers == []


def settled(page: Page) -> None:
    """Waits until the page's script has run to its end and nothing is being fetched."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=DRAWN)
    page.wait_for_load_state("networkidle")
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)


def opened(page: Page, url: str, title: str) -> None:
    """Opens an address and waits for the page of that title."""
    page.goto(url)
    expect(page.locator("h1")).to_have_text(title)
    settled(page)
