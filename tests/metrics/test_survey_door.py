"""The analyst's command, through the shell."""

import contextlib
import io
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.__main__ import main
from metrics.doors.common import DoorError
from metrics.doors.survey_where import chosen, parse
from tests.metrics.test_survey import PEOPLE

ROOT = Path(__file__).resolve().parents[2]
ANSWERS = PEOPLE["y"].dropna()
NET = (ANSWERS > 3).mean() - (ANSWERS < 3).mean()
FRAME = pd.DataFrame({"wave": [3, 4, 4, None], "sex": ["f", "m", None, "f"], "a b": [1, 2, 3, 4]})


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("survey") / "people.csv"
    PEOPLE.to_csv(path, index=False)
    return path


@dataclass
class Answer:
    returncode: int
    stdout: str
    stderr: str


def shell(file, words):
    command = [sys.executable, "-m", "metrics", "survey", str(file), *words.split()]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def door(file, words):
    """The same command without a process of its own, which takes seconds to start."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(["survey", str(file), *words.split()])
    return Answer(code, out.getvalue(), err.getvalue())


def estimates(file, words, ask=door):
    answer = ask(file, words + " --json")
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)["estimates"]


# the command

def test_the_answer_is_json_with_one_object_a_group(file):
    words = "--item y --statistic share --codes 4,5 --weight w --strata h --psu p --fpc N --by g,wave"
    found = estimates(file, words, shell)
    assert [each["by"] for each in found] == [{"g": g, "wave": wave} for g in "ab" for wave in (1, 2)]
    assert list(found[0]) == ["by", "estimate", "se", "low", "high", "n", "n_eff", "df", "deff", "interval"]


def test_where_keeps_the_design_and_interval_is_obeyed(file):
    words = "--item y --statistic share --codes 4,5 --weight w --strata h --psu p --fpc N --where g==b --interval beta"
    (found,) = estimates(file, words, shell)
    expected = [0.425531914894, 0.119205313877, 0.192783839597, 0.685498430196]  # R, as in test_survey.py
    assert [found[name] for name in ("estimate", "se", "low", "high")] == pytest.approx(expected, rel=1e-10)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("--item x --statistic total", PEOPLE["x"].sum()),
        ("--item x --statistic median", 54),
        ("--item x --statistic quantile --probability 0.9", np.sort(PEOPLE["x"])[53]),
        ("--item x --statistic ratio --denominator w", PEOPLE["x"].sum() / PEOPLE["w"].sum()),
        ("--item y --statistic net --codes 4,5 --against 1,2", NET),
    ],
)  # fmt: skip
def test_weights_strata_and_points_may_be_left_out(file, words, expected):
    assert estimates(file, words)[0]["estimate"] == pytest.approx(expected)


def test_what_is_withheld_is_null_with_a_reason(file):
    (found,) = estimates(file, "--item y --statistic mean --where wave==9")
    assert found["reason"] == "Nobody answered."
    assert found["estimate"] is found["se"] is found["low"] is found["deff"] is None


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("--item nope --statistic mean", "no column nope"),
        ("--item g --statistic mean", "holds text"),
        ("--item y --statistic share", "needs codes"),
        ("--item y --statistic mean --codes 4", "--codes is for share and net"),
        ("--item y --statistic quantile", "needs --probability"),
        ("--item y --statistic mean --interval beta", "for shares and nets"),
        ("--item y --statistic mean --where __import__('os')", "--where"),
        ("--item x --statistic mean --weight y", "no y"),
    ],
)
def test_what_can_not_be_answered_is_refused_with_a_sentence(file, words, sentence):
    answer = door(file, words + " --json")
    assert answer.returncode == 2
    assert sentence in answer.stderr
    assert not answer.stdout


def test_a_table_is_printed_without_json_and_says_what_was_done_with_lonely_strata(tmp_path):
    path = tmp_path / "lone.csv"
    PEOPLE.assign(p=PEOPLE["p"].where(PEOPLE["h"] != 2, 0)).to_csv(path, index=False)
    words = "--item y --statistic mean --strata h --psu p"
    assert "Stratum 2 has one sampling point only" in door(path, words).stdout
    refused = shell(path, words + " --lonely fail")
    assert (refused.returncode, "Stratum 2 has only one PSU" in refused.stderr) == (2, True)


def test_the_word_none_is_an_answer_and_no_blank(tmp_path):
    path = tmp_path / "words.csv"
    path.write_text("q\nNone\nSome\n\nNA\nNone\n", encoding="utf-8")
    (found,) = estimates(path, "--item q --statistic share --codes None")
    assert (found["estimate"], found["n"]) == (pytest.approx(2 / 3), 3)


# --where

@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("wave==4", [1, 2]), ("wave != 4", [0]), ("wave<4 or wave>=4", [0, 1, 2]), ("sex == 'f' and wave == 3", [0]),
        ("sex==f", [0, 3]), ("sex!=f", [1]), ("`a b` > 2", [2, 3]), ("wave==3 or wave==4 and sex==m", [0, 1]),
    ],
)  # fmt: skip
def test_conditions_choose_rows(text, rows):
    assert chosen(text, FRAME).nonzero()[0].tolist() == rows


@pytest.mark.parametrize(
    "text", ["", "wave", "wave=4", "wave==4 and", "wave==4 sex==f", "wave==4; x==1", "(wave==4)", "wave==4 && a==1",
             "wave=='4", "4", "and and and", "__import__('os').system('x')"],
)  # fmt: skip
def test_anything_else_is_refused(text):
    with pytest.raises((DoorError, KeyError)):
        chosen(text, FRAME)


@given(st.text(max_size=40))
def test_no_text_is_run_or_breaks_the_parser(text):
    with contextlib.suppress(DoorError):
        assert parse(text)
