"""`python -m metrics rake` through the shell."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from metrics.__main__ import main
from tests.metrics import raked

ROOT = Path(__file__).parents[2]


@pytest.fixture
def files(tmp_path):
    """The sample and its two margins as CSV, and how they are named on the command line."""
    raked.people().to_csv(tmp_path / "people.csv", index=False)
    for name, counts in (("age", raked.AGE), ("sex", raked.SEX)):
        pd.DataFrame({name: list(counts), "Freq": list(counts.values())}).to_csv(tmp_path / f"{name}.csv", index=False)
    return tmp_path


def door(folder, *options, margins=("age=age.csv", "sex=sex.csv")):
    command = [sys.executable, "-m", "metrics", "rake", "people.csv", "--margins", *margins, *options]
    setting = {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=setting, capture_output=True, text=True, check=False)


DESIGN = ("--weight", "w", "--strata", "stratum", "--psu", "psu")


def test_the_json_has_weights_report_and_estimates_of_r(files):
    done = door(files, *DESIGN, "--item", "y", "z", "--json")
    answer = json.loads(done.stdout)
    assert np.abs(np.array(answer["weights"]) - raked.WEIGHTS).max() < 1e-8
    assert [(each["item"], each["estimate"], each["se"]) for each in answer["estimates"]] == [
        ("y", pytest.approx(4.79884411269104), pytest.approx(0.591970701210706)),
        ("z", pytest.approx(1.70903077993067), pytest.approx(0.264223734137737)),
    ]
    report = answer["report"]
    assert (report["n"], report["converged"], len(report["margins"])) == (30, True, 5)


def test_the_report_reads_as_text(files):
    done = door(files, *DESIGN, "--item", "y")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Respondents 30, effective 25.2 (Kish), design effect 1.188" in done.stdout
    assert "age 65+" in done.stdout
    assert "0.591971" in done.stdout


def test_weights_are_written_in_the_order_of_the_rows(files):
    door(files, *DESIGN, "--trim", "0.6,1.8", "--out", "weights.csv")
    assert np.abs(pd.read_csv(files / "weights.csv")["weight"].to_numpy() - raked.TRIMMED).max() < 1e-6


def test_a_minimum_merges_small_bands(files):
    answer = json.loads(door(files, "--minimum", "8", "--json").stdout)
    found = [each["category"] for each in answer["report"]["margins"]]
    assert found == ["18-34", "35-64 + 65+", "female", "male"]


REFUSED = {
    "not a margin": (("age",), (), "is not COLUMN=MARGIN.csv"),
    "no such file": (("age=none.csv",), (), "can't be read"),
    "no such column": (("home=age.csv",), (), "has no column home"),
    "bounds that aren't": (("age=age.csv",), ("--trim", "3"), "is not LOW,HIGH"),
    "totals apart": (("age=age.csv", "sex=short.csv"), (), "same number of people"),
    "too few cycles": (("age=age.csv", "sex=sex.csv"), ("--maxit", "1"), "not converged"),
    "text in an item": (("age=age.csv",), ("--item", "sex"), "hold no number"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_done_is_said_in_a_sentence(files, monkeypatch, capsys, case):
    margins, options, words = REFUSED[case]
    (files / "short.csv").write_text("sex,Freq\nfemale,500\nmale,490\n")
    monkeypatch.chdir(files)
    assert main(["rake", "people.csv", "--margins", *margins, *options]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert words in told.err
