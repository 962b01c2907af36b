"""A web page named .xls, as many systems export a table: what Excel makes of it, as one sheet."""

import re
from html.parser import HTMLParser

from etl.faults import fault
from etl.guard import Limits
from etl.refused import Refused
from etl.text_table import decode
from etl.workbook import Raw, letters

UNSEEN = ("style", "script", "title", "select", "noscript", "xml")
BLOCKS = ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "caption", "br", "hr", "body", "center", "form")
CELLS = ("body", "table", "tr", "td", "th")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", re.I)


def read_html(name: str, content: bytes, limits: Limits) -> list[dict]:
    """[{name, hidden, rows, detail}]: a row for each row of a table and for each text between tables.

    Cells are text with its white space closed up, a blank one None; a number that Excel wrote beside it is that
    number. Raises Refused where there are more cells or columns than the limits allow.
    """
    page = _Page(limits, name)
    try:
        page.feed(_without_loose_ends(decode(content)[0]))
        page.close()
    except AssertionError as error:  # a declaration that no page has
        raise Refused(fault("damaged_workbook", reason="its HTML is broken")) from error
    page.end_row()
    return [{"name": name, "hidden": False, "rows": page.rows, "detail": {"merges": page.merges}}]


def _without_loose_ends(text: str) -> str:
    """The page without comments, and without what follows the last tag that ends: looking for the end of each of many
    that have none takes the parser minutes. A comment that nobody ended goes on to the end of the page."""
    kept, at = [], 0
    while (begins := text.find("<!--", at)) >= 0:
        kept.append(text[at:begins])
        ends = text.find("-->", begins + 4)
        at = ends + 3 if ends >= 0 else len(text)
    kept.append(text[at:])
    whole = "".join(kept)
    last = whole.rfind(">")
    return whole[: last + 1] + whole[last + 1 :].replace("<", "&lt;")


class _Page(HTMLParser):
    """Rows of all tables one below the other. A table inside a cell goes on below, as Excel shows it."""

    def __init__(self, limits: Limits, name: str):
        super().__init__()
        self.rows: list[list[Raw]] = []
        self.merges: list[tuple[int, int, int, int]] = []
        self.limits, self.name = limits, name
        self._row: dict[int, Raw] | None = None
        self._end = 0  # the column after the last cell of the row
        self._held: dict[int, int] = {}  # column -> rows that a cell from above still covers
        self._cell: tuple[int, Raw] | None = None  # its column, and the number Excel wrote beside it
        self._text: list[str] = []
        self._unseen, self._cells = 0, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self._unseen += 1
        elif tag in CELLS:
            self._unseen = 0  # a title or a list that nobody closed ends here
        if tag in ("table", "tr"):
            self.end_row()
            self._held = {} if tag == "table" else self._held
            self._begin_row(tag == "tr")
        elif tag in ("td", "th"):
            self._begin_cell({key.lower(): value or "" for key, value in attrs})
        elif tag in BLOCKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag in ("tr", "table"):
            self.end_row()
        elif tag in BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._text.append(data)

    def end_row(self) -> None:
        """Put down the row begun, or the text since the last one."""
        if self._row is None:
            text = self._said()
            if text:
                self._put({0: text})
            return
        self._end_cell()
        self._said()
        self._put(self._row)
        self._row = None
        self._held = {column: rows - 1 for column, rows in self._held.items() if rows > 1}

    def _begin_row(self, begun: bool) -> None:
        self._row, self._end = {} if begun else None, 0

    def _begin_cell(self, attrs: dict[str, str]) -> None:
        self._end_cell()
        if self._row is None:
            self.end_row()
            self._begin_row(True)
        column = self._end
        while column in self._held:
            column += 1
        wide, high = _span(attrs.get("colspan"), self.limits.columns), _span(attrs.get("rowspan"), 65_534)
        self._check(column + wide)
        self._end = column + wide
        number = attrs.get("x:num", "")
        self._row |= dict.fromkeys(range(column, column + wide))
        if high > 1:
            self._held |= dict.fromkeys(range(column, column + wide), high)
        if wide > 1 or high > 1:
            at = len(self.rows)
            self.merges.append((at, column, at + high - 1, column + wide - 1))
        self._said()
        self._cell = (column, float(number) if NUMBER.fullmatch(number) else None)

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        column, number = self._cell
        text = self._said()
        self._row[column] = number if number is not None else text or None
        self._cell = None

    def _break(self) -> None:
        if self._row is None:
            self.end_row()
        else:
            self._text.append(" ")

    def _said(self) -> str:
        text = " ".join("".join(self._text).split())
        self._text.clear()
        return text

    def _put(self, cells: dict[int, Raw]) -> None:
        width = max(cells, default=-1) + 1
        self._check(width)
        self._cells += max(width, len(self._held)) + 1
        self.rows.append([cells.get(column) for column in range(width)])

    def _check(self, width: int) -> None:
        cells = self._cells + width
        if width > self.limits.columns or cells > self.limits.cells:
            place = f"{letters(max(width, 1) - 1)}{len(self.rows) + 1}"
            limit = self.limits.columns if width > self.limits.columns else self.limits.cells
            raise Refused(fault("sheet_too_large", self.name, place, cells=max(width, cells), limit=limit))


def _span(text: str | None, most: int) -> int:
    """How many cells a cell covers; a span beyond the end of a sheet is no span."""
    return int(text) if text and text.strip().isdecimal() and len(text) < 9 and 1 <= int(text) <= most else 1
