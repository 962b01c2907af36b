"""From a layout to records: every cell converted by its declared type, or a fault."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.codes import PROBLEMS, Codebook
from etl.convert import (
    Converted,
    Converter,
    absence_of,
    as_text,
    fold,
    is_error,
    to_code,
    to_date,
    to_integer,
    to_label,
    to_number,
    to_period,
    to_text,
    to_yes_no,
)
from etl.faults import Fault, fault
from etl.hints import did_you_mean
from etl.layout import Layout
from etl.records import Records
from etl.specs import ColumnSpec, DatasetSpec
from etl.workbook import Raw, letters

BY_TYPE: dict[str, Converter] = {
    "text": to_text,
    "code": to_code,
    "person": to_code,
    "integer": to_integer,
    "number": to_number,
    "date": to_date,
    "period": to_period,
    "yes_no": to_yes_no,
}
SHOWN_CHOICES = 12
HIDDEN = "(not shown)"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the sheet: how to convert it, and what to say where that fails."""

    name: str
    convert: Converter
    column: ColumnSpec
    accepted: tuple[str, ...] = ()


def read_rows(layout: Layout, spec: DatasetSpec, codes: Codebook) -> tuple[Records, list[Fault]]:
    """Every row below the header with anything in its used columns. Blank rows are passed over."""
    used = layout.used
    body = [
        (number, row)
        for number, row in layout.body
        if any(column < len(row) and absence_of(row[column]) is None for column in used)
    ]
    copies = len(layout.spread) or 1
    records = Records(spec, layout.sheet.name, [number for number, _ in body] * copies)
    if not body:
        return records, [fault("no_rows", layout.sheet.name)]
    faults: list[Fault] = []
    for name, raws in _raw_columns(layout, body, records):
        faults.extend(_convert(records, _field(name, spec, codes, layout), raws))
    return records, faults


def _raw_columns(
    layout: Layout, body: list[tuple[int, list[Raw]]], records: Records
) -> Iterator[tuple[str, list[Raw]]]:
    """(field, its raw cells); a sheet with a column for each label is read once for each of them."""
    copies = len(layout.spread) or 1
    for name, column in layout.columns.items():
        records.letters[name] = letters(column)
        yield name, _cells(body, column) * copies
    for name in dict.fromkeys(name for each in layout.spread for name in each.labels):
        yield name, [each.labels.get(name) for each in layout.spread for _ in body]
    for name in dict.fromkeys(name for each in layout.spread for name in each.columns):
        places = [each.columns.get(name) for each in layout.spread]
        records.letters[name] = ["" if column is None else letters(column) for column in places for _ in body]
        yield name, [cell for column in places for cell in _cells(body, column)]
    for name, constant in layout.mapping.constants.items():
        if name not in layout.columns and not any(name in each.labels for each in layout.spread):
            yield name, [constant] * len(records)


def _cells(body: list[tuple[int, list[Raw]]], column: int | None) -> list[Raw]:
    if column is None:
        return [None] * len(body)
    return [row[column] if column < len(row) else None for _, row in body]


def _field(name: str, spec: DatasetSpec, codes: Codebook, layout: Layout) -> Field:
    if name not in spec.names:
        accepted = codes.answers(name)
        labels = tuple(label.label for label in codes.questions[name].labels)
        column = ColumnSpec(name, name, "choice")
        return Field(name, _coded(to_label(accepted, "unknown_answer"), layout, name), column, labels)
    column = spec.column(name)
    if column.type in BY_TYPE:
        return Field(name, _coded(BY_TYPE[column.type], layout, name), column)
    problem = PROBLEMS.get(column.type, "unknown_choice")
    convert = to_label(codes.accepted(column), problem)
    return Field(name, _coded(convert, layout, name), column, codes.values(column))


def _coded(convert: Converter, layout: Layout, name: str) -> Converter:
    """The converter, after the mapping's own list of values for this field and before its factor."""
    mapped, times = layout.mapping.code_of(name), layout.mapping.times.get(name)
    if times:
        return lambda raw: _multiplied(convert(raw), times)
    if not mapped:
        return convert
    return lambda raw: convert(raw if raw is None else mapped.get(fold(raw), raw))


def _multiplied(found: Converted, times: float) -> Converted:
    return found if found.value is None else Converted(found.value * times)


def _keys(raws: Sequence[Raw]) -> Sequence[object]:
    """What each cell is converted by: columns repeat their values. 1, 1.0 and True stay apart."""
    types = set(map(type, raws)) - {type(None)}
    return raws if len(types) <= 1 else [(type(raw), raw) for raw in raws]


def _converted(convert: Converter, keys: Sequence[object], raws: Sequence[Raw]) -> dict[object, Converted]:
    """Each distinct cell converted, once."""
    cells = dict(zip(keys, raws, strict=True))
    return {key: Converted(problem="error_cell") if is_error(raw) else convert(raw) for key, raw in cells.items()}


def _convert(records: Records, field: Field, raws: list[Raw]) -> Iterator[Fault]:
    keys = _keys(raws)
    found = _converted(field.convert, keys, raws)
    values, absences = ({key: getattr(each, what) for key, each in found.items()} for what in ("value", "absence"))
    records.values[field.name] = list(map(values.__getitem__, keys))
    absent = {key for key, absence in absences.items() if absence}
    records.absences[field.name] = {
        index: absences[key] for index, key in enumerate(keys) if key in absent
    } if absent else {}  # fmt: skip
    wrong = {key for key, each in found.items() if _is_wrong(field.column, each)}
    for index, key in enumerate(keys) if wrong else ():
        if key in wrong:
            yield _wrong(records, field, index, found[key], raws[index])


def _is_wrong(column: ColumnSpec, found: Converted) -> bool:
    if found.problem:
        return True
    if found.absence:
        return bool(column.required and not column.absences)
    return bool(column.room and found.value is not None and len(found.value) > column.room)


def _wrong(records: Records, field: Field, index: int, found: Converted, raw: Raw) -> Fault:
    column, cell = field.column, records.cell(field.name, index)
    if found.problem:
        return _problem(records, field, index, found.problem, raw)
    if found.absence:
        return fault("missing_value", records.sheet, cell, column=field.name, expected=column.help)
    return fault("too_long", records.sheet, cell, column=field.name, expected=str(column.room))


def _problem(records: Records, field: Field, index: int, problem: str, raw: Raw) -> Fault:
    """The fault of one cell. What a personal column holds is never shown."""
    value = HIDDEN if field.column.personal else as_text(raw)
    hint = did_you_mean(value, field.accepted) if field.accepted else ""
    shown = field.accepted[:SHOWN_CHOICES]
    expected = ", ".join(shown) + (" …" if len(field.accepted) > len(shown) else "")
    return fault(
        problem,
        records.sheet,
        records.cell(field.name, index),
        value,
        expected or field.column.type.replace("_", " "),
        column=field.name,
        hint=hint,
    )
