"""Reading a file: guards first, then the cells, in a process of its own with limits on time and memory."""

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path, PurePath
from threading import Thread

from data.settings import PROJECT, whole_number
from etl.faults import Fault, fault
from etl.guard import Limits, check_file, file_name
from etl.workbook import Detail, Raw, Sheet, Workbook

CRASHED = "the file is damaged, or needs more memory than is allowed"


def read_workbook(
    source: bytes | str | Path,
    name: str = "",
    limits: Limits | None = None,
    details: bool = False,
    password: str = "",
) -> Workbook:
    """Every sheet of a workbook or text file with raw values, or the fault that kept it from being read.

    `source` is the bytes or a path; `name` names the only sheet of a CSV. Values are text, numbers,
    booleans, dates and times as the file holds them; blank is None; nothing is converted. `details`
    adds merged cells, hidden rows and the like, which loading can do without; an SPSS file always has
    its labels. `password` opens an encrypted workbook and is kept nowhere. Never raises for what the
    file holds; OSError where a path can't be opened.
    """
    content = content_of(source)
    name = name or ("" if isinstance(source, bytes) else Path(source).name)
    limits = limits or limits_from_settings()
    faults = check_file(name, content, limits)
    return Workbook(faults=tuple(faults)) if faults else _read_apart(name, content, limits, details, password)


class Reading:
    """A file whose reading has begun, while this process does other things. `content` is what is read.

    OSError for a path that can't be opened. A reading nobody waits for keeps no process from ending.
    """

    def __init__(self, source: bytes | str | Path, name: str = "", details: bool = False) -> None:
        self.content = content_of(source)
        self.details = details
        self._name = name or ("" if isinstance(source, bytes) else Path(source).name)
        self._book: Future[Workbook] = Future()
        Thread(target=self._read, daemon=True).start()

    def book(self) -> Workbook:
        """What `read_workbook` gives, once it is there."""
        return self._book.result()

    def _read(self) -> None:
        try:
            self._book.set_result(read_workbook(self.content, self._name, details=self.details))
        except BaseException as error:  # raised again where it is waited for
            self._book.set_exception(error)


def content_of(source: bytes | str | Path | Reading) -> bytes:
    if isinstance(source, Reading):
        return source.content
    return source if isinstance(source, bytes) else Path(source).read_bytes()


def limits_from_settings() -> Limits:
    return Limits(
        file_mb=whole_number("UPLOAD_LIMIT_MB"),
        unpacked_mb=whole_number("UNPACKED_LIMIT_MB"),
        seconds=whole_number("READ_SECONDS"),
        memory_mb=whole_number("READ_MEMORY_MB"),
    )


def _read_apart(name: str, content: bytes, limits: Limits, details: bool, password: str) -> Workbook:
    how = {
        "name": PurePath(file_name(name)).stem or "file",
        "password": password,
        "details": details,
        "unpacked_mb": limits.unpacked_mb,
        "memory_mb": limits.memory_mb,
        "cells": limits.cells,
    }
    told = json.dumps(how).encode() + b"\n"  # on stdin: a command line can be read by others
    try:
        done = subprocess.run(
            [sys.executable, "-m", "etl.worker"],
            input=told + content,
            capture_output=True,
            timeout=limits.seconds,
            cwd=PROJECT,
        )
    except subprocess.TimeoutExpired:
        return Workbook(faults=(fault("reading_too_slow", seconds=limits.seconds),))
    if done.returncode != 0:
        return Workbook(faults=(fault("reading_failed", reason=CRASHED),))
    return _workbook(json.loads(done.stdout, object_hook=_decode))


def _workbook(answer: dict) -> Workbook:
    if "memory" in answer:
        reason = f"it needs more than {answer['memory']} MB of memory"
        return Workbook(faults=(fault("reading_failed", reason=reason),))
    sheets = tuple(
        Sheet(each["name"], each["hidden"], _rows(each), _detail(each.get("detail") or {}))
        for each in answer["sheets"]
    )
    return Workbook(sheets, tuple(Fault(*fields) for fields in answer["faults"]))


def _rows(sheet: dict) -> Sequence[list[Raw]]:
    from etl.columns import PackedRows  # late: reading begins before numpy is there, which is soon enough for its end

    return PackedRows(sheet["packed"]) if "packed" in sheet else sheet["rows"]


def _detail(found: dict) -> Detail:
    """JSON knows neither tuples nor whole numbers as keys."""
    by_column = {
        name: {int(column): value for column, value in found.get(name, {}).items()}
        for name in ("questions", "labels", "missing")
    }
    return Detail(
        tuple(tuple(each) for each in found.get("merges", ())),
        frozenset(found.get("hidden_rows", ())),
        frozenset(found.get("hidden_columns", ())),
        found.get("formats", {}),
        found.get("formulas", 0),
        found.get("lists", 0),
        by_column["questions"],
        by_column["labels"],
        {column: tuple(values) for column, values in by_column["missing"].items()},
        found.get("indents", {}),
        found.get("program", ""),
    )


def _decode(found: dict) -> object:
    kind = found.get("@")
    if kind is None:
        return found
    text = found["v"]
    if kind == "text":
        return text
    return {"date": dt.date, "datetime": dt.datetime, "time": dt.time}[kind].fromisoformat(text)
