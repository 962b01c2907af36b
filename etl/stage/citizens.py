"""Citizen-survey respondents and their answers, long-form, as integer codes."""

from typing import Any

from sqlalchemy import Connection, insert

from data import writes
from data.schema import answers, respondents, wave_questions
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
    people = (
        connection.execute(
            insert(respondents).returning(respondents.c.id, sort_by_parameter_order=True),
            _respondents(upload_id, records, waves),
        )
        .scalars()
        .all()
    )
    given = (
        {"respondent_id": people[index], "question_version_id": version, "code": code}
        for question, version in versions.items()
        for index, code in records.each(question)
    )
    writes.bulk_insert(connection, answers, given)


def _respondents(upload_id: int, records: Records, waves: dict[str, int]) -> list[dict[str, Any]]:
    """Without a stratum the area is the stratum; without a sampling point each respondent is their own."""
    wave, code, area, stratum, psu, weight = (
        records.get(name) for name in ("wave", "respondent", "area", "stratum", "psu", "weight")
    )
    plain = {name: records.get(name) for name in PLAIN}
    return [
        {
            "upload_id": upload_id,
            "sheet": records.sheet,
            "row": row,
            "wave_id": waves[wave[index]],
            "code": code[index],
            "area_code": area[index],
            "stratum": stratum[index] or area[index],
            "psu": psu[index] or code[index],
            "supplied_weight": weight[index],
            **{name: values[index] for name, values in plain.items()},
        }
        for index, row in enumerate(records.rows)
    ]
