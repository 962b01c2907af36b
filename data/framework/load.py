"""Reads `data/framework.yaml`. What is wrong is said by entry, field, value and rule."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from data.framework.check import SINGULAR, Problem
from data.framework.models import Framework

DEFAULT = Path(__file__).resolve().parent.parent / "framework.yaml"


class FrameworkError(ValueError):
    """The framework cannot be used. The message has one line for each thing wrong."""


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Safe, fast where the C library is there, and no field of an entry may stand twice."""

    def construct_mapping(self, node, deep=False):
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the field {key.value!r} stands twice in one entry", key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def load_framework(path: str | Path | None = None) -> Framework:
    """The framework in `path`, by default the one of this project.

    Raises FrameworkError when the file is missing, is not YAML, or breaks a rule.
    """
    file = Path(path) if path else DEFAULT
    try:
        return _load(file, file.stat().st_mtime_ns)
    except OSError as error:
        raise FrameworkError(f"{file}: the framework cannot be read: {error.strerror}") from error


@lru_cache(maxsize=8)
def _load(file: Path, changed: int) -> Framework:
    """`changed` is the file's time of change: it makes an edited file be read again."""
    try:
        raw = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.YAMLError as error:
        raise FrameworkError(f"{file.name}: not readable as YAML: {error}") from error
    return parse_framework(raw, file.name)


def parse_framework(raw: Any, name: str = "framework") -> Framework:
    """A framework from plain data, as read from YAML or frozen in a publication."""
    if not isinstance(raw, dict):
        raise FrameworkError(f"{name}: a framework is a mapping of collections; this is {type(raw).__name__}")
    try:
        return Framework.model_validate(raw)
    except ValidationError as error:
        lines = [line for detail in error.errors() for line in _told(detail, raw)]
        raise FrameworkError(f"{name}: {len(lines)} wrong\n" + "\n".join(lines)) from error


def _told(detail: Any, raw: dict) -> list[str]:
    """One of pydantic's errors in the framework's words. Misfits between entries come ready-made."""
    place, rule = detail["loc"], detail["msg"].removeprefix("Value error, ")
    if not place:
        return rule.splitlines()
    if detail["type"] == "missing":
        return [str(Problem(_entry(place, raw), _field(place), None, "is required and is not there"))]
    if detail["type"] == "extra_forbidden":
        return [str(Problem(_entry(place, raw), _field(place), detail["input"], "is no field of this entry"))]
    return [str(Problem(_entry(place, raw), _field(place), _shown(detail["input"]), rule))]


def _entry(place: tuple, raw: dict) -> str:
    """"indicator I16" for ("indicators", 15, "target", "due")."""
    collection = str(place[0])
    if collection not in SINGULAR or len(place) < 2 or not isinstance(place[1], int):
        return collection if collection in raw else "framework"
    entry = raw[collection][place[1]]
    key = entry.get("id") or entry.get("code") if isinstance(entry, dict) else None
    return f"{SINGULAR[collection]} {key or f'number {place[1] + 1}'}"


def _field(place: tuple) -> str:
    inside = place[2:] if len(place) > 1 and isinstance(place[1], int) else place[1:] or place
    return ".".join(str(part) for part in inside) or "entry"


def _shown(value: Any) -> Any:
    """A whole entry is too long to print: its id, name or kind stands for it."""
    if not isinstance(value, dict):
        return value
    return next((value[key] for key in ("id", "code", "kind", "label") if key in value), "a mapping")
