"""`python -m metrics spc`, as an analyst meets it: a file in, JSON out."""

import csv
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from metrics.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / ".." / "shared" / "golden" / "spc"
QUIET = (10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11, 10)


def months(count, year=2022):
    return [f"{year + place // 12}-{place % 12 + 1:02d}-01" for place in range(count)]


@pytest.fixture
def file(tmp_path):
    def write(rows, header="date,value"):
        path = tmp_path / "visits.csv"
        path.write_text("\n".join([header, *(",".join(map(str, row)) for row in rows)]) + "\n", encoding="utf-8")
        return path
    return write


def asked(capsys, *words):
    assert main(["spc", *map(str, words), "--json"]) == 0
    return json.loads(capsys.readouterr().out)["series"]


def refused(capsys, *words):
    assert main(["spc", *map(str, words), "--json"]) == 2
    return capsys.readouterr().err


def types(series):
    return [point["type"] for point in series["points"]]


def test_the_shell_gives_json_with_every_point_and_both_icons(file):
    path = file(zip(months(14), [*QUIET, 60], strict=True))
    ran = subprocess.run(
        [sys.executable, "-m", "metrics", "spc", path, "--direction", "decrease", "--target", "90", "--json"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )
    [series] = json.loads(ran.stdout)["series"]
    assert set(series["points"][0]) == {"date", "value", "mean", "lpl", "upl", "type"}
    assert series["id"] == "visits"
    assert series["variation"] == series["points"][-1]["type"] == "special_cause_concern"
    assert series["variation_icon"] == "concern_high"
    assert series["assurance"] == "consistent_pass"


def test_without_json_there_is_a_line_a_series(file, capsys):
    path = file([*((d, v, "a") for d, v in zip(months(13), QUIET, strict=True)), ("2022-01-01", 3, "b")],
                "date,value,series_id")
    assert main(["spc", str(path), "--by", "series_id"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("a: 13 points, mean 10.46, limits")
    assert second == "b: 1 points, mean 3, limits not available, common_cause, no assurance"


def test_rows_may_come_in_any_order(file, capsys):
    rows = list(zip(months(14), [*QUIET, 60], strict=True))
    [series] = asked(capsys, file(rows[::-1]))
    assert [point["date"] for point in series["points"]] == months(14)
    assert series["variation"] == "special_cause_improvement"


def test_days_may_be_written_the_english_way(file, capsys):
    [series] = asked(capsys, file([("01/02/2024", 2), ("15/01/2024", 1)]))
    assert [point["value"] for point in series["points"]] == [1, 2]


def test_an_empty_value_and_na_are_missing_and_never_zero(file, capsys):
    [series] = asked(capsys, file([("2024-01-01", 10), ("2024-02-01", ""), ("2024-03-01", "NA"), ("2024-04-01", 12)]))
    assert [point["value"] for point in series["points"]] == [10, None, None, 12]
    assert {point["mean"] for point in series["points"]} == {11}
    assert {point["upl"] for point in series["points"]} == {None}


def test_a_rebase_date_starts_a_segment_and_one_that_is_no_data_date_is_ignored(file, capsys):
    path = file(zip(months(26), [*QUIET, *(value + 50 for value in QUIET)], strict=True))
    [series] = asked(capsys, path, "--rebase", "2023-02-01,2022-03-15")
    assert len({point["mean"] for point in series["points"]}) == 2
    assert set(types(series)) == {"common_cause"}


def test_a_constant_series_has_null_limits_and_null_assurance(file, capsys):
    [series] = asked(capsys, file(zip(months(20), [3.3] * 20, strict=True)), "--target", 4)
    assert {(point["mean"], point["lpl"], point["upl"]) for point in series["points"]} == {(3.3, None, None)}
    assert set(types(series)) == {"common_cause"}
    assert series["assurance"] is None


def test_a_steady_trend_with_gaps_in_it_does_not_stop_the_run(file, capsys):
    values = [1, 2, "", 4, 5, 6, "", 8, 9, 10, 11, 12, 13, 14, 15]
    [series] = asked(capsys, file(zip(months(15), values, strict=True)))
    assert types(series)[2] == types(series)[6] == "common_cause"


def test_screening_and_the_baseline_can_be_set(file, capsys):
    path = file(zip(months(20), [*QUIET, 11, 40, 11, 10, 12, 11, 10], strict=True))
    ends = [asked(capsys, path, *words)[0]["points"][-1] for words in ((), ("--no-screen",), ("--baseline-points", 12))]
    assert ends[1]["upl"] > ends[0]["upl"]
    assert ends[2]["mean"] == pytest.approx(sum(QUIET[:12]) / 12)


@pytest.mark.parametrize(
    ("rows", "words", "said"),
    [([("2024-01-01", 1), ("2024-01-01", 2)], (), "2024-01-01 stands twice"),
     ([("2024-01-01", "many")], (), "line 2: value is 'many', which is no number"),
     ([("2024-01-01", "inf")], (), "which is no number"),
     ([("soon", 1)], (), "'soon' is no date; write dates as 2025-01-31"),
     ([("", 1)], (), "a date is empty"),
     ([("2024-01-01", 1)], ("--by", "ward"), "no column ward"),
     ([("2024-01-01", 1)], ("--baseline-points", 5), "12 points or more"),
     ([("2024-01-01", 1)], ("--rebase", "spring"), "--rebase: 'spring' is no date")],
)
def test_what_cannot_be_judged_is_refused_in_a_sentence(file, capsys, rows, words, said):
    assert said in refused(capsys, file(rows), *words)


def golden(name):
    found = defaultdict(list)
    with (GOLDEN / f"{name}.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            found[row["series_id"]].append(row)
    return found


def words_of(settings):
    words = ["--by", "series_id", "--direction", settings["improvement_direction"]]
    words += ["--rebase", settings["rebase"].replace(";", ",")]
    words += ["--target", settings["target"]] if settings["target"] else []
    words += ["--baseline-points", str(int(float(n)))] if (n := settings["fix_after_n_points"]) else []
    return tuple(words + (["--no-screen"] if settings["screen_outliers"] == "FALSE" else []))


@pytest.mark.skipif(not GOLDEN.exists(), reason="the judged series are not beside the project")
def test_the_door_judges_every_series_as_the_nhs_package_judges_it(file, capsys):
    values, points, summary = (golden(name) for name in ("values", "points", "summary"))
    together = defaultdict(list)
    for name, [settings] in golden("series").items():
        together[words_of(settings)] += [tuple(row.values()) for row in values[name]]
    for words, rows in together.items():
        for series in asked(capsys, file(rows, "series_id,date,value"), *words):
            same_series(series, points[series["id"]], summary[series["id"]][0])


def same_series(series, points, row):
    for mine, theirs in zip(series["points"], points, strict=bool(points)):  # the peer stopped at one series
        place = series["id"], theirs["date"]
        assert (mine["date"], mine["type"]) == (theirs["date"], theirs["point_type"]), place
        for column in ("mean", "lpl", "upl"):
            wanted = None if theirs[column] in ("", "NaN") else pytest.approx(float(theirs[column]), rel=1e-9)
            assert mine[column] == wanted, place
    if points:
        assert (series["variation"], series["variation_icon"]) == (row["variation"], row["variation_icon"])
        without_limits = series["points"][-1]["upl"] is None
        assert series["assurance"] == (None if without_limits else row["assurance"] or None), series["id"]
