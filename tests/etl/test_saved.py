"""A mapping is saved under a name, and applied to the next file only where it still fits."""

import pytest

from data import schema
from data.reads.offers import mapping_named, saved_mappings
from etl.faults import errors
from etl.load import receive
from etl.mapping import ColumnMap
from etl.saved import remember
from tests.etl.publishers import as_xlsx
from tests.etl.test_load import rows_of
from tests.etl.test_pieces import AS_AT

MAPPING = ColumnMap({"area": "B", "asb": "D"}, constants={"period": "2024-04"}, times={"count": 1000.0}, table=1)


def month(label="April 2024", heads=("Code", "Area", "Incidents"), more=(), first=None):
    columns = [first, *heads, *more] if first else [None, *heads, *more]
    rows = [[None, f"E0700006{n}", f"District {n}", n, *[1] * len(more)] for n in range(6, 9)]
    title = [[None, "Anti-social behaviour"], [None, "Period:", label], []]
    return as_xlsx({"Table": [*title, columns, *rows]})


def offer(store, content, name="a.xlsx", **more):
    return receive(store, content, name, "service_demand", "An evaluator", as_at=AS_AT, **more)


@pytest.fixture
def kept(store):
    first = offer(store, month(), mapping=MAPPING)
    assert first.errors == []
    remember(store, "Monthly", "service_demand", first.kept, "An evaluator")
    return first.kept


def named(store, name="Monthly"):
    with store.read() as connection:
        return mapping_named(connection, "service_demand", name)


def test_the_next_month_is_read_by_the_saved_mapping_with_its_own_period(store, kept):
    second = offer(store, month("May 2024"), saved=named(store))
    assert second.errors == []
    starts = rows_of(store, schema.service_demand, "period_start", "count")
    assert {start.month for start, _ in starts} == {4, 5}
    assert {count for _, count in starts} == {6000.0, 7000.0, 8000.0}


def test_columns_that_moved_are_found_by_their_headings(store, kept):
    moved = month("May 2024", ("Area", "Code", "Incidents"))
    assert offer(store, moved, saved=named(store)).kept.reading["letters"]["area"] == "C"


def test_a_mapping_whose_column_is_gone_is_refused_and_the_difference_is_said(store, kept):
    refused = offer(store, month("May 2024", ("Code", "Area", "Crimes")), saved=named(store))
    assert refused.upload_id is None
    [said] = errors(refused.faults)
    assert said.code == "mapping_does_not_fit"
    assert "Incidents" in said.message


def test_what_the_command_says_outranks_the_saved_mapping(store, kept):
    given = ColumnMap(constants={"period": "2023-01"})
    assert offer(store, month("May 2024"), saved=named(store), mapping=given).errors == []
    years = {start.year for (start,) in rows_of(store, schema.service_demand, "period_start")}
    assert years == {2023, 2024}


def test_saving_the_same_again_makes_no_new_version(store, kept):
    assert remember(store, "Monthly", "service_demand", kept, "Another") == 1


def test_a_changed_mapping_of_the_same_name_is_the_next_version_and_the_first_stays(store, kept):
    other = offer(store, month("June 2024", more=("Other",)), mapping=MAPPING).kept
    assert remember(store, "Monthly", "service_demand", other, "An evaluator") == 2
    assert named(store)["version"] == 2
    versions = [version for name, version in rows_of(store, schema.mappings, "name", "version") if name == "Monthly"]
    assert versions == [1, 2]


def test_saving_is_written_down(store, kept):
    assert ("save mapping", "mapping “Monthly”") in rows_of(store, schema.audit, "action", "subject")


def test_saved_mappings_are_listed_newest_first_each_once(store, kept):
    remember(store, "Second", "service_demand", kept, "An evaluator")
    with store.read() as connection:
        names = [each["name"] for each in saved_mappings(connection, "service_demand")]
        assert saved_mappings(connection, "population") == []
    assert names[:2] == ["Second", "Monthly"]


def test_the_same_bytes_read_with_another_unit_are_another_upload(store, kept):
    other = offer(store, month(), mapping=ColumnMap(MAPPING.columns, constants=MAPPING.constants, table=1))
    assert other.duplicate_of is None
