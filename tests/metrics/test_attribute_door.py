"""`python -m metrics attribute` from the shell."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from metrics.__main__ import main
from tests.metrics.test_attribute import BOARDS, CANS

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def cans(tmp_path) -> Path:
    path = tmp_path / "cans.csv"
    lines = [f"{2020 + at // 12}-{at % 12 + 1:02}-01,{count},50" for at, count in enumerate(CANS)]
    path.write_text("\n".join(["date,value,inspected", *reversed(lines)]))
    return path


def test_the_textbooks_p_chart_comes_out_of_the_shell(cans):
    words = ["attribute", str(cans), "--kind", "p", "--exposure", "inspected", "--json"]
    shell = [sys.executable, "-m", "metrics", *words]
    done = subprocess.run(shell, capture_output=True, text=True, cwd=ROOT, check=True)
    [chart] = json.loads(done.stdout)["series"]
    assert chart["mean"] == pytest.approx(0.2313, abs=5e-5)
    assert chart["points"][0] == {
        "date": "2020-01-01", "value": 12, "rate": 0.24, "special": False,
        "lpl": pytest.approx(0.0524, abs=5e-5), "upl": pytest.approx(0.4102, abs=5e-5),
    }  # fmt: skip
    assert [at + 1 for at, point in enumerate(chart["points"]) if point["rate"] > point["upl"]] == [15, 23]


def test_series_are_told_apart_and_a_count_needs_no_exposure(tmp_path, capsys):
    rows = [f"{id},2025-01-{day:02},{count}" for id in "ab" for day, count in enumerate(BOARDS[:20], 1)]
    (tmp_path / "boards.csv").write_text("\n".join(["board,date,value", *rows]))
    assert main(["attribute", str(tmp_path / "boards.csv"), "--kind", "c", "--by", "board"]) == 0
    assert [line[:13] for line in capsys.readouterr().out.splitlines()] == ["a: 20 points,", "b: 20 points,"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--kind", "u"], "a u chart needs an exposure for every count"),
        (["--kind", "c", "--exposure", "inspected"], "a c chart needs no exposure"),
        (["--kind", "p", "--exposure", "seen"], "has no column seen"),
    ],
)
def test_what_makes_no_chart_is_refused_with_a_sentence(cans, capsys, words, said):
    assert main(["attribute", str(cans), *words]) == 2
    assert said in capsys.readouterr().err
