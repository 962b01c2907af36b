"""A rehearsal leaves no trace, and says what publishing then does."""

import pytest
from sqlalchemy import func, select

from data import reads, schema
from etl.publish import publish
from etl.rehearse import rehearse
from metrics.changes import differences
from tests.etl.small import csv
from tests.etl.tiny import ACTOR, AS_AT, DISTRICTS, SURVEY, dump, offer

# December 2025 anew, and a month more.
DEMAND = csv(
    "service,area,period,count",
    *(f"asb,{area},{month},2500" for area in DISTRICTS for month in ("2025-12", "2026-01")),
)
SECOND_WAVE = SURVEY.replace(b"W1", b"W2").replace(b"2024-02", b"2025-09")


def counts(store) -> dict[str, int]:
    with store.read() as connection:
        tables = schema.metadata.sorted_tables
        return {each.name: connection.scalar(select(func.count()).select_from(each)) for each in tables}


@pytest.mark.parametrize(
    ("dataset", "content"), [("service_demand", DEMAND), ("citizen_survey", SECOND_WAVE)]
)
def test_a_rehearsal_leaves_every_row_as_it_was(tiny, dataset, content):
    staged = offer(tiny, dataset, content)
    before = counts(tiny), dump(tiny)
    rehearse(tiny, staged, AS_AT)
    assert (counts(tiny), dump(tiny)) == before


@pytest.mark.parametrize(
    ("dataset", "content"), [("service_demand", DEMAND), ("citizen_survey", SECOND_WAVE)]
)
def test_publishing_then_does_what_the_rehearsal_said(tiny, dataset, content):
    staged = offer(tiny, dataset, content)
    said = rehearse(tiny, staged, AS_AT)
    publish(tiny, [staged], ACTOR, as_at=AS_AT)
    with tiny.read() as connection:
        newest, before = reads.publications(connection)
        figures = tuple(reads.estimates(connection, each.id) for each in (before, newest))
        found = differences(figures, tuple(reads.statuses(connection, each.id) for each in (before, newest)))
    assert (said.figures, said.restated) == (found.figures, found.restated)
    assert (said.statuses, said.headlines) == (found.statements, found.headlines)
    assert (said.headline_before, said.headline_after) == (before.headline, newest.headline)


def test_it_counts_the_rows_and_those_they_replace(tiny):
    said = rehearse(tiny, offer(tiny, "service_demand", DEMAND), AS_AT)
    assert said.rows == reads.RowChanges(added=3, changed=3, removed=0, same=0)


def test_it_names_the_indicators_whose_figures_are_new_and_revised(tiny):
    said = rehearse(tiny, offer(tiny, "service_demand", DEMAND), AS_AT)
    assert {(each.kind, each.indicator) for each in said.figures} >= {("new", "I23"), ("revised", "I23")}
    assert {each.indicator for each in said.figures} <= {"I23", "P05", "P11", "P12"}


def test_before_the_first_publication_everything_is_new(store):
    said = rehearse(store, offer(store, "service_demand", DEMAND), AS_AT)
    assert (said.seen, said.rows, said.headline_before) == (0, reads.RowChanges(6, 0, 0, 0), "")
    assert {each.kind for each in said.figures} == {"new"}


def test_an_upload_that_is_not_staged_cannot_be_rehearsed(tiny):
    with pytest.raises(ValueError, match="published"):
        rehearse(tiny, 1, AS_AT)
