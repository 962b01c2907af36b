"""Every setting the product reads from its surroundings, declared once; docs/settings.md is checked."""

import os
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


class SettingError(ValueError):
    """A setting has a value that can't be used. The message is for whoever set it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable: its name, the value used when it is not set, and what it is for."""

    name: str
    default: str
    help: str


SETTINGS = (
    Setting(
        "DATABASE_URL",
        "sqlite:///var/essex.sqlite",
        "Which store to use: sqlite:///path/to/file or postgresql://user@host/name. "
        "A relative SQLite path starts at the project folder.",
    ),
    Setting(
        "DATABASE_WAIT_SECONDS",
        "300",
        "How many seconds a writer waits for another writer to finish before giving up.",
    ),
    Setting(
        "UPLOAD_LIMIT_MB",
        "40",
        "The largest file that may be offered, in megabytes, on the page and by command.",
    ),
    Setting(
        "UNPACKED_LIMIT_MB",
        "400",
        "The most a workbook may unpack to, in megabytes: larger ones are refused before they are read.",
    ),
    Setting(
        "READ_SECONDS",
        "60",
        "How long reading one file may take, in a process of its own.",
    ),
    Setting(
        "READ_MEMORY_MB",
        "1500",
        "How much memory reading one file may take, in megabytes. Not enforced on Windows.",
    ),
    Setting(
        "KEEP_FILES",
        "yes",
        "Whether files received are kept (yes or no). One that held personal data is only kept as a copy without it. "
        "The hash of what was received always stays.",
    ),
    Setting(
        "RAW_ROWS_MONTHS",
        "0",
        "How many months after its fieldwork python -m etl purge removes a survey wave's raw rows. "
        "0: none, unless it is told.",
    ),
)


def setting(name: str) -> str:
    """The value of a declared setting: the environment's if set and not empty, else its default.

    Raises KeyError for a name that is not declared in SETTINGS.
    """
    declared = {each.name: each for each in SETTINGS}
    if name not in declared:
        raise KeyError(f"{name!r} is not a declared setting; declare it in data/settings.py")
    return os.environ.get(name) or declared[name].default


def whole_number(name: str) -> int:
    """A declared setting as a whole number of at least 0; SettingError names the setting and its value."""
    text = setting(name)
    if not text.isdecimal():
        raise SettingError(f"{name}={text!r} is not a whole number; set it to one such as 30, or unset it")
    return int(text)


def yes_no(name: str) -> bool:
    """A declared setting that is yes or no; SettingError names the setting and its value."""
    text = setting(name).lower()
    if text not in ("yes", "no"):
        raise SettingError(f"{name}={text!r} is neither yes nor no; set it to one of them, or unset it")
    return text == "yes"
