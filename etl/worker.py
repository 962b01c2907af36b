"""The reading process: a file on stdin, its cells as JSON on stdout. A crash here harms nothing else.

Run as `python -m etl.worker NAME UNPACKED_MB MEMORY_MB CELLS`. Only this process opens the parser.
"""

import csv
import datetime as dt
import io
import json
import re
import sys
from dataclasses import astuple
from typing import Any

from etl.faults import Fault, fault
from etl.guard import MEGABYTE, Limits, kind_of
from etl.guard_zip import check_zip
from etl.refused import Refused
from etl.text_table import read_text

CELL_ADDRESS = re.compile(r"([A-Z]+)(\d+)")


def limit_memory(megabytes: int) -> None:
    """Cap this process's memory where the system can; Windows can't, and there the time limit stands."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGABYTE, megabytes * MEGABYTE))


def read_file(name: str, content: bytes, limits: Limits) -> dict[str, Any]:
    """{"sheets": [{name, hidden, rows}], "faults": [fields of a Fault]}, ready for JSON."""
    try:
        sheets, faults = _text(name, content, limits) if kind_of(content) == "text" else _workbook(content, limits)
    except Refused as refused:
        sheets, faults = [], [refused.fault]
    return {"sheets": sheets, "faults": [astuple(each) for each in faults]}


def _text(name: str, content: bytes, limits: Limits) -> tuple[list[dict], list[Fault]]:
    try:
        rows, guessed = read_text(content, limits, name)
    except csv.Error as error:
        raise Refused(fault("damaged_workbook", reason=f"as CSV, {error}")) from error
    faults = [fault("encoding_guessed", encoding=guessed)] if guessed else []
    return [{"name": name, "hidden": False, "rows": rows}], faults


def _workbook(content: bytes, limits: Limits) -> tuple[list[dict], list[Fault]]:
    from python_calamine import CalamineError, PasswordError, SheetTypeEnum, ZipError, load_workbook

    faults, broken = check_zip(content, limits) if kind_of(content) == "zip" else ([], {})
    try:
        book = load_workbook(io.BytesIO(content))
        return [
            _sheet(book, meta, broken.get(meta.name, {}))
            for meta in book.sheets_metadata
            if meta.typ == SheetTypeEnum.WorkSheet
        ], faults
    except PasswordError as error:
        raise Refused(fault("password_protected")) from error
    except (CalamineError, ZipError, OSError, ValueError) as error:
        reason = "its insides are not those of a spreadsheet"
        raise Refused(fault("damaged_workbook", reason=reason)) from error


def _sheet(book: Any, meta: Any, broken: dict[str, str]) -> dict:
    from python_calamine import SheetVisibleEnum

    rows = book.get_sheet_by_name(meta.name).to_python(skip_empty_area=False)
    for row in rows:
        for column, value in enumerate(row):
            if value == "":
                row[column] = None
            elif type(value) is str and "\x00" in value:  # an odd escape in its XML; no database keeps it
                row[column] = value.replace("\x00", "")
    for place, text in broken.items():
        _put(rows, place, text)
    return {"name": meta.name, "hidden": meta.visible != SheetVisibleEnum.Visible, "rows": rows}


def _put(rows: list[list], place: str, text: str) -> None:
    found = CELL_ADDRESS.fullmatch(place)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    if row <= len(rows) and column <= len(rows[row - 1]):
        rows[row - 1][column - 1] = text


def encode(value: Any) -> dict[str, str]:
    """A date, a moment or a time of day as JSON: {"@": kind, "v": ISO text}."""
    if isinstance(value, dt.timedelta):
        return {"@": "text", "v": str(value)}
    return {"@": type(value).__name__, "v": value.isoformat()}


def main() -> None:
    name, unpacked, memory, cells = sys.argv[1], *map(int, sys.argv[2:5])
    limit_memory(memory)
    limits = Limits(unpacked_mb=unpacked, memory_mb=memory, cells=cells)
    try:
        answer = json.dumps(read_file(name, sys.stdin.buffer.read(), limits), default=encode)
    except MemoryError:
        answer = json.dumps({"memory": memory})
    sys.stdout.buffer.write(answer.encode())


if __name__ == "__main__":
    main()
