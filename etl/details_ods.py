"""What an ods says of a sheet besides its values: merged cells and hidden rows and columns."""

import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TELLING = re.compile(rb'number-(?:columns|rows)-spanned="(?:[2-9]|\d\d)|visibility="(?:collapse|filter)"')
LARGEST = 150_000_000  # bytes of XML
MOST_REPEATS = 20_000  # rows or columns styled to the end of the sheet hold nothing


def details_of_ods(content: bytes) -> dict[str, dict[str, Any]]:
    """{sheet: {"merges", "hidden_rows", "hidden_columns"}}; empty where nothing is merged or hidden."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if archive.getinfo("content.xml").file_size > LARGEST:
                return {}
            part = archive.read("content.xml")
        if not TELLING.search(part):
            return {}
        return _walk(part)
    except (KeyError, ValueError, ElementTree.ParseError, zipfile.BadZipFile, OSError):
        return {}


def _walk(part: bytes) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    sheet: dict[str, Any] = {}
    row = column = 0
    for event, node in ElementTree.iterparse(io.BytesIO(part), ("start", "end")):
        if event == "start" and node.tag == f"{TABLE}table":
            sheet = found[node.get(f"{TABLE}name", "")] = {"merges": [], "hidden_rows": [], "hidden_columns": []}
            row = column = 0
        elif event == "end" and node.tag == f"{TABLE}table-column":
            column = _spread(node, column, "columns", sheet["hidden_columns"])
        elif event == "end" and node.tag == f"{TABLE}table-row":
            _merges(node, row, sheet["merges"])
            row = _spread(node, row, "rows", sheet["hidden_rows"])
            node.clear()
    return found


def _spread(node: ElementTree.Element, at: int, what: str, hidden: list[int]) -> int:
    times = int(node.get(f"{TABLE}number-{what}-repeated", 1))
    if node.get(f"{TABLE}visibility") in ("collapse", "filter") and times < MOST_REPEATS:
        hidden.extend(range(at, at + times))
    return at + times


def _merges(node: ElementTree.Element, row: int, merges: list[tuple[int, int, int, int]]) -> None:
    column = 0
    for cell in node:
        wide = int(cell.get(f"{TABLE}number-columns-spanned", 1))
        high = int(cell.get(f"{TABLE}number-rows-spanned", 1))
        if wide > 1 or high > 1:
            merges.append((row, column, row + high - 1, column + wide - 1))
        column += int(cell.get(f"{TABLE}number-columns-repeated", 1))
