"""What an evaluator does at the desk, in a real browser: offer a file, choose, publish, undo."""

import re

from playwright.sync_api import Page, expect

from etl.specs import SPECS
from tools.driving import open_page, wait_until_drawn

PATIENCE = 120_000  # a busy machine: milliseconds until something must be there


def sit_down(page: Page, url: str, dataset: str, name: str = "A tester") -> None:
    """Open the upload page, choose the kind of data and sign."""
    open_page(page, f"{url}/upload")
    choose(page, "Dataset", SPECS[dataset].title)
    write(page, "Your name, for the record", name)


def hand_in(page: Page, file: tuple[str, bytes]) -> None:
    """Choose a file and wait until it was looked at."""
    name, content = file
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "", "buffer": content})
    expect(page.get_by_text("What we understood")).to_be_visible(timeout=PATIENCE)
    wait_until_drawn(page)


def choose(page: Page, label: str, option: str) -> None:
    """Pick an option of a select box by typing it, as a person at the keyboard would."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option, exact=True).click()
    wait_until_drawn(page)


def choose_column(page: Page, label: str, heading: str) -> None:
    """Pick the column so headed: an option shows its heading, its letters and examples of its values."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.fill(heading)
    page.get_by_role("option", name=re.compile(rf"^{re.escape(heading)} \(")).click()
    wait_until_drawn(page)


def write(page: Page, label: str, text: str) -> None:
    page.get_by_label(label).fill(text)
    page.keyboard.press("Tab")
    wait_until_drawn(page)


def publish(page: Page, note: str) -> None:
    """Press Publish once everything was rehearsed, and wait until the publication is out."""
    expect(page.get_by_role("button", name="Publish", exact=True)).to_be_enabled(timeout=PATIENCE)
    wait_until_drawn(page)
    write(page, "A note for the board: what is new?", note)
    page.get_by_role("button", name="Publish", exact=True).click(timeout=PATIENCE)
    expect(page.get_by_text("The board’s pages show it from now on")).to_be_visible(timeout=PATIENCE)
    wait_until_drawn(page)


def withdraw_again(page: Page, why: str) -> None:
    """From the publication just made to the register: the upload stands there already, to be confirmed."""
    page.get_by_role("link", name="Withdraw it again").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Register of uploads and publications")
    wait_until_drawn(page)
    write(page, "Why?", why)
    page.get_by_text("I have checked that this is the one").click()
    wait_until_drawn(page)
    page.get_by_role("button", name="Withdraw", exact=True).click()
    expect(page.get_by_text("is withdrawn")).to_be_visible(timeout=PATIENCE)
    wait_until_drawn(page)


def faults(page: Page):
    """The report on the file's faults."""
    return page.get_by_role("region", name="Faults", exact=True)
