"""Take a picture of every page, wide and narrow, light and dark.

    python tools/screenshots.py [FOLDER] [--page NAME ...] [--all]

Without --all only the pictures that the README shows are taken, into docs/pictures; with it all four
of each page. The store is DATABASE_URL's if something is published there, else a fresh one.
"""

import argparse
import contextlib
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from data import reads  # noqa: E402  the project's folder must be on the path first
from data.store import open_store  # noqa: E402
from etl.demo import load_samples  # noqa: E402
from tools.driving import chromium, open_page  # noqa: E402
from tools.page_list import page_files  # noqa: E402
from tools.serving import serve  # noqa: E402

WIDTHS = (1440, 390)
THEMES = ("light", "dark")
SHOWN = ("overview", "demand", "upload")  # the pages pictured in the README
# Streamlit scrolls inside the page: the window is made as tall as what is in it
HEIGHT = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return Math.ceil(main.scrollHeight + main.getBoundingClientRect().top) + 8;
}"""


@contextlib.contextmanager
def filled_store() -> Iterator[str]:
    """The address of a store with a publication: the usual one, or a fresh one with the samples."""
    store = open_store()
    with store.read() as connection:
        filled = reads.latest_publication(connection) is not None
    store.close()
    if filled:
        yield store.url.render_as_string(hide_password=False)
        return
    with tempfile.TemporaryDirectory() as folder:
        fresh = open_store(f"sqlite:///{folder}/pictures.sqlite")
        load_samples(fresh)
        fresh.close()
        yield f"sqlite:///{folder}/pictures.sqlite"


def picture(browser, address: str, width: int, theme: str, path: Path) -> None:
    """Write one whole page as a PNG."""
    context = browser.new_context(color_scheme=theme, viewport={"width": width, "height": 1000})
    page = open_page(context.new_page(), address)
    page.set_viewport_size({"width": width, "height": min(max(page.evaluate(HEIGHT), 700), 6000)})
    page.wait_for_timeout(700)  # charts draw themselves again at their new size
    page.screenshot(path=path)
    context.close()


def main() -> int:
    parser = argparse.ArgumentParser(description="Take pictures of the pages.")
    parser.add_argument("folder", nargs="?", default=str(ROOT / "docs" / "pictures"))
    parser.add_argument("--page", nargs="*", default=[], help="only these pages, by name")
    parser.add_argument("--all", action="store_true", help="every page, both widths, both themes")
    chosen = parser.parse_args()
    folder = Path(chosen.folder)
    folder.mkdir(parents=True, exist_ok=True)
    every = chosen.all or bool(chosen.page)
    pages = [page for page in page_files() if page.name in (chosen.page or SHOWN) or chosen.all]
    shots = product(pages, WIDTHS if every else WIDTHS[:1], THEMES if every else THEMES[:1])
    with filled_store() as store, serve(environment={"DATABASE_URL": store}) as server, chromium() as browser:
        for page, width, theme in shots:
            path = folder / (f"{page.name}-{width}-{theme}.png" if every else f"{page.name}.png")
            picture(browser, server.url + page.address, width, theme, path)
            print(path, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
