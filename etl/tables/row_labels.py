"""What the labels of a row say: its area, its period, its other dimensions, its own measure and unit."""

import re
from functools import lru_cache
from typing import NamedTuple

from etl.area_names import NOT_OF_COUNCILS, OF_FORCES, code_meant, code_of_name, without_notes
from etl.areas import OLD_ONS, code_kind, depth, is_gss, is_region_name, is_total_name, is_whole
from etl.convert import as_text
from etl.tables.cells import MARK, kind_of_cell
from etl.tables.one_place import is_area
from etl.tables.times import Habits, academic, row_period, text_of, within
from etl.tables.types import Column, Table
from etl.tables.years_above import bare, said_of
from metrics.types import Period

UNITS_OF_ROWS = re.compile(
    r"value[ _]type|units?(?: of (?:measure(?:ment)?|value))?|measure(?:ment)? units?|unit type|uom|metric type", re.I
)
KINDS_OF_ROWS = re.compile(r"(?:measures?|statistic)(?:[ _](?:name|type))?|value[ _]type", re.I)
MEASURES_OF_ROWS = re.compile(
    r"measures?(?: name)?|indicators?(?: name| title| description)?|metrics?(?: name)?|kpi|pi|"
    r"performance (?:indicator|measure)|statistic|variable|data item|line item",
    re.I,
)
SHARES = re.compile(r"(?:per ?cent(?:age)?s?|percentages?|%)(?: of .{1,80})?\s?:?", re.I)  # a heading of rows
CODE_IN_NAME = re.compile(
    r"([EWSNKJL]\d{8})\s*[:|–-]?\s+(\S.*)$|(\S.*?)\s*[(\[|–-]\s*([EWSNKJL]\d{8})\s*[)\]]?$"
)  # "E07000066 : Basildon", "Basildon (E07000066)"
OF_A_TYPE = re.compile(r"^[a-z]{2,12}\d{0,4}:\s?(?=[A-Z])")  # "ualad09:Basildon": of which kind, then its name
NOTE_MARK = re.compile(r"\s*\[(?:note|footnote|notes|fn)s?\s*\d+[^\]]*\]|(?<=\w)[¹²³⁴⁵⁶⁷⁸⁹⁰]+$", re.I)
WORDS = re.compile(r"[a-z]{3,}.* |[a-z]{4,}")


class RowLabels(NamedTuple):
    """`fields` of a LongRow: period, area_code, area_name, dimensions. `measure` what the row says it counts under
    "Indicator" and the like, `unit` in what; `month` its bare month or quarter, whose year stands elsewhere."""

    fields: dict
    measure: str
    unit: str
    month: str


class Naming(NamedTuple):
    """The dimensions that say what a row counts and in what, and the only column of times; None where there is none.
    `kinds`: those that may say that it is a percentage."""

    measure: str | None
    unit: str | None
    time: Column | None
    kinds: tuple[str, ...] = ()


def naming_of(table: Table) -> Naming:
    names = [column.name for column in table.of_role("dimension")]
    times = table.of_role("period")
    return Naming(
        next(filter(MEASURES_OF_ROWS.fullmatch, names), None),
        next(filter(UNITS_OF_ROWS.fullmatch, names), None),
        times[0] if len(times) == 1 else None,
        tuple(filter(KINDS_OF_ROWS.fullmatch, names)),
    )


def labels_of(table: Table, row: int, written: Habits, naming: Naming) -> RowLabels:
    fields = _fields(table, row, written)
    said = fields["dimensions"]
    label = table.cell(row, naming.time) if naming.time else None
    month = bare(label) if isinstance(label, str) else ""
    told = (*said.get("section", "").split(" | "), *(said.get(name, "") for name in naming.kinds))
    unit = "%" if any(map(SHARES.fullmatch, told)) else said.get(naming.unit, "")
    return RowLabels(fields, said.get(naming.measure, ""), unit, month)


@lru_cache(maxsize=50_000)
def _without_marks(text: str) -> str:
    return NOTE_MARK.sub("", text) or text


def _fields(table: Table, row: int, written: Habits) -> dict:
    said = {"period": "", "area_code": "", "area_name": "", "dimensions": {}}
    for column in table.columns:
        raw = table.cell(row, column)
        if column.role in ("area_code", "area_name"):
            unsaid = raw is None or (column.role == "area_code" and kind_of_cell(raw) == MARK)
            said[column.role] = "" if unsaid else OF_A_TYPE.sub("", without_notes(as_text(raw)))
            if code := CODE_IN_NAME.match(said[column.role]):
                said |= {"area_code": code[1] or code[4], "area_name": code[2] or code[3]}
        elif column.role in ("dimension", "note") and raw is not None:
            said["dimensions"][column.name or f"column {column.letters}"] = _without_marks(as_text(raw))
    if OLD_ONS.fullmatch(said["area_code"].strip()):
        said["area_code"] = code_of_name(said["area_code"]) or said["area_code"]
    if not said["area_name"] and _is_label(said["area_code"]):
        said["area_name"], said["area_code"] = said["area_code"], ""
    if row in table.sections:
        said["dimensions"]["section"] = table.sections[row]
    times = [(column, raw) for column in table.of_role("period") if (raw := table.cell(row, column)) is not None]
    times = [(column, raw) for column, raw in times if not is_total_name(raw)]
    times = said_of(row, times, table.years)
    period = academic(row_period(times, written), list(said["dimensions"].values())) if times else table.period
    if period is None and len(times) == 1:
        period = within(table.period, as_text(times[0][1]))
    said["period"] = text_of(period, times)
    said["area_name"] = said["area_name"] or _name_of_row(table, row)
    if not said["area_code"]:
        said["area_code"] = _code_of_row(table, row, said["area_name"], period)
    return said


def _name_of_row(table: Table, row: int) -> str:
    """The name of a row whose own is blank: of its county or region, in the nearest column before it."""
    own = next(iter(table.of_role("area_name")), None)
    before = [column for column in table.of_role("dimension") if own and column.index < own.index]
    texts = (table.cell(row, column) for column in reversed(before))
    return next((name for text in texts if isinstance(text, str) and is_area(name := without_notes(text))), "")


def _is_label(text: str) -> bool:
    """Whether a text among the codes of areas is a name or a label instead."""
    return bool(WORDS.search(text)) or is_whole(text) or is_region_name(text)


def _code_of_row(table: Table, row: int, name: str, period: Period | None) -> str:
    """The code of a row that has none: the deepest in other columns, else that of its area's name."""
    others = [column for column in table.of_role("dimension") if column.name.lower().endswith("code")]
    codes = [code for column in others if is_gss(code := table.cell(row, column))]
    if codes:
        return max(codes, key=lambda code: depth(code_kind(code))).strip()
    named = next(iter(table.of_role("area_name")), None)
    if named is None:
        return code_of_name(name) if is_whole(name) else ""
    if NOT_OF_COUNCILS.search(named.name) and not is_whole(name):
        return ""
    if OF_FORCES.search(table.title) and not (is_whole(name) or is_region_name(name)):
        return ""
    return code_meant(name, period.start if period else None)
