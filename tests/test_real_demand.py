"""Real A&E counts through the shell: they replace the samples of their services, breaks are breaks."""

import csv
import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from data import reads
from data.framework import load_framework
from data.settings import PROJECT

REAL = PROJECT.parent / "shared" / "reference" / "ae_trust_2016_19.csv"
MAPPING = [
    "--map", "area=org_code", "--map", "count=attendances", "--map", "service=type",
    "--value", "service:1=ae_type1", "--value", "service:other=ae_other",
]  # fmt: skip
MERGED, RECORDED = dt.date(2018, 7, 1), dt.date(2017, 1, 1)


def load(demo, file: Path) -> dict:
    """What the command answers."""
    command = [sys.executable, "-m", "etl", "load", str(file), "--dataset", "service_demand", *MAPPING]
    done = subprocess.run(
        [*command, "--db", demo.url, "--json"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def published(demo, number: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Estimates and statuses of a publication."""
    store = demo.open()
    with store.read() as connection:
        at = reads.publication(connection, number).id
        found = reads.estimates(connection, at), reads.statuses(connection, at)
    store.close()
    return found


def months() -> list[dt.date]:
    return [dt.date(2016 + n // 12, 1 + n % 12, 1) for n in range(3, 39)]


def small_file(path: Path) -> Path:
    """Three trusts, 36 months: RDE's type 1 doubles in July 2018, its other types start in January 2017."""
    with path.open("w", newline="", encoding="utf-8") as file:
        write = csv.writer(file).writerow
        write(["period", "org_code", "type", "attendances", "breaches", "admissions"])
        for at, month in enumerate(months()):
            wobble = 40.0 * (at % 5)
            write([month, "RAJ", "1", 7800 + wobble, 900.0, 2400.0])
            write([month, "RDD", "1", 12000 + wobble, 1100.0, 2500.0])
            write([month, "RDE", "1", (16000 if month >= MERGED else 7500) + wobble, 700.0, 2600.0])
            write([month, "RDE", "other", (4600 if month >= RECORDED else 30) + wobble / 10, 0.0, 0.0])
    return path


@pytest.fixture(scope="module")
def loaded(demo_store, tmp_path_factory):
    """The small file published on a copy of the store: the answer, estimates of I21, statuses, the store."""
    folder = tmp_path_factory.mktemp("real")
    demo = demo_store.copy_to(folder)
    answer = load(demo, small_file(folder / "ae.csv"))
    figures, said = published(demo, answer["publication"])
    return answer, figures, said, demo


def a_and_e(loaded, **wanted) -> pd.DataFrame:
    """Estimates of I21 that are about A&E; the services listed beside it are not."""
    found = loaded[1][loaded[1]["indicator"] == "I21"]
    found = found[(found["group_dim"] != "service") | found["group_value"].isin(["ae_type1", "ae_other"])]
    for column, value in wanted.items():
        found = found[found[column] == value]
    return found.sort_values("period_start")


def segments(rows: pd.DataFrame) -> dict[int, tuple[dt.date, int]]:
    """The first day and the number of months of each segment."""
    return {number: (min(part["period_start"]), len(part)) for number, part in rows.groupby("segment")}


def test_the_file_is_published_whole_as_the_next_publication(loaded):
    answer = loaded[0]
    assert (answer["published"], answer["rows"], answer["publication"]) == (True, 4 * 36, 2)
    assert {fault["severity"] for fault in answer["faults"]} <= {"notice", "warning"}


def test_the_trusts_are_shown_per_day_and_without_a_rate(loaded):
    assert set(a_and_e(loaded, statistic="per_day")["area_code"]) == {"RAJ", "RDD", "RDE"}
    assert set(a_and_e(loaded)["statistic"]) == {"per_day", "count"}


def test_a_month_is_divided_by_its_own_days(loaded):
    february = a_and_e(loaded, statistic="per_day", area_code="RDD", period_start=dt.date(2017, 2, 1))
    [row] = february.to_dict("records")
    assert row["value"] == row["numerator"] / 28
    assert row["denominator"] == 28


def test_type_1_of_the_merged_trust_is_cut_at_the_merger_and_steps_there(loaded):
    rows = a_and_e(loaded, statistic="per_day", area_code="RDE", group_dim="")
    assert segments(rows) == {1: (dt.date(2016, 4, 1), 27), 2: (MERGED, 9)}
    before, after = (part["centre"].unique() for _, part in rows.groupby("segment"))
    assert len(before) == len(after) == 1
    assert after[0] / before[0] == pytest.approx(2.1, abs=0.1)


def test_its_other_types_are_cut_where_recording_began(loaded):
    rows = a_and_e(loaded, statistic="per_day", group_dim="service", group_value="ae_other")
    assert segments(rows) == {1: (dt.date(2016, 4, 1), 9), 2: (RECORDED, 27)}
    assert set(rows["area_code"]) == {"RDE"}


def test_a_trust_without_a_break_is_one_segment(loaded):
    rows = a_and_e(loaded, statistic="per_day", area_code="RDD")
    assert segments(rows) == {1: (dt.date(2016, 4, 1), 36)}


def test_the_sample_of_the_service_is_gone_and_nothing_of_it_is_illustrative(loaded):
    rows = a_and_e(loaded)
    assert not rows["illustrative"].any()
    assert {upload for trace in rows["trace"] for upload, *_ in trace} == {loaded[0]["upload"]}
    assert max(rows["period_end"]) == dt.date(2019, 3, 31)


def test_the_other_services_stay_as_they_were_and_illustrative(loaded, demo_store):
    before, _ = published(demo_store, demo_store.publication)
    for indicator in ("I22", "I23"):
        old, new = (each[each["indicator"] == indicator] for each in (before, loaded[1]))
        assert old["value"].tolist() == new["value"].tolist()
        assert new["illustrative"].all()


def test_raj_was_southend_in_2016(loaded):
    [row] = a_and_e(
        loaded, statistic="per_day", area_code="RAJ", period_start=dt.date(2016, 4, 1)
    ).to_dict("records")  # fmt: skip
    framework = load_framework()
    assert "Southend" in framework.area_name("RAJ", on=row["period_end"])
    assert framework.area("RAJ", on=row["period_end"]).valid_from == row["area_valid_from"]
    assert framework.area("RAJ").valid_from > row["area_valid_from"]


def test_no_trusts_figures_stand_in_for_the_countys(loaded):
    said = loaded[2][loaded[2]["kind"] == "indicator"].set_index("subject").loc["I21"]
    assert (said["change"], said["target"]) == ("not_enough_points", "uncertain")


def test_the_first_publication_still_shows_the_sample(loaded, demo_store):
    before, _ = published(demo_store, demo_store.publication)
    after, _ = published(loaded[3], demo_store.publication)
    assert before["value"].tolist() == pytest.approx(after["value"].tolist(), nan_ok=True, abs=0)
    assert before[before["indicator"] == "I21"]["illustrative"].all()


@pytest.mark.skipif(not REAL.exists(), reason="the reference file is not there")
def test_the_real_file_gives_these_figures(demo_store, tmp_path):
    demo = demo_store.copy_to(tmp_path)
    answer = load(demo, REAL)
    rows, _ = published(demo, answer["publication"])
    rde = rows[(rows["indicator"] == "I21") & (rows["area_code"] == "RDE") & (rows["statistic"] == "per_day")]
    own, other = (rde[rde["group_dim"] == dim].sort_values("period_start") for dim in ("", "service"))
    told = {
        "rows": answer["rows"], "publication": answer["publication"],
        "first month of type 1": round(own["value"].iloc[0], 2),
        "type 1, mean of months": own.groupby("segment")["value"].mean().round(1).to_dict(),
        "other, mean of months": other.groupby("segment")["value"].mean().round(1).to_dict(),
        "other begins": (min(other["period_start"]), other["segment"].iloc[0]),
    }  # fmt: skip
    assert told == {
        "rows": 266, "publication": 2,
        "first month of type 1": _real_per_day("RDE", "1", "2016-04-01", 30),
        "type 1, mean of months": {1: 246.2, 2: 525.2},
        "other, mean of months": {2: 163.9},
        "other begins": (RECORDED, 2),
    }  # fmt: skip
    assert segments(own) == {1: (dt.date(2016, 4, 1), 27), 2: (MERGED, 9)}


def _real_per_day(trust: str, kind: str, month: str, days: int) -> float:
    with REAL.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if (row["org_code"], row["type"]) == (trust, kind)]
    [count] = [float(row["attendances"]) for row in rows if row["period"] == month]
    return round(count / days, 2)
