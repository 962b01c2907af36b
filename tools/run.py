"""Start the dashboard: bring the store up to date, fill it the first time, serve it on loopback.

    python tools/run.py        (PORT=8600 for another port, DATABASE_URL for another store)
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from data import reads  # noqa: E402  the project's folder must be on the path first
from data.framework.load import FrameworkError  # noqa: E402
from data.settings import SettingError  # noqa: E402
from data.store import open_store  # noqa: E402
from etl.standing import standing  # noqa: E402
from tools.serving import HOST, be_first_visitor, is_taken, streamlit_command, wait_until_healthy  # noqa: E402


def say(sentence: str) -> None:
    print(sentence, flush=True)


def fill_if_empty(store) -> None:
    """Load and publish the illustrative data, unless something has been published already."""
    with store.read() as connection:
        if reads.latest_publication(connection) is not None:
            return
    from etl.demo import load_samples  # late: the second start needs none of it

    began = time.monotonic()
    say("The store is empty. Loading the illustrative spreadsheets (once only):")
    number = load_samples(store, progress=lambda sentence: say(f"  {sentence}"))
    say(f"Publication {number} is ready after {time.monotonic() - began:.0f} seconds.")


def serve(port: int) -> int:
    """Run Streamlit until it is stopped; return its exit code."""
    process = subprocess.Popen(streamlit_command(ROOT / "app.py", port), cwd=ROOT)
    try:
        if wait_until_healthy(process, port):
            be_first_visitor(port)
            say(f"The dashboard is at http://{HOST}:{port} (stop it with Ctrl+C).")
        return process.wait()
    except KeyboardInterrupt:
        return process.wait()
    finally:
        process.terminate()


def main() -> int:
    port = int(os.environ.get("PORT", "8501"))
    if is_taken(port):
        say(f"Port {port} is in use, perhaps by a dashboard already started. PORT={port + 1} takes another.")
        return 1
    try:
        store = open_store()
        fill_if_empty(store)
        say(standing(store))
    except (SettingError, FrameworkError) as error:
        say(f"The dashboard can't start: {error}")
        return 2
    store.close()
    return serve(port)


if __name__ == "__main__":
    sys.exit(main())
