"""Files loaded, datasets live, publications made."""

import pandas as pd
import pytest

from metrics.measures import compute
from tests.metrics.builders import context, day, definition, one, series


def uploads(*rows):
    made = pd.DataFrame(rows, columns=["dataset", "published_at", "origin"], dtype=object)
    made["published_at"] = pd.Series([day(text) for text in made["published_at"]], dtype=object)
    return {"uploads": made.assign(upload_id=range(1, len(made) + 1))}


def test_files_and_datasets_add_up_month_by_month():
    frames = uploads(
        ("attendance", "2024-05-02", "real"),
        ("attendance", "2024-07-02", "real"),
        ("insights", "2024-07-09", "real"),
    )
    assert series(compute(definition("uploads_count"), frames, context())) == [1, 1, 3]
    assert series(compute(definition("datasets_live"), frames, context())) == [1, 1, 2]


def test_a_sample_is_not_a_live_dataset_once_there_is_a_real_file():
    frames = uploads(("attendance", "2024-05-02", "sample"), ("insights", "2024-05-09", "real"))
    found = one(compute(definition("datasets_live"), frames, context()))
    assert (found.value, found.illustrative) == (1, False)


def test_samples_alone_count_and_are_illustrative():
    frames = uploads(("attendance", "2024-05-02", "sample"), ("population", "2024-05-02", "reference"))
    found = one(compute(definition("datasets_live"), frames, context()))
    assert (found.value, found.illustrative) == (2, True)


def test_a_file_without_a_date_counts_from_the_publications_own():
    frames = uploads(("attendance", None, "real"))
    assert one(compute(definition("uploads_count"), frames, context("2024-09-30"))).period.end == day(
        "2024-09-30"
    )


def test_publications_are_counted():
    made = pd.DataFrame({"number": [1, 2], "published_at": [day("2024-05-02"), day("2024-06-02")]})
    assert series(compute(definition("publications_count"), {"publications": made}, context())) == [1, 2]


@pytest.mark.parametrize("kind", ["uploads_count", "datasets_live", "publications_count"])
def test_empty_registers_give_no_figures(kind):
    assert compute(definition(kind), {}, context()) == []
