"""What the store holds of a dataset before a new file of it: what the rules compare the file with."""

from sqlalchemy import Connection

from data.reads.answers import latest_answers
from data.reads.before import last_rounds, last_upload, monthly_demand
from data.reads.uploads import upload_bytes
from etl.checks.context import Before, Round
from etl.checks.series import month_number
from etl.read import read_workbook
from etl.said import definitions

LARGEST = 5_000_000  # bytes of a last file that are read again for its definitions; those with notes are small
SURVEYS = ("citizen_survey",)


def before_this(connection: Connection, dataset: str, origin: str) -> Before:
    """What a file of this dataset is compared with. Real files meet no illustrative ones, nor the reverse."""
    last = last_upload(connection, dataset, origin)
    if last is None:
        return Before()
    rounds = last_rounds(connection, dataset, origin) if dataset in SURVEYS else []
    return Before(
        latest_answers(connection, dataset),
        [Round(each["wave"], frozenset(each["modes"]), frozenset(each["areas"]), each["wordings"]) for each in rounds],
        _counts(connection, origin) if dataset == "service_demand" else {},
        {name: header for name, (_, letters, header) in last.columns.items() if letters},
        _definitions(connection, last.id, last.name) if last.size <= LARGEST else {},
    )


def _counts(connection: Connection, origin: str) -> dict:
    found: dict = {}
    for row in monthly_demand(connection, origin):
        key = (row.service, row.area_code, row.age_band)
        found.setdefault(key, {})[month_number(row.period_start)] = row.count
    return found


def _definitions(connection: Connection, upload_id: int, name: str) -> dict[str, str]:
    """Of the last file as it was kept; nothing where it wasn't, or where it is only a copy of the columns."""
    content = upload_bytes(connection, upload_id)
    return {} if content is None else definitions(read_workbook(content, name), None)
