"""An "XML Spreadsheet 2003", often named .xls: the one format of Excel's that is a single file of XML."""

import datetime as dt
import math
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring

from etl.faults import fault
from etl.guard import XML_2003, Limits
from etl.refused import Refused
from etl.workbook import Raw, letters

SS = "{" + XML_2003.decode() + "}"
ROWS = 1_048_576
HIDDEN = ("SheetHidden", "SheetVeryHidden")
DECLARED = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)


def read_xml_2003(content: bytes, limits: Limits) -> list[dict]:
    """[{name, hidden, rows, detail}] of every worksheet. Raises Refused for broken XML, entities and too many cells."""
    if DECLARED.search(content.replace(b"\x00", b"")):  # whatever the width of its letters
        raise Refused(fault("damaged_workbook", reason="it declares entities, which no spreadsheet does"))
    try:
        book = fromstring(content)
    except (ParseError, ValueError, LookupError) as error:
        raise Refused(fault("damaged_workbook", reason="its XML is broken")) from error
    return [_Sheet(each, limits).told() for each in book.iter(f"{SS}Worksheet")]


class _Sheet:
    def __init__(self, found: Element, limits: Limits):
        self.name = found.get(f"{SS}Name", "Sheet")
        self.limits = limits
        self.table = found.find(f"{SS}Table")
        self.hidden = any((each.text or "") in HIDDEN for each in found.iter() if each.tag.endswith("Visible"))
        self.rows: list[list[Raw]] = []
        self.merges: list[tuple[int, int, int, int]] = []
        self.hidden_rows: list[int] = []
        self.cells = 0

    def told(self) -> dict:
        parts = list(self.table) if self.table is not None else []
        columns = self._placed(parts, "Column", self.limits.columns)
        spans = [range(at, at + 1 + _whole(each, "Span", 0)) for at, each in columns if each.get(f"{SS}Hidden") == "1"]
        hidden = [at for span in spans for at in span[: self.limits.columns]]
        for at, row in self._placed(parts, "Row", ROWS):
            self._check(at + 1 - len(self.rows), 0)
            self.rows += [[] for _ in range(at + 1 - len(self.rows))]
            self.rows[at] = self._row(at, row)
            if row.get(f"{SS}Hidden") == "1":
                self.hidden_rows.append(at)
        detail = {"merges": self.merges, "hidden_rows": self.hidden_rows, "hidden_columns": hidden}
        return {"name": self.name, "hidden": self.hidden, "rows": self.rows, "detail": detail}

    def _placed(self, parts: list[Element], kind: str, most: int) -> Iterator[tuple[int, Element]]:
        """Each part with its place from 0: its own ss:Index, else the one after the last. None comes twice."""
        at = -1
        for each in parts:
            if each.tag == f"{SS}{kind}":
                last, at = at, _whole(each, "Index", at + 2) - 1
                if at <= last:
                    raise Refused(fault("damaged_workbook", reason="its rows or cells are out of order"))
                if at >= most:
                    self._check(0, at + 1)
                yield at, each
                at += _whole(each, "Span", 0) + (_whole(each, "MergeAcross", 0) if kind == "Cell" else 0)

    def _row(self, number: int, row: Element) -> list[Raw]:
        cells: list[Raw] = []
        for at, cell in self._placed(list(row), "Cell", self.limits.columns):
            self._check(at + 1 - len(cells), at + 1)
            cells += [None] * (at + 1 - len(cells))
            cells[at] = _value(cell.find(f"{SS}Data"))
            down, right = _whole(cell, "MergeDown", 0), _whole(cell, "MergeAcross", 0)
            if down or right:
                self.merges.append((number, at, number + down, at + right))
        return cells

    def _check(self, more: int, width: int) -> None:
        self.cells += max(0, more)
        if width > self.limits.columns or self.cells > self.limits.cells:
            place = f"{letters(max(width, 1) - 1)}{len(self.rows) + 1}"
            limit = self.limits.columns if width > self.limits.columns else self.limits.cells
            raise Refused(fault("sheet_too_large", self.name, place, cells=max(width, self.cells), limit=limit))


def _whole(found: Element, name: str, otherwise: int) -> int:
    text = found.get(f"{SS}{name}", "")
    return int(text) if text.isdecimal() and len(text) < 9 else otherwise


def _value(data: Element | None) -> Raw:
    if data is None:
        return None
    text = "".join(data.itertext())
    try:
        match data.get(f"{SS}Type"):
            case "Number":
                number = float(text)
                return number if math.isfinite(number) and "_" not in text else text
            case "DateTime":
                return dt.datetime.fromisoformat(text)
            case "Boolean":
                return text.strip() == "1"
    except ValueError:
        pass
    return text or None
