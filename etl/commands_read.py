"""The shell commands that only look at a file: `inspect` says what it is, `extract` writes its long table."""

import argparse
import csv
import getpass
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from data.cells import safe_cell
from data.framework import load_framework
from etl.codes import codebook
from etl.described import described
from etl.faults import errors
from etl.markers import read_cell
from etl.read import read_workbook
from etl.recognise import Piece, Understood, understand
from etl.redact_long import without_personal_data
from etl.tables import LongRow
from metrics.words import many

DONE, FAULTS = 0, 1
FIRST = ("table", "sheet", "cell", "period", "area_code", "area_name", "measure", "unit")
LAST = ("row_total", "column_total", "value", "absence", "mark", "raw")


class NoFile(Exception):
    """There is no file of that name."""


def inspect(options: argparse.Namespace) -> int:
    """Print what the file is: its tables or surveys, with the reasons."""
    found = _understood(options)
    answer = described(found, Path(options.file).name)
    if options.json:
        print(json.dumps(answer, ensure_ascii=False, indent=2, default=str))
    else:
        print("\n".join(_lines(answer)))
    return FAULTS if errors(found.faults) else DONE


def extract(options: argparse.Namespace) -> int:
    """Write the long table, one row a value. Without --table: of every table that holds data."""
    found = _understood(options)
    if errors(found.faults):
        for each in found.faults:
            print(f"{each.severity}: {each.message} {each.mend}", file=sys.stderr)
        return FAULTS
    pieces = [piece for piece in found.pieces if (piece.number == options.table if options.table else piece.data)]
    if not pieces:
        print(
            "no such table; see: python -m etl inspect FILE" if options.table else "no table of data found",
            file=sys.stderr,
        )
        return FAULTS
    with _out(options.out) as file:
        count = _write(pieces, file)
    print(f"{many(count, 'value')} of {many(len(pieces), 'table')}", file=sys.stderr)
    return DONE


def _understood(options: argparse.Namespace) -> Understood:
    file = Path(options.file)
    if not file.is_file():
        raise NoFile(f"no file {options.file!r}")
    password = getpass.getpass("Password of the workbook (it is kept nowhere): ") if options.password else ""
    book = read_workbook(file, file.name, details=True, password=password)
    return understand(book, file.name, codebook(load_framework()))


@contextmanager
def _out(path: str | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    with open(path, "w", encoding="utf-8", newline="") as file:
        yield file


def _write(pieces: list[Piece], file: TextIO) -> int:
    """Dimensions differ by table: their names are gathered first, so that memory holds one row at a time."""
    names: dict[str, None] = {}
    for piece in pieces:
        names |= dict.fromkeys(_dimension_names(piece))
    head = [*FIRST, *names, *LAST]
    writer = csv.DictWriter(file, head, restval="", extrasaction="ignore")
    writer.writeheader()
    count = 0
    for piece in pieces:
        for row in without_personal_data(piece):
            writer.writerow(_as_cells(row))
            count += 1
    return count


def _dimension_names(piece: Piece) -> list[str]:
    if piece.is_survey:
        return ["respondent_id", "weight", "partial", "question", "question_text", "item", "response"]
    table = piece.found
    named = [
        column.name or f"column {column.letters}" for column in table.columns if column.role in ("dimension", "note")
    ]
    return [_safe(name) for name in named] + (["section"] if table.sections else [])


def _safe(name: str) -> str:
    return f"{name} (dimension)" if name in (*FIRST, *LAST) else name


def _as_cells(row: LongRow) -> dict[str, Any]:
    fixed = {name: getattr(row, name) for name in (*FIRST, *LAST)}
    value = fixed["value"]
    fixed["value"] = "" if value is None else int(value) if value.is_integer() else value
    named = {_safe(name): text for name, text in row.dimensions.items()}
    return {name: _harmless(each) for name, each in {**named, **fixed}.items()}


def _harmless(each: Any) -> Any:
    """A number or a mark such as "-" is no formula and stays as the file has it."""
    return each if not isinstance(each, str) or len(each) < 2 or not read_cell(each).is_text else safe_cell(each)


def _lines(answer: dict[str, Any]) -> Iterator[str]:
    yield f"{answer['file']}: {many(len(answer['tables']), 'table')}" + (
        f", {answer['platform']}" if answer["platform"] else ""
    )
    for table in answer["tables"]:
        yield ""
        yield from _table_lines(table)
    for sheet, why in answer["other_sheets"].items():
        yield f"  not read: “{sheet}” ({why})"
    for each in answer["faults"]:
        yield f"{each['severity']}: {each['message']}"


def _over(measure: dict[str, Any]) -> str:
    """The period and the area that stand over one column, in brackets."""
    area = measure.get("area") or {}
    said = [measure.get("period", ""), area.get("area_name") or area.get("area_code", "")]
    return f" ({', '.join(filter(None, said))})" if any(said) else ""


def _table_lines(table: dict[str, Any]) -> Iterator[str]:
    yield f"{table['table']}. {table['sheet']} {table['range']}: {table['kind']}, {table['title']}".rstrip(", ") + (
        ", on a hidden sheet" if table["hidden"] else ""
    )
    yield (
        f"   header rows {', '.join(map(str, table['header_rows'])) or 'none'}; "
        f"{many(table['rows'], 'row')}, {len(table['totals'])} of them totals"
    )
    if table["period"]:
        yield f"   period {table['period']} ({table['period_from']})"
    if table["area_column"]:
        yield f"   areas in column {table['area_column']}"
    names = [f"{each['column']} {each['name'][:50]}{_over(each)}" for each in table["measures"]]
    yield f"   {many(len(names), 'measure')}: " + "; ".join(names[:6]) + (" …" if len(names) > 6 else "")
    if table["platform"]:
        yield f"   platform {table['platform']}; respondents in column {table['respondent_column'] or '-'}"
    dataset = table["proposed_dataset"] or "none"
    yield (
        f"   proposed dataset: {dataset} ({table['proposal']['reason']}; confidence {table['proposal']['confidence']})"
    )
    yield f"   because: {'; '.join(table['reasons'])} (confidence {table['confidence']})"
