"""What work rests on: the rows it asked for, the day if it asked for that, its terms; and nothing else."""

import datetime as dt
import os
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.settings import PROJECT
from etl import resting
from etl.resting import Work, digest, plain
from metrics.context import Context

MONDAY, TUESDAY = dt.date(2026, 10, 5), dt.date(2026, 10, 6)
SETTING = Context(start=dt.date(2024, 3, 1), as_at=MONDAY, county="C", groups={"sector": ("nhs", "police")})
FRAMES = {
    "counts": pd.DataFrame({"service": ["a", "a", "b"], "count": [1.0, np.nan, 3.0]}),
    "hours": pd.DataFrame({"hours": [2.0]}),
}
NARROW = {"counts": ("service", ["a"])}


def work(frames=FRAMES, context=SETTING, *terms) -> Work:
    return Work(frames, NARROW, context, *terms)


def done(ask=("counts",), asks_the_day=False, *terms) -> dict:
    """What work rests on that asked for these frames, and perhaps for the day."""
    made = work(FRAMES, SETTING, *terms)
    for name in ask:
        made.frames.get(name)
    if asks_the_day:
        assert made.context.as_at == MONDAY
    return made.rests_on()


def counts(**change) -> dict:
    return FRAMES | {"counts": FRAMES["counts"].assign(**change)}


def test_work_gets_only_the_rows_it_may_rest_on():
    assert work().frames["counts"]["count"].tolist()[0] == 1.0
    assert len(work().frames["counts"]) == 2


def test_frames_that_are_not_narrowed_are_given_whole():
    assert work().frames["hours"] is FRAMES["hours"]


@pytest.mark.parametrize(
    ("frames", "unchanged"),
    [
        (FRAMES, True),
        ({**FRAMES, "hours": FRAMES["hours"] + 1}, True),  # not asked for
        (counts(count=[1.0, np.nan, 4.0]), True),  # of another service
        (counts(count=[1.0, 0.0, 3.0]), False),  # a blank is not zero
        (counts(count=[2.0, np.nan, 3.0]), False),
        (counts(service=["a", "b", "b"]), False),
        (counts(row=[2, 3, 4]), False),  # the same counts from other cells
        ({**FRAMES, "counts": FRAMES["counts"].iloc[[1, 0, 2]]}, False),  # in another order
        ({"hours": FRAMES["hours"]}, False),  # gone
    ],
)
def test_only_rows_that_were_asked_for_matter(frames, unchanged):
    assert work(frames).is_unchanged(done()) is unchanged


def test_a_frame_that_was_missing_when_asked_for_matters_once_it_is_there():
    assert work().is_unchanged(done(["later"]))
    assert not work({**FRAMES, "later": FRAMES["hours"]}).is_unchanged(done(["later"]))


@pytest.mark.parametrize(("asks", "unchanged"), [(False, True), (True, False)])
def test_another_day_matters_where_the_day_was_asked_for(asks, unchanged):
    assert work(context=replace(SETTING, as_at=TUESDAY)).is_unchanged(done(asks_the_day=asks)) is unchanged


def test_another_setting_matters():
    assert not work(context=replace(SETTING, groups={"sector": ("nhs",)})).is_unchanged(done())


def test_other_terms_matter():
    assert work(FRAMES, SETTING, "net", {"b", "a"}).is_unchanged(done((), False, "net", {"a", "b"}))
    assert not work(FRAMES, SETTING, "net", {"b"}).is_unchanged(done((), False, "net", {"a", "b"}))


def test_another_method_matters(monkeypatch):
    before = done()
    monkeypatch.setattr(resting, "method", lambda: "another")
    assert not work().is_unchanged(before)


def test_nothing_is_unchanged_that_was_never_done():
    assert not work().is_unchanged(None)


def test_every_process_finds_the_same_words_and_hashes():
    code = (
        "import pandas as pd; from etl.resting import digest, plain;"
        "print(plain({'b': {'x', 'y', 'z'}, 'a': frozenset('abc')}), "
        "digest(pd.DataFrame({'a': ['x', None, 'z'], 'b': [['p'], ['q'], []]}, dtype=object)))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(said) == 1


CELLS = st.one_of(st.none(), st.integers(-5, 5), st.text("ab0", max_size=2), st.dates(MONDAY, TUESDAY))


@given(st.lists(CELLS, min_size=1, max_size=5), st.lists(CELLS, min_size=1, max_size=5))
def test_columns_have_one_hash_only_where_they_are_the_same(one, other):
    hashes = [digest(pd.DataFrame({"a": pd.Series(each, dtype=object)})) for each in (one, other)]
    told = [[(type(cell), cell) for cell in each] for each in (one, other)]
    assert (hashes[0] == hashes[1]) == (told[0] == told[1])


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ([1, 2], [2, 1], False),
        ([1, 2], (1, 2), True),
        ("1", 1, False),
        (SETTING, replace(SETTING), True),
        (SETTING, replace(SETTING, county="D"), False),
    ],
)
def test_values_have_the_same_words_only_where_they_say_the_same(one, other, alike):
    assert (plain(one) == plain(other)) is alike


def test_a_changed_caller_of_the_methods_makes_all_work_anew(monkeypatch, tmp_path):
    before = resting.method()
    changed = tmp_path / "estimated.py"
    changed.write_text("another")
    assert resting.method.__wrapped__() == before
    monkeypatch.setattr(resting, "CALLERS", (changed, *resting.CALLERS[1:]))
    assert resting.method.__wrapped__() != before


def test_every_module_that_does_such_work_is_among_the_callers():
    doing = {path.name for path in resting.HERE.glob("*.py") if "work.is_unchanged(" in path.read_text()}
    assert doing
    assert doing <= {path.name for path in resting.CALLERS}
