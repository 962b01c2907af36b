"""From a layout to records: every cell converted by its declared type, or a fault."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np

from etl.codes import PROBLEMS, Codebook
from etl.columns import Column, column
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
from etl.scales.meaning import no_answer
from etl.slips import or_slip
from etl.specs import ColumnSpec, DatasetSpec
from etl.workbook import Raw, letters
from metrics.types import Absence

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
    hint: Callable[[str], str] | None = None  # how a value is guessed, where that isn't by `accepted`


def read_rows(layout: Layout, spec: DatasetSpec, codes: Codebook) -> tuple[Records, list[Fault]]:
    """Every row below the header with anything in its used columns. Blank rows are passed over."""
    there = _filled(layout)
    copies = len(layout.spread) or 1
    records = Records(spec, layout.sheet.name, layout.numbers[there].tolist() * copies)
    if not len(records):
        return records, [fault("no_rows", layout.sheet.name)]
    faults: list[Fault] = []
    for name, cells in _raw_columns(layout, there, records):
        faults.extend(_convert(records, _field(name, spec, codes, layout), cells))
    return records, faults


def _filled(layout: Layout) -> np.ndarray:
    """A mask of the rows with anything in a used column."""
    there = np.zeros(len(layout.numbers), dtype=bool)
    for at in layout.used:
        cells = layout.column(at)
        there |= cells.where([absence_of(raw) is None for raw in cells.values])
    return there


def _raw_columns(layout: Layout, there: np.ndarray, records: Records) -> Iterator[tuple[str, Column]]:
    """(field, its raw cells); a sheet with a column for each label is read once for each of them."""
    copies, rows = len(layout.spread) or 1, layout.numbers[there].tolist()
    for name, at in layout.columns.items():
        records.letters[name], records.headings[name] = letters(at), layout.headers.get(at, "")
        cells = layout.column(at).of(there)
        yield name, Column(cells.values, np.tile(cells.places, copies))
    for name in dict.fromkeys(name for each in layout.spread for name in each.labels):
        yield name, column([each.label(name, number) for each in layout.spread for number in rows])
    for name in dict.fromkeys(name for each in layout.spread for name in each.columns):
        places = [each.columns.get(name) for each in layout.spread]
        records.letters[name] = ["" if at is None else letters(at) for at in places for _ in rows]
        cells = [[None] * len(rows) if at is None else layout.column(at).of(there).cells() for at in places]
        yield name, column(list(chain.from_iterable(cells)))
    for name, constant in layout.mapping.constants.items():
        if name not in layout.columns and not any(name in each.labels for each in layout.spread):
            yield name, column([constant] * len(records))


def _field(name: str, spec: DatasetSpec, codes: Codebook, layout: Layout) -> Field:
    if name not in spec.names:
        accepted = codes.answers(name)
        labels = tuple(label.label for label in codes.questions[name].labels)
        column = ColumnSpec(name, name, "choice")
        convert = _or_no_answer(to_label(accepted, "unknown_answer"))
        convert = or_slip(_coded(convert, layout, name), labels, layout.mapping.code_of(name))
        return Field(name, convert, column, labels)
    column = spec.column(name)
    if column.type in BY_TYPE:
        return Field(name, _coded(BY_TYPE[column.type], layout, name), column)
    problem = PROBLEMS.get(column.type, "unknown_choice")
    convert = to_label(codes.accepted(column), problem)
    is_area = column.type == "area"
    convert = _however_written(convert, codes) if is_area else convert
    convert = convert if column.required else _or_no_answer(convert)
    hint = codes.area_hint if is_area else None
    return Field(name, _coded(convert, layout, name), column, codes.values(column), hint)


def _or_no_answer(convert: Converter) -> Converter:
    """The converter, to which a text such as “Prefer not to say” is no answer where it isn't a value of its own."""

    def converted(raw: Raw) -> Converted:
        found = convert(raw)
        said = no_answer(raw) if found.problem and isinstance(raw, str) else None
        return Converted(absence=Absence(said[0])) if said else found

    return converted


def _however_written(convert: Converter, codes: Codebook) -> Converter:
    return lambda raw: convert(codes.area(raw) or raw)


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


def _convert(records: Records, field: Field, cells: Column) -> Iterator[Fault]:
    """Each different cell converted, once."""
    found = [Converted(problem="error_cell") if is_error(raw) else field.convert(raw) for raw in cells.values]
    records.values[field.name] = cells.told([each.value for each in found])
    absent = np.flatnonzero(cells.where([bool(each.absence) for each in found])).tolist()
    records.absences[field.name] = {index: found[cells.places[index]].absence for index in absent}
    yield from _taken_otherwise(records, field.name, found, cells)
    for index in np.flatnonzero(cells.where([_is_wrong(field.column, each) for each in found])).tolist():
        at = cells.places[index]
        yield _wrong(records, field, index, found[at], cells.values[at])


def _taken_otherwise(records: Records, name: str, found: list[Converted], cells: Column) -> Iterator[Fault]:
    """A notice for each text that is no marker of the field's and was taken for no answer, and a warning for each
    that was taken for a label written otherwise."""
    for place, raw in enumerate(cells.values):
        none = found[place].absence and isinstance(raw, str) and absence_of(raw) is None
        if none or found[place].read_as:
            there = np.flatnonzero(cells.places == place)
            cell, words = records.cell(name, int(there[0])), {"column": records.heading(name), "count": len(there)}
            if none:
                yield fault("said_no_answer", records.sheet, cell, raw, **words)
            else:
                yield fault("answer_read_as", records.sheet, cell, raw, found[place].read_as, **words)


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
        return fault("missing_value", records.sheet, cell, column=records.heading(field.name), expected=column.help)
    return fault("too_long", records.sheet, cell, column=records.heading(field.name), expected=str(column.room))


def _problem(records: Records, field: Field, index: int, problem: str, raw: Raw) -> Fault:
    """The fault of one cell. What a personal column holds is never shown."""
    value = HIDDEN if field.column.personal else as_text(raw)
    hint = field.hint(value) if field.hint else did_you_mean(value, field.accepted) if field.accepted else ""
    shown = field.accepted[:SHOWN_CHOICES]
    expected = ", ".join(shown) + (" …" if len(field.accepted) > len(shown) else "")
    return fault(
        problem,
        records.sheet,
        records.cell(field.name, index),
        value,
        expected or field.column.type.replace("_", " "),
        column=records.heading(field.name),
        hint=hint,
    )
