"""Citizen-survey respondents and their answers, long-form, as integer codes."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, insert

from data import writes
from data.reads.offers import respondents_of
from data.schema import respondents, wave_questions
from etl.codes import Codebook
from etl.records import Records
from etl.stage.questions import ensure_versions
from etl.stage.waves import stage_waves

PLAIN = ("mode", "interview_date", "age_band", "sex", "ethnicity", "tenure", "imd_quintile", "vulnerable")


def stage_citizens(connection: Connection, upload_id: int, records: Records, codes: Codebook) -> None:
    """A row for each respondent, and one for each answer given: a blank answer has none."""
    waves = stage_waves(connection, upload_id, records)
    asked = [codes.questions[id] for id in codes.questions if id in records.values]
    versions = ensure_versions(connection, asked)
    connection.execute(
        insert(wave_questions),
        [
            {"wave_id": wave, "question_version_id": version}
            for wave in waves.values()
            for version in versions.values()
        ],
    )
    writes.bulk_columns(connection, respondents, _respondents(upload_id, records, waves))
    people = respondents_of(connection, upload_id)
    writes.add_answers(
        connection,
        [people[row] for row in records.rows],
        {version: records.get(question) for question, version in versions.items()},
    )


def _respondents(upload_id: int, records: Records, waves: dict[str, int]) -> dict[str, Sequence[Any]]:
    """Without a stratum the area is the stratum; without a sampling point each respondent is their own."""
    wave, code, area, stratum, psu, weight = (
        records.get(name) for name in ("wave", "respondent", "area", "stratum", "psu", "weight")
    )
    return {
        "upload_id": [upload_id] * len(records),
        "sheet": [records.sheet] * len(records),
        "row": records.rows,
        "wave_id": list(map(waves.__getitem__, wave)),
        "code": code,
        "area_code": area,
        "stratum": [own or other for own, other in zip(stratum, area, strict=True)],
        "psu": [own or other for own, other in zip(psu, code, strict=True)],
        "supplied_weight": weight,
        **{name: records.get(name) for name in PLAIN},
    }
