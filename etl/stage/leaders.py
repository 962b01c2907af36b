"""Leader-survey forms and their scored items."""

from sqlalchemy import Connection, insert

from data import writes
from data.schema import leader_answers, leader_forms
from etl.records import Records
from etl.stage.waves import stage_waves

ITEM_PREFIXES = ("ms_", "pre_", "wf_")


def stage_leaders(connection: Connection, upload_id: int, records: Records, people: dict[str, int]) -> None:
    """A row for each form and one for each item scored: a blank item has none."""
    waves = stage_waves(connection, upload_id, records)
    wave, person, rater, rater_code, day = (
        records.get(name) for name in ("wave", "person", "rater", "rater_code", "completed_on")
    )
    forms = (
        connection.execute(
            insert(leader_forms).returning(leader_forms.c.id, sort_by_parameter_order=True),
            [
                {
                    "upload_id": upload_id,
                    "sheet": records.sheet,
                    "row": row,
                    "wave_id": waves[wave[index]],
                    "ratee_id": people[person[index]],
                    "rater": rater[index],
                    "rater_code": rater_code[index],
                    "completed_on": day[index],
                }
                for index, row in enumerate(records.rows)
            ],
        )
        .scalars()
        .all()
    )
    items = [name for name in records.values if name.startswith(ITEM_PREFIXES)]
    given = (
        {"form_id": forms[index], "item": item, "value": value}
        for item in items
        for index, value in records.each(item)
    )
    writes.bulk_insert(connection, leader_answers, given)
