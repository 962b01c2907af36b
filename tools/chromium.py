"""Find a Chromium to drive, or get one; say plainly what to install when that fails."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
HELP = (
    "No Chromium was found, and none could be installed. Install one (Debian or Ubuntu: "
    "'apt-get install chromium'; anywhere: 'python -m playwright install chromium'), "
    "or set CHROMIUM to the path of one."
)


class NoChromium(Exception):
    """There is no browser to drive the pages with."""


def find_chromium() -> str | None:
    """The path of a Chromium: CHROMIUM, a known name on the path, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    for path in [named] if named else map(shutil.which, NAMES):
        if path and Path(path).exists():
            return path
    return None if named else playwrights_own()


def playwrights_own() -> str | None:
    """The Chromium that Playwright downloaded at some time, if it did."""
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def require_chromium() -> str:
    """A Chromium's path, installing one if need be. Raises NoChromium with what to install."""
    path = find_chromium()
    if path is None and "CHROMIUM" not in os.environ:
        install_chromium()
        path = find_chromium()
    if path is None:
        raise NoChromium(HELP)
    return path


def install_chromium() -> None:
    """Debian's package where this user may install it; otherwise Playwright's own build."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        attempt(["apt-get", "update", "-qq"], quiet)
        if attempt(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], quiet):
            return
    attempt([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))


def attempt(command: list[str], environment: dict[str, str]) -> bool:
    try:
        return subprocess.run(command, env=environment, capture_output=True, timeout=600).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
