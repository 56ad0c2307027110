"""A Chromium for the tests: found, or else made to be there (`python -m tests.browser.chromium`)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
INSTALLS = (
    [sys.executable, "-m", "playwright", "install", "chromium"],
    ["sh", "-c", "apt-get update && apt-get install --yes --no-install-recommends chromium"],
)


def executable() -> Path | None:
    """An installed Chromium or Chrome, else the one that Playwright has downloaded."""
    installed = [Path(path) for name in NAMES if (path := shutil.which(name))]
    if found := next((path for path in [*installed, *APPLICATIONS] if path.exists()), None):
        return found
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.exists() else None


def main() -> int:
    """Makes sure that there is one; 1, with the command to type, where that cannot be."""
    for command in INSTALLS:
        if executable():
            return 0
        if command[0] == "sh" and not (os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get")):
            continue
        print("No Chromium was found. Trying:", " ".join(command), file=sys.stderr)
        subprocess.run(command, stdout=sys.stderr, check=False)
    if executable():
        return 0
    print(
        "The browser tests need a Chromium or Chrome, and none could be installed. Type one of these, then try again:\n"
        "  sudo apt-get install chromium\n"
        "  .venv/bin/playwright install chromium",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
