"""What was understood of a file, as plain data for JSON and for the screen."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from etl.convert import as_text, period_text
from etl.platforms.types import Question, Survey
from etl.recognise import Piece, Understood
from etl.tables import Column, Table, measure_of
from etl.tables.long import unit_of
from etl.workbook import address

MOST_NOTES = 40


def described(found: Understood, name: str) -> dict[str, Any]:
    """{"file", "platform", "tables": […], "other_sheets", "faults"}; each table by the keys below."""
    return {
        "file": name,
        "platform": found.platform,
        "tables": [_piece(piece, found) for piece in found.pieces],
        "other_sheets": found.other,
        "faults": [asdict(each) for each in found.faults],
    }


def _piece(piece: Piece, found: Understood) -> dict[str, Any]:
    of_kind = _survey(piece.found) if isinstance(piece.found, Survey) else _table(piece.found)
    sheet = piece.found.sheet.name
    return {
        "table": piece.number,
        "sheet": sheet,
        "hidden": piece.found.sheet.hidden,
        "range": piece.found.range,
        "header_rows": [row + 1 for row in piece.found.header_rows],
        "rows": len(piece.found.rows),
        "first_row": min(piece.found.rows, default=-1) + 1,
        "last_row": max(piece.found.rows, default=-1) + 1,
        **of_kind,
        "proposed_dataset": piece.proposal.dataset,
        "mapping": piece.proposal.mapping(),
        "proposal": {"reason": piece.proposal.reason, "confidence": piece.proposal.confidence},
        "confidence": piece.found.confidence,
        "reasons": list(piece.found.reasons),
        "faults": [asdict(each) for each in found.faults if each.sheet == sheet],
    }


def _table(table: Table) -> dict[str, Any]:
    area = table.area_column
    names = table.of_role("area_name")
    return {
        "kind": table.kind,
        "platform": "",
        "title": table.title,
        "period": period_text(table.period) if table.period else "",
        "period_from": table.period_from,
        "period_columns": [column.letters for column in table.of_role("period")],
        "area_column": area.letters if area else "",
        "area": dict(table.area),
        "area_name_column": names[0].letters if names else "",
        "measures": [_measure(column, table) for column in table.measures],
        "dimensions": [{"column": each.letters, "name": each.name} for each in table.of_role("dimension")],
        "spacer_columns": [column.letters for column in table.of_role("spacer")],
        "unit": table.unit,
        "totals": [_total(table, row, why) for row, why in sorted(table.totals.items())],
        "data_rows": len(table.rows) - len(table.totals),
        "notes": list(_notes(table)),
        "markers": {
            mark: {"absence": absence, "meaning": meaning} for mark, (absence, meaning) in table.legend.items()
        },
    }


def _measure(column: Column, table: Table) -> dict[str, Any]:
    return {
        "column": column.letters,
        "name": measure_of(column, table),
        "header": list(column.header),
        "period": period_text(column.period) if column.period else "",
        "area": dict(column.area),
        "unit": unit_of(column, table),
        "total": column.total,
        "hidden": column.hidden,
    }


def _total(table: Table, row: int, why: str) -> dict[str, Any]:
    labels = [column for column in table.columns if column.role in ("area_name", "area_code", "dimension", "period")]
    labels.sort(key=lambda column: column.role != "area_name")
    cells = table.sheet.rows[row]
    said = (
        as_text(cells[column.index])
        for column in labels
        if column.index < len(cells) and cells[column.index] is not None
    )
    return {"row": row + 1, "label": next(said, ""), "why": why}


def _notes(table: Table) -> Iterator[dict[str, str]]:
    for row in table.notes[:MOST_NOTES]:
        cells = [(at, cell) for at, cell in enumerate(table.sheet.rows[row]) if cell is not None]
        if cells:
            yield {"cell": address(row, cells[0][0]), "text": " ".join(as_text(cell) for _, cell in cells)[:300]}


def _survey(survey: Survey) -> dict[str, Any]:
    asked = survey.of_role("answer")
    ids, weights = survey.of_role("id"), survey.of_role("weight")
    return {
        "kind": "survey",
        "platform": survey.platform,
        "title": "",
        "period": "",
        "period_from": "",
        "period_columns": [question.letters for question in survey.of_role("date")],
        "area_column": "",
        "respondent_column": ids[0].letters if ids else "",
        "weight_column": weights[0].letters if weights else "",
        "measures": [{"column": each.letters, "name": each.name, "kind": each.kind} for each in asked],
        "totals": [],
        "data_rows": len(survey.rows),
        "notes": [],
        "skipped": [{"row": row + 1, "why": why} for row, why in sorted(survey.skipped.items())],
        "no_responses": [{"row": row + 1, "why": why} for row, why in sorted(survey.strays.items())],
        "partial": [{"row": row + 1, "why": why} for row, why in sorted(survey.partial.items())],
        "personal_columns": [question.letters for question in survey.of_role("personal")],
        "timing_columns": [question.letters for question in survey.of_role("timing")],
        "questions": [_question(question) for question in survey.questions],
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "column": question.letters,
        "name": question.name,
        "text": question.text,
        "item": question.item,
        "role": question.role,
        "kind": question.kind,
        "labels": dict(question.labels),
        "codes": dict(question.codes),
        "no_answer": {
            text: {"absence": absence, "meaning": meaning} for text, (absence, meaning) in question.apart.items()
        },
        "reversed": question.reversed,
        "reason": question.reason,
        "confidence": question.confidence,
    }
