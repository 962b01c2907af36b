"""New data, revised data and changed definitions are told apart."""

import datetime as dt

import pandas as pd
import pytest

from metrics.changes import (
    KEY,
    Change,
    StatusChange,
    differences,
    figure_changes,
    headline_changes,
    restated_figures,
    status_changes,
)


def frame(*rows):
    base = dict.fromkeys(KEY, "") | {"indicator": "I16", "segment": 1, "value": 1.0, "absence": None}
    return pd.DataFrame([base | row for row in rows], columns=[*KEY, "value", "absence"])


JAN, FEB = {"period_start": dt.date(2024, 1, 1)}, {"period_start": dt.date(2024, 2, 1)}


@pytest.mark.parametrize(
    ("before", "after", "redefined", "changes"),
    [
        ([JAN], [JAN], (), []),
        ([JAN], [JAN, FEB], (), [Change("new", "I16", 1)]),
        ([JAN, FEB], [JAN], (), [Change("gone", "I16", 1)]),
        ([JAN], [JAN | {"value": 1.5}], (), [Change("revised", "I16", 1)]),
        ([JAN], [JAN | {"value": None, "absence": "withheld"}], (), [Change("revised", "I16", 1)]),
        ([JAN], [JAN | {"value": 1.5}], ("I16",), [Change("definition", "I16", 1)]),
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


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ({"value": 1.5}, (1.0, 1.5, "", "")),
        ({"value": None, "absence": "withheld"}, (1.0, None, "", "withheld")),
    ],
)
def test_a_restated_figure_stands_with_both_its_values(now, told):
    [found] = restated_figures(frame(JAN, FEB), frame(JAN | now, FEB))
    assert (found.before, found.after, found.absence_before, found.absence_after) == told


def test_new_figures_and_those_no_longer_shown_are_not_restated():
    assert restated_figures(frame(JAN), frame(FEB)) == []


def test_a_finding_in_other_words_is_listed_with_both_sentences():
    before = pd.DataFrame([{"kind": "indicator", "subject": "I16", "headline": "Trust is 50 %"},
                           {"kind": "node", "subject": "IM1", "headline": "x"}])  # fmt: skip
    after = before.assign(headline=["Trust is 51 %", "y"])
    assert headline_changes(before, after) == [StatusChange("I16", "headline", "Trust is 50 %", "Trust is 51 %")]


def test_what_a_new_formula_changed_is_put_down_to_it_and_not_called_restated():
    said = pd.DataFrame([{"kind": "indicator", "subject": "I16", "headline": "x", "change": "a", "target": "b"}])
    figures = (frame(JAN), frame(JAN | {"value": 1.5}))
    anew = differences(figures, (said, said), {"I16": ("formula",)})
    assert (anew.figures, anew.restated) == ((Change("definition", "I16", 1),), ())
    renamed = differences(figures, (said, said), {"I16": ("target",)})
    assert [(each.kind, len(renamed.restated)) for each in renamed.figures] == [("revised", 1)]
