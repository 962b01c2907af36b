"""New data, revised data and changed definitions are told apart."""

import datetime as dt

import pandas as pd
import pytest

from metrics.changes import KEY, Change, StatusChange, figure_changes, status_changes


def frame(*rows):
    base = dict.fromkeys(KEY, "") | {"indicator": "I16", "segment": 1, "value": 1.0, "absence": None}
    return pd.DataFrame([base | row for row in rows], columns=[*KEY, "value", "absence"])


JAN, FEB = {"period_start": dt.date(2024, 1, 1)}, {"period_start": dt.date(2024, 2, 1)}


@pytest.mark.parametrize(
    ("before", "after", "redefined", "changes"),
    [
        ([JAN], [JAN], (), []),
        ([JAN], [JAN, FEB], (), [Change("new", "I16", 1, None)]),
        ([JAN, FEB], [JAN], (), [Change("gone", "I16", 1, None)]),
        ([JAN], [JAN | {"value": 1.5}], (), [Change("revised", "I16", 1, 0.5)]),
        ([JAN], [JAN | {"value": None, "absence": "withheld"}], (), [Change("revised", "I16", 1, None)]),
        ([JAN], [JAN | {"value": 1.5}], ("I16",), [Change("definition", "I16", 1, None)]),
        ([JAN], [JAN | {"value": 1.0 + 1e-12}], (), []),
    ],
    ids=["same", "new", "gone", "revised", "withheld now", "redefined", "last bit"],
)
def test_a_difference_is_put_down_to_its_cause(before, after, redefined, changes):
    assert figure_changes(frame(*before), frame(*after), redefined) == changes


def test_a_changed_statement_is_listed_with_both_words():
    before = pd.DataFrame([{"kind": "indicator", "subject": "I16", "change": "no_clear_change", "target": "uncertain"}])
    after = before.assign(change="improving")
    assert status_changes(before, after) == [StatusChange("I16", "change", "no_clear_change", "improving")]
