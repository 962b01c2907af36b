"""What an ods says of a sheet besides its values: merged cells, hidden rows and columns, percentages, indents."""

import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree

from etl.workbook import address

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
MARGIN = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}margin-left"
TELLING = re.compile(
    rb'number-(?:columns|rows)-spanned="(?:[2-9]|\d\d)|visibility="(?:collapse|filter)"|value-type="percentage"|'
    rb'margin-left="(?!0(?:\.0*)?[a-z"])'
)
LENGTH = re.compile(r"(\d*\.?\d+)(cm|mm|in|pt|pc)")
# A space is 3.3 points wide.
SPACE = {"pt": 1 / 3.3, "in": 72 / 3.3, "cm": 28.35 / 3.3, "mm": 2.835 / 3.3, "pc": 12 / 3.3}
LARGEST = 150_000_000  # bytes of XML
MOST_REPEATS = 20_000  # rows or columns styled to the end of the sheet hold nothing


def details_of_ods(content: bytes) -> dict[str, dict[str, Any]]:
    """{sheet: {"merges", "hidden_rows", "hidden_columns", "formats", "indents"}}; empty without any of these."""
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
    margins: dict[str, int] = {}
    row = column = 0
    for event, node in ElementTree.iterparse(io.BytesIO(part), ("start", "end")):
        if event == "start" and node.tag == f"{TABLE}table":
            sheet = {"merges": [], "hidden_rows": [], "hidden_columns": [], "formats": {}, "indents": {}}
            found[node.get(f"{TABLE}name", "")] = sheet
            row = column = 0
        elif event == "end" and node.tag == f"{TABLE}table-column":
            column = _spread(node, column, "columns", sheet["hidden_columns"])
        elif event == "end" and node.tag == f"{TABLE}table-row":
            _cells(node, row, sheet, margins)
            row = _spread(node, row, "rows", sheet["hidden_rows"])
            node.clear()
        elif event == "end" and node.tag == f"{STYLE}style":
            margins |= _margin(node)
    return found


def _margin(style: ElementTree.Element) -> dict[str, int]:
    """{name of the style: how many spaces further in it sets a cell}; empty where it doesn't."""
    paragraph = style.find(f"{STYLE}paragraph-properties")
    found = LENGTH.fullmatch(paragraph.get(MARGIN, "")) if paragraph is not None else None
    spaces = round(float(found[1]) * SPACE[found[2]]) if found else 0
    return {style.get(f"{STYLE}name", ""): spaces} if spaces else {}


def _spread(node: ElementTree.Element, at: int, what: str, hidden: list[int]) -> int:
    times = int(node.get(f"{TABLE}number-{what}-repeated", 1))
    if node.get(f"{TABLE}visibility") in ("collapse", "filter") and times < MOST_REPEATS:
        hidden.extend(range(at, at + times))
    return at + times


def _cells(node: ElementTree.Element, row: int, sheet: dict[str, Any], margins: dict[str, int]) -> None:
    column = 0
    for cell in node:
        wide = int(cell.get(f"{TABLE}number-columns-spanned", 1))
        high = int(cell.get(f"{TABLE}number-rows-spanned", 1))
        if wide > 1 or high > 1:
            sheet["merges"].append((row, column, row + high - 1, column + wide - 1))
        times = int(cell.get(f"{TABLE}number-columns-repeated", 1))
        if cell.get(f"{OFFICE}value-type") == "percentage":
            shown = _percentage("".join(cell.itertext()))
            sheet["formats"] |= {address(row, each): shown for each in range(column, column + min(times, 300))}
        if spaces := margins.get(cell.get(f"{TABLE}style-name", "")):
            sheet["indents"] |= {address(row, each): spaces for each in range(column, column + min(times, 10))}
        column += times


def _percentage(said: str) -> str:
    """The number format of a percentage that is shown so: "74.8%" is 0.0%."""
    decimals = len(said.strip().rstrip("% ").partition(".")[2])
    return f"0.{'0' * decimals}%" if decimals else "0%"
