"""Waves: fieldwork dates, modes and where their rows stood, one row for each wave of a file."""

from typing import Any

from sqlalchemy import Connection, insert

from data.schema import waves
from etl.records import Records

DATES = {"citizen_survey": "interview_date", "leader_survey": "completed_on", "network_ties": "asked_on"}
CODES = {"citizen_survey": "respondent", "leader_survey": "person", "network_ties": "from_person"}
POPULATIONS = {
    "citizen_survey": "residents aged 18 or over",
    "leader_survey": "leaders in the Collaborative",
    "network_ties": "leaders in the Collaborative",
}


def stage_waves(connection: Connection, upload_id: int, records: Records) -> dict[str, int]:
    """{wave: id} of the waves in the records, added. Fieldwork runs from the first form to the last."""
    indices: dict[str, list[int]] = {}
    for index, wave in enumerate(records.get("wave")):
        indices.setdefault(wave, []).append(index)
    return {
        wave: connection.execute(
            insert(waves).returning(waves.c.id), _wave(upload_id, wave, records, where)
        ).scalar_one()
        for wave, where in indices.items()
    }


def _wave(upload_id: int, wave: str, records: Records, where: list[int]) -> dict[str, Any]:
    name = records.spec.name
    dates, codes, modes = (records.get(each) for each in (DATES[name], CODES[name], "mode"))
    days, rows = [dates[index] for index in where], [records.rows[index] for index in where]
    return {
        "upload_id": upload_id,
        "dataset": name,
        "wave": wave,
        "fieldwork_start": min(days),
        "fieldwork_end": max(days),
        "modes": sorted({modes[index] for index in where} - {None}),
        "population": POPULATIONS[name],
        "respondents": len({codes[index] for index in where}),
        "sheet": records.sheet,
        "first_row": min(rows),
        "last_row": max(rows),
    }
