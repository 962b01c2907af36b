"""Make the environment: find a Python, create the folder, install the pinned packages.

Standard library only, and written so that an older Python can run it far enough to find a newer
one. Packages are installed again only when the pins, or the Python, have changed: a stamp in the
environment's folder remembers what it was made from.

    python tools/environment.py [--dev] [--folder .venv] [--python python3.12]
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
CANDIDATES = ("python3.12", "python3.11", "python3.13", "python3", "python", "py")


class EnvironmentFailure(Exception):
    """The environment cannot be made; the message says what to do about it."""


def version_of(command):
    """The (major, minor) of a Python command, or None when it doesn't run."""
    code = "import sys; print(*sys.version_info[:2])"
    try:
        done = subprocess.run([command, "-c", code], capture_output=True, text=True, timeout=30)
        return tuple(int(part) for part in done.stdout.split()) if done.returncode == 0 else None
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None


def from_pyenv(name):
    """Where pyenv keeps the Python of that name, though it isn't the one switched on; else the name."""
    kept = Path(os.environ.get("PYENV_ROOT", str(Path.home() / ".pyenv"))) / "versions"
    found = sorted(kept.glob(name.replace("python", "") + ".*/bin/" + name))
    return str(found[-1]) if found else name


def find_python(asked=""):
    """A command that is Python 3.11 or newer: the one asked for, this one, or the first found."""
    wanted = "Python {}.{} or newer".format(*OLDEST)
    if asked:
        asked = asked if version_of(asked) else from_pyenv(asked)
        version = version_of(asked)
        if version is None:
            raise EnvironmentFailure("'{}' doesn't run here; {} is needed.".format(asked, wanted))
        if version < OLDEST:
            raise EnvironmentFailure("'{}' is Python {}.{}; {} is needed.".format(asked, *version, wanted))
        return asked
    if sys.version_info[:2] >= OLDEST:
        return sys.executable
    for command in CANDIDATES:
        if shutil.which(command) and (version_of(command) or (0, 0)) >= OLDEST:
            return command
    raise EnvironmentFailure(
        "No {} was found. Install one (from python.org, or your system's packages), "
        "then run this again.".format(wanted)
    )


def interpreter(folder):
    """The environment's own Python: Scripts/python.exe on Windows, bin/python elsewhere."""
    windows = folder / "Scripts" / "python.exe"
    return windows if os.name == "nt" else folder / "bin" / "python"


def stamp_of(python, files):
    """What an environment is made from: the Python's version and the pins, as one line."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return "{}.{} {}".format(*version_of(python), digest.hexdigest())


def create(python, folder):
    """Make the folder afresh with the venv module."""
    if folder.exists():
        shutil.rmtree(folder)
    print("Making the environment in {} ...".format(folder.name), flush=True)
    done = subprocess.run([python, "-m", "venv", str(folder)], capture_output=True, text=True)
    if done.returncode != 0:
        shutil.rmtree(folder, ignore_errors=True)
        raise EnvironmentFailure(
            "Python could not make an environment. On Debian or Ubuntu install the package python3-venv.\n"
            + (done.stderr or done.stdout).strip()
        )


def install(folder, files):
    """Install the pinned packages with the environment's own pip."""
    print("Installing the packages (about a minute, the first time only) ...", flush=True)
    command = [str(interpreter(folder)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for file in files:
        command += ["--requirement", str(file)]
    if subprocess.run(command).returncode != 0:
        raise EnvironmentFailure(
            "The packages could not be installed: pip's own message is above. Most often the network or a "
            "proxy is in the way; run the command again when it answers, nothing needs to be undone."
        )


def prepare(folder, dev, asked=""):
    """Bring the environment up to date; return its Python. Quick when nothing has changed."""
    files = [ROOT / "requirements.txt"] + ([ROOT / "requirements-dev.txt"] if dev else [])
    present = version_of(str(interpreter(folder)))
    if present and present >= OLDEST and not asked:
        python = str(interpreter(folder))
    else:
        python = find_python(asked)
        if present != version_of(python):
            create(python, folder)
    stamp, note = stamp_of(python, files), folder / ("installed-dev" if dev else "installed")
    if not note.exists() or note.read_text() != stamp:
        install(folder, files)
        note.write_text(stamp)
        if dev:  # what the tests need includes what the dashboard needs
            (folder / "installed").write_text(stamp_of(python, files[:1]))
    return interpreter(folder)


def main():
    parser = argparse.ArgumentParser(description="Make the environment this project runs in.")
    parser.add_argument("--dev", action="store_true", help="also install what the tests need")
    parser.add_argument("--folder", default=".venv", help="where the environment lives (default: .venv)")
    parser.add_argument("--python", default="", help="the Python to use, for instance python3.12")
    chosen = parser.parse_args()
    try:
        prepare(ROOT / chosen.folder, chosen.dev, chosen.python)
    except (EnvironmentFailure, OSError) as failure:
        print("Stopped: {}".format(failure), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
