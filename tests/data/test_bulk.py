"""Many rows at once."""

import pytest
from sqlalchemy import text

from data import reads, schema, writes
from data.writes.rows import AT_ONCE
from tests.data.builders import demand, upload


def test_nothing_to_insert_inserts_nothing(store):
    with store.write() as connection:
        assert writes.bulk_insert(connection, schema.reference_figures, []) == 0


def test_more_rows_than_fit_in_one_batch_all_arrive(store):
    with store.write() as connection:
        id = upload(connection, "service_demand")
        rows = ({"upload_id": id, "sheet": "Data", "row": n, **demand()} for n in range(AT_ONCE + 1))
        assert writes.bulk_insert(connection, schema.service_demand, rows) == AT_ONCE + 1
        assert connection.scalar(text("SELECT count(*) FROM service_demand")) == AT_ONCE + 1


def test_what_is_inserted_in_bulk_comes_back_as_it_was(store):
    """Also with the characters that mean something to PostgreSQL's COPY."""
    with store.write() as connection:
        id = upload(connection, "service_demand")
        row = {"upload_id": id, "sheet": "\\N \t «Data»", "row": 2, **demand(area="a\tb\\N", count=None)}
        writes.bulk_insert(connection, schema.service_demand, [row])
        found = reads.live_frames(connection)["service_demand"].iloc[0]
    assert (found["sheet"], found["area_code"]) == ("\\N \t «Data»", "a\tb\\N")
    assert found["count"] != found["count"]
    assert found["period_start"] == row["period_start"]


def test_a_row_that_lacks_a_key_of_the_first_is_refused(store):
    rows = [{"code": "a", "erased_at": None}, {"code": "b"}]
    with store.write() as connection, pytest.raises(Exception, match="erased_at"):
        writes.bulk_insert(connection, schema.people, rows)
