"""The reading process: a file on stdin, its cells as JSON on stdout. A crash here harms nothing else.

Run as `python -m etl.worker`. The first line on stdin says in JSON how to read: name, password, details
and the limits; the file's bytes follow. Only this process opens the parser.
"""

import csv
import datetime as dt
import gc
import io
import json
import re
import sys
from collections.abc import Iterable
from dataclasses import astuple
from typing import Any

from etl.details_ods import details_of_ods
from etl.details_xls import details_of_xls
from etl.details_xlsx import details_of_xlsx
from etl.faults import Fault, fault
from etl.guard import MEGABYTE, Limits, kind_of
from etl.guard_zip import check_zip
from etl.line_breaks import with_line_breaks
from etl.packed import pack
from etl.read_html import read_html
from etl.read_sav import read_sav
from etl.read_xml_2003 import read_xml_2003
from etl.refused import Refused
from etl.strays import without_blank_cells
from etl.text_table import read_text
from etl.unlock import is_encrypted, unlock
from etl.xls_records import errors_of_xls

CELL_ADDRESS = re.compile(r"([A-Z]+)(\d+)")


def limit_memory(megabytes: int) -> None:
    """Cap this process's memory where the system can; Windows can't, and there the time limit stands."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGABYTE, megabytes * MEGABYTE))


def read_file(name: str, content: bytes, limits: Limits, details: bool = False, password: str = "") -> dict[str, Any]:
    """{"sheets": [{name, hidden, rows or packed, detail}], "faults": [fields of a Fault]}, ready for JSON."""
    try:
        if is_encrypted(content):
            content = unlock(content, password)
        sheets, faults = _sheets(name, content, limits, details, password)
    except Refused as refused:
        sheets, faults = [], [refused.fault]
    return {"sheets": sheets, "faults": [astuple(each) for each in faults]}


def _sheets(name: str, content: bytes, limits: Limits, details: bool, password: str) -> tuple[list[dict], list[Fault]]:
    kind = kind_of(content)
    if kind == "sav":
        return [read_sav(content, limits, name)], []
    if kind == "text":
        return _text(name, content, limits)
    if kind in ("html", "xml"):
        return read_html(name, content, limits) if kind == "html" else read_xml_2003(content, limits), []
    return _workbook(content, limits, details, password)


def _text(name: str, content: bytes, limits: Limits) -> tuple[list[dict], list[Fault]]:
    try:
        rows, guessed = read_text(content, limits, name)
    except csv.Error as error:
        raise Refused(fault("damaged_workbook", reason=f"as CSV, {error}")) from error
    faults = [fault("encoding_guessed", encoding=guessed)] if guessed else []
    return [{"name": name, "hidden": False, "rows": rows}], faults


def _workbook(content: bytes, limits: Limits, details: bool, password: str) -> tuple[list[dict], list[Fault]]:
    from python_calamine import CalamineError, PasswordError, SheetTypeEnum, ZipError, load_workbook

    if kind_of(content) == "zip":
        content, faults, broken = _checked(content, limits)
        content = with_line_breaks(content)
    else:
        faults, broken = [], errors_of_xls(content)
    try:
        book = load_workbook(io.BytesIO(content))
        sheets = [
            _sheet(book, meta, broken.get(meta.name, {}))
            for meta in book.sheets_metadata
            if meta.typ == SheetTypeEnum.WorkSheet
        ]
    except PasswordError:
        if kind_of(content) == "zip":
            raise Refused(fault("password_protected")) from None
        return _workbook(unlock(content, password), limits, details, "")
    except (CalamineError, ZipError, OSError, ValueError) as error:
        reason = "its insides are not those of a spreadsheet"
        raise Refused(fault("damaged_workbook", reason=reason)) from error
    if details:
        faults += _add_details(content, book, sheets)
    return sheets, faults


def _checked(content: bytes, limits: Limits) -> tuple[bytes, list[Fault], dict[str, dict[str, str]]]:
    """The workbook and what its check found; where it reaches too far, without the cells that only hold a format."""
    try:
        return content, *check_zip(content, limits)
    except Refused as refused:
        if refused.fault.code != "sheet_too_large":
            raise
    bare = without_blank_cells(content)
    return bare, *check_zip(bare, limits)


def _sheet(book: Any, meta: Any, broken: dict[str, str]) -> dict:
    from python_calamine import SheetVisibleEnum

    rows = _rows(book.get_sheet_by_name(meta.name), broken)
    return {"name": meta.name, "hidden": meta.visible != SheetVisibleEnum.Visible, "packed": pack(rows)}


def _rows(sheet: Any, broken: dict[str, str]) -> Iterable[list]:
    """The rows from A1 on, made as they are asked for; only where errors must be put in, all at once."""
    if not broken and sheet.start == (0, 0):
        return sheet.iter_rows()
    rows = sheet.to_python(skip_empty_area=False)
    for place, text in broken.items():
        _put(rows, place, text)
    return rows


def _put(rows: list[list], place: str, text: str) -> None:
    found = CELL_ADDRESS.fullmatch(place)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    if row <= len(rows) and column <= len(rows[row - 1]):
        rows[row - 1][column - 1] = text


def _add_details(content: bytes, book: Any, sheets: list[dict]) -> list[Fault]:
    """Add to each sheet what it says besides its values; the faults are of formulas without a value."""
    of_kind = details_of_xls
    if kind_of(content) == "zip":
        of_kind = details_of_ods if b"opendocument.spreadsheet" in content[:200] else details_of_xlsx
    found = of_kind(content)
    faults = []
    for sheet in sheets:
        detail = found.get(sheet["name"], {})
        if "merges" not in detail:
            ranges = book.get_sheet_by_name(sheet["name"]).merged_cell_ranges or []
            detail["merges"] = [(*first, *last) for first, last in ranges]
        uncached = detail.pop("uncached", [])
        if uncached:
            cells = len(uncached)
            faults.append(fault("formulas_without_values", sheet["name"], uncached[0], cells=cells))
        sheet["detail"] = detail
    return faults


def encode(value: Any) -> dict[str, str]:
    """A date, a moment or a time of day as JSON: {"@": kind, "v": ISO text}."""
    if isinstance(value, dt.timedelta):
        return {"@": "text", "v": str(value)}
    return {"@": type(value).__name__, "v": value.isoformat()}


def main() -> None:
    how = json.loads(sys.stdin.buffer.readline())
    limit_memory(how["memory_mb"])
    limits = Limits(unpacked_mb=how["unpacked_mb"], memory_mb=how["memory_mb"], cells=how["cells"])
    content = sys.stdin.buffer.read()
    try:
        answer = json.dumps(read_file(how["name"], content, limits, how["details"], how["password"]), default=encode)
    except MemoryError:
        answer = json.dumps({"memory": how["memory_mb"]})
    sys.stdout.buffer.write(answer.encode())


if __name__ == "__main__":
    gc.disable()  # millions of cells hold nothing that goes in circles
    main()
