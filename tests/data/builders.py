"""Small uploads put straight into the tables, as receiving a file would leave them."""

import datetime as dt
import itertools

import pandas as pd
from sqlalchemy import Connection, insert, select

from data import reads, schema, writes
from data.reads.weighting import people_weighed
from data.writes.rows import add

_moments = itertools.count()
LABELS = [
    [1, "Agree", "positive"], [2, "Neither", "middle"], [3, "Disagree", "negative"],
    [9, "Don't know", "excluded"],
]  # fmt: skip


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def upload(connection: Connection, dataset: str, origin: str = "real", live: bool = True, **more) -> int:
    """An upload with its file; published in the order of the calls, or only staged."""
    moment = dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(hours=next(_moments))
    given = {"content": b"bytes", "columns": {}, "scope": "", **more}
    sha256 = given.pop("sha256", f"{next(_moments):064d}")
    content = given.pop("content")
    file = add(
        connection, schema.source_files, name=f"{dataset}.xlsx", sha256_received=sha256, sha256_kept=sha256,
        size=len(content), bytes=content, received_at=moment,
    )  # fmt: skip
    return add(
        connection, schema.uploads, source_file_id=file, dataset=dataset, origin=origin,
        status="published" if live else "staged", rows=1, created_at=moment,
        published_at=moment if live else None, actor_id=writes.ensure_actor(connection, "An evaluator"),
        **given,
    )  # fmt: skip


def put(connection: Connection, table, upload_id: int, *rows: dict) -> None:
    """Rows of a dataset's table, from row 2 of the sheet on."""
    traced = [
        {"upload_id": upload_id, "sheet": "Data", "row": number, **row} for number, row in enumerate(rows, 2)
    ]
    connection.execute(insert(table), traced)


def demand(service="asb", area="E07000066", month="2025-01", count=10.0, **more) -> dict:
    start = day(f"{month}-01")
    end = (start + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    return {
        "service": service, "area_code": area, "period_start": start, "period_end": end,
        "period_kind": "month", "count": count, "absence": None, "age_band": "", **more,
    }  # fmt: skip


def attended(person: int, session: str = "S1", **more) -> dict:
    return {
        "session": session, "held_on": day("2025-03-01"), "kind": "board", "hours": 2.0,
        "person_id": person, "sector": "nhs", "organisation": "Trust A", "role": "member",
        "citizen_group": None, **more,
    }  # fmt: skip


def question(connection: Connection, id: str = "cls_influence", base_rule: str = "exclude_dk") -> int:
    return add(
        connection, schema.question_versions, question=id, sha256=f"{id}{base_rule}", wording="Do you agree?",
        labels=LABELS, base_rule=base_rule, source="the programme", status="programme",
    )  # fmt: skip


def wave(connection: Connection, upload_id: int, name="W1", dataset="citizen_survey", **more) -> int:
    given = {
        "fieldwork_start": day("2024-02-01"), "fieldwork_end": day("2024-03-31"), "modes": ["telephone"],
        "respondents": 0, "sheet": "Data", "first_row": 2, "last_row": 3, **more,
    }  # fmt: skip
    return add(connection, schema.waves, upload_id=upload_id, dataset=dataset, wave=name, **given)


def respondent(connection: Connection, upload_id: int, wave_id: int, code: str, answer: dict, **more) -> int:
    """One respondent and their answers, {question version: code}."""
    given = {
        "mode": "telephone", "interview_date": day("2024-02-10"), "area_code": "E07000066",
        "stratum": "E07000066", "psu": code, "age_band": "25-34", "sex": "female", "ethnicity": "white",
        "tenure": "owned", "imd_quintile": 2, "vulnerable": False, "row": 2, **more,
    }  # fmt: skip
    id = add(
        connection, schema.respondents, upload_id=upload_id, sheet="Data", wave_id=wave_id, code=code, **given
    )
    given_to = {"respondent_id": id}
    rows = [given_to | {"question_version_id": asked, "code": code} for asked, code in answer.items()]
    connection.execute(insert(schema.answers), rows)
    asked = schema.wave_questions
    known = set(connection.scalars(select(asked.c.question_version_id).where(asked.c.wave_id == wave_id)))
    for version in answer.keys() - known:
        add(connection, asked, wave_id=wave_id, question_version_id=version)
    return id


def weigh(
    connection: Connection, wave_id: int, cells: pd.DataFrame | None = None, name: str = "supplied",
    report: dict | None = None,
) -> int:
    """Weights of a wave, by columns of a respondent's groups (`cells`, whose last column is the weight) or as they
    came; the id of the set."""
    people = reads.people_of_wave(connection, wave_id).rename(columns=lambda column: column.removeprefix("of_"))
    if cells is None:
        weighed = people.assign(weight=people["supplied_weight"])
    else:
        weighed = people.fillna({each: "" for each in cells if each != "weight"}).merge(cells, how="left")
    report = report or {"n": len(people), "margins": []}
    return writes.save_weights(connection, wave_id, name, "by hand", report, weighed)


def add_sums(connection: Connection, wave_id: int, set_id: int, questions=None) -> None:
    """The sums of a wave's weight set."""
    people = people_weighed(connection, wave_id, set_id)
    writes.compute_wave_sums(connection, wave_id, set_id, people, questions)


def leader_form(
    connection: Connection, upload_id: int, wave_id: int, ratee: int, rater_code: str, **items
) -> int:
    form = add(
        connection, schema.leader_forms, upload_id=upload_id, sheet="Data", row=2, wave_id=wave_id,
        ratee_id=ratee, rater="self", rater_code=rater_code, completed_on=day("2024-03-10"),
    )  # fmt: skip
    rows = [{"form_id": form, "item": item, "value": value} for item, value in items.items()]
    connection.execute(insert(schema.leader_answers), rows)
    return form
