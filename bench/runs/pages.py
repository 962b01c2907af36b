"""Drive the stock page and every board page with fifty users, and print how they compare.

python -m bench pages    (BENCH_RESPONDENTS=100000 for a smaller large store; BENCH_SECONDS=5 for a
                          shorter look at each page)
"""

import os
import shutil
import tempfile
from pathlib import Path

from bench.client import Load, PageFailed, measure
from bench.drawn import seconds_of
from bench.respondents import resize
from bench.said import say, verdict
from bench.stock import write_stock
from data.store import open_store
from etl.demo import load_samples
from tools.driving import chromium
from tools.page_list import FIRST, PageFile, page_files
from tools.serving import serve

HELP = "the pages against a stock page, with 50 users"
USERS = 50
TARGETS = {FIRST: 7.0}  # every other board page: OTHER_TARGET
OTHER_TARGET = 3.0
SECONDS = float(os.environ.get("BENCH_SECONDS", "8"))
MANY = int(os.environ.get("BENCH_RESPONDENTS", "1000000"))
FEW = 1000


def board_pages() -> list[PageFile]:
    return [page for page in page_files() if page.section == "board"]


def place_of(page: PageFile) -> tuple[str, str]:
    """A page's name and query as Streamlit's protocol asks for it."""
    path, _, query = page.address.lstrip("/").partition("?")
    return path, query


def fill(path: Path) -> None:
    store = open_store(f"sqlite:///{path}")
    load_samples(store, progress=lambda sentence: None)
    store.close()


def compare_load(scripts: dict[str, Path], store: Path) -> list[PageFile]:
    """Runs a second of the stock page, the title-only page and every board page, with USERS users.

    Returns the board pages that stood it; one that shows an exception is named and left out of the rest.
    """
    say(f"Runs a second with {USERS} users, each asking again as soon as answered:")
    with serve(scripts["stock"]) as server:
        stock = measure(server.port, "", users=USERS, seconds=SECONDS)
    say(f"  {'stock: three plotly.express charts':38}{stock.rate:8.1f}/s  {stock.median_wait:6.2f} s a run")
    with serve(scripts["title"]) as server:
        report("stock: a title only", measure(server.port, "", users=USERS, seconds=SECONDS), stock)
    with serve(environment=environment(store)) as server:
        return [page for page in board_pages() if stands(server.port, page, stock)]


def stands(port: int, page: PageFile, stock: Load) -> bool:
    try:
        load = measure(port, *place_of(page), users=USERS, seconds=SECONDS)
    except PageFailed as failure:
        say(f"  {page.name:38}FAILED: {failure}")
        return False
    report(page.name, load, stock, TARGETS.get(page.name, OTHER_TARGET))
    return True


def report(name: str, load: Load, stock: Load, target: float | None = None) -> None:
    ratio = load.rate / stock.rate
    aim = "" if target is None else f"  target {target:.0f}x: {verdict(ratio >= target)}"
    say(f"  {name:38}{load.rate:8.1f}/s  {load.median_wait:6.2f} s a run  {ratio:6.1f}x{aim}")


def environment(store: Path) -> dict[str, str]:
    return {"DATABASE_URL": f"sqlite:///{store}"}


def compare_drawing(scripts: dict[str, Path], store: Path, pages: list[PageFile]) -> None:
    """Seconds from navigation to everything drawn, one user, warm browser."""
    say("\nSeconds from navigation to everything drawn, in a warm browser:")
    with chromium() as browser:
        with serve(scripts["title"]) as server:
            title = seconds_of(browser, [("a title only", server.url)])["a title only"]
        say(f"  {'a title only':38}{title:8.2f} s")
        with serve(environment=environment(store)) as server:
            addresses = [(page.name, server.url + page.address) for page in pages]
            for name, seconds in seconds_of(browser, addresses).items():
                say(f"  {name:38}{seconds:8.2f} s  {seconds - title:+.2f} s")


def compare_sizes(store: Path, folder: Path, pages: list[PageFile]) -> None:
    """Server time of a page, alone on the server, with few respondents and with many."""
    waits = {}
    for wanted in (FEW, MANY):
        copy = folder / f"{wanted}.sqlite"
        shutil.copyfile(store, copy)
        number = resize(copy, wanted)
        with serve(environment=environment(copy)) as server:
            waits[number] = {
                page.name: measure(server.port, *place_of(page), users=1, seconds=SECONDS / 8).median_wait
                for page in pages
            }
    (few, fast), (many, slow) = waits.items()
    say(f"\nServer milliseconds of a page with {few:,} respondents in the store, and with {many:,}:")
    for name in fast:
        say(f"  {name:38}{fast[name] * 1000:8.1f}  {slow[name] * 1000:8.1f}")


def run() -> int:
    """Print the three comparisons; 1 when a board page could not be driven."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        scripts, store = write_stock(folder), folder / "demo.sqlite"
        say("Filling a store with the illustrative data ...")
        fill(store)
        pages = compare_load(scripts, store)
        compare_drawing(scripts, store, pages)
        compare_sizes(store, folder, pages)
    return 0 if pages == board_pages() else 1
