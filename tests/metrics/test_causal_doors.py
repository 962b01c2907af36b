"""`python -m metrics its`, `did` and `sc`, as an analyst meets them, and their agreement with R."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from metrics.__main__ import main
from tests.metrics.designs.made import series

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / ".." / "shared" / "golden" / "causal"
golden = pytest.mark.skipif(not GOLDEN.exists(), reason="the worked examples are not beside the project")


@pytest.fixture
def asked(capsys):
    def ask(*words):
        assert main([*map(str, words), "--json"]) == 0
        return json.loads(capsys.readouterr().out)
    return ask


@pytest.fixture
def file(tmp_path):
    def write(data, form=str):
        path = tmp_path / "visits.csv"
        rows = [f"{form(start)},{value}" for start, value in zip(data.starts, data.values, strict=True)]
        path.write_text("\n".join(["date,value", *rows]) + "\n", encoding="utf-8")
        return path
    return write


@pytest.fixture(scope="module")
def results():
    entries = json.loads((GOLDEN / "golden_causal.json").read_text(encoding="utf-8"))["entries"]
    return {entry["id"]: entry["result"] for entry in entries}


def near(found, expected, rel=1e-6):
    np.testing.assert_allclose(found, expected, rtol=rel)


def of(answer, what):
    return [row[what] for row in answer["coefficients"]]


@pytest.mark.parametrize("form", [str, lambda start: str(start)[:7]])
def test_a_fall_is_found_from_a_file_of_dates(asked, file, form):
    found = asked("its", file(series(effect=0.2), form), "--start", "2019-01")
    assert found["verdict"] == "fell"
    assert found["avoided"]["value"] == pytest.approx(found["expected"]["value"] - found["observed"])
    assert [row["name"] for row in found["coefficients"]][-1] == "level"


def test_it_runs_in_the_shell_and_says_its_sentence(file):
    words = [sys.executable, "-m", "metrics", "its", str(file(series(effect=0.2))), "--start", "2019-01"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Demand fell:")


@pytest.mark.parametrize(
    ("words", "said"),
    [(["--start", "soon"], "is no date"), (["--start", "2019-01", "--value", "calls"], "has no column calls")],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(file, capsys, words, said):
    assert main(["its", str(file(series())), *words]) == 2
    assert said in capsys.readouterr().err


def test_a_refusal_says_why_and_the_regression_is_still_there(asked, file):
    found = asked("its", file(series(months=52)), "--start", "2019-01")
    assert (found["verdict"], found["expected"]) == ("refused", None)
    assert found["refusals"][0]["code"] == "too_few_after"
    assert found["coefficients"]


SEATBELTS = ("its", GOLDEN / "seatbelts.csv", "--date", "t", "--value", "drivers", "--indicator", "law",
             "--month-dummies")


@golden
@pytest.mark.parametrize(
    ("more", "entry", "se"),
    [
        (("--family", "gaussian", "--log"), "seatbelts.ols_log_step", "se"),
        (("--family", "gaussian", "--log", "--newey-west", 12), "seatbelts.ols_log_step", "nw_se"),
        (("--family", "gaussian", "--log", "--newey-west", 12, "--adjust"), "seatbelts.ols_log_step", "nw_se_adjust"),
        (("--family", "gaussian", "--slope"), "seatbelts.ols_level_slope", "se"),
        (("--slope",), "seatbelts.quasi_level_slope", "se"),
        (("--slope", "--newey-west", 12), "seatbelts.quasi_level_slope", "nw_se"),
        (("--slope", "--newey-west", 12, "--adjust"), "seatbelts.quasi_level_slope", "nw_se_adjust"),
    ],
)
def test_segmented_regressions_are_those_of_r(asked, results, more, entry, se):
    found = asked(*SEATBELTS, *more)
    near(of(found, "estimate"), results[entry]["coef"])
    near(of(found, "se"), results[entry][se])


@golden
def test_negative_binomial_is_that_of_mass(asked, results):
    found = asked(*SEATBELTS, "--family", "negbin")
    near(of(found, "estimate"), results["seatbelts.negbin_step"]["coef"])
    near(of(found, "se"), results["seatbelts.negbin_step"]["se"], rel=0.01)
    near(found["regression"]["theta"], results["seatbelts.negbin_step"]["theta"])


@golden
@pytest.mark.parametrize(
    ("words", "entry"),
    [
        ((*SEATBELTS, "--slope"), "seatbelts.quasi_avoided"),
        ((*SEATBELTS, "--slope", "--family", "gaussian", "--newey-west", 12), "seatbelts.ols_level_slope_avoided"),
    ],
)
def test_what_a_regression_says_was_avoided_is_that_of_r(asked, results, words, entry):
    found, expected = asked(*words)["regression"], results[entry]
    near(found["expected"], expected["counterfactual_post"])
    near([found["avoided"], found["avoided_se"]], [expected["avoided_model"], expected["se_model"]])
    near([found["avoided_low"], found["avoided_high"]], expected["ci95_model"])
    near(found["expected_se"], expected["se_counterfactual_total"])
    near(found["expected_by_period"], expected["counterfactual_by_month"])


@golden
def test_a_district_of_a_panel_with_harmonics_is_that_of_r(asked, results):
    found = asked("its", GOLDEN / "demand.csv", "--by", "district", "--date", "month", "--value", "demand",
                  "--start", "2023-01", "--slope")
    [one] = [each for each in found["series"] if each["id"] == "Basildon"]
    near(of(one, "estimate"), results["demand.its.Basildon"]["coef"], rel=1e-6)
    near(of(one, "p"), results["demand.its.Basildon"]["p"], rel=1e-6)


@golden
@pytest.mark.parametrize(
    ("more", "entry"),
    [(("--value", "rprice"), "kielmc.did"), (("--value", "rprice", "--covariates", "age,agesq"), "kielmc.did_age"),
     (("--value", "price", "--log"), "kielmc.did_log")],
)
def test_two_groups_and_periods_are_those_of_wooldridge(asked, results, more, entry):
    found = asked("did", GOLDEN / "kielmc.csv", "--treated", "nearinc", "--start", "y81", *more)
    near(of(found, "estimate"), results[entry]["coef"])
    near(of(found, "se"), results[entry]["se"])
    near(of(found, "p"), results[entry]["p"])


PANEL = ("did", GOLDEN / "demand.csv", "--unit", "district", "--time", "month", "--value", "demand",
         "--treated", "treated", "--start", "2023-01")


@golden
@pytest.mark.parametrize(("more", "se"), [((), "se_model"), (("--cluster", "district"), "se_cluster_HC1")])
def test_two_way_poisson_is_that_of_r(asked, results, more, se):
    [did] = asked(*PANEL, "--family", "quasipoisson", *more)["coefficients"]
    near([did["estimate"], did["se"]], [results["demand.twfe_poisson"]["coef"], results["demand.twfe_poisson"][se]])


@golden
def test_permutation_goes_through_every_assignment(asked, results):
    found, expected = asked(*PANEL, "--log", "--event-study"), results["demand.did_permutation"]
    near([found["permutation"]["did"], found["permutation"]["p"]], [expected["did"], expected["p_two_sided"]])
    assert found["permutation"]["assignments"] == expected["n_perm"]
    assert len(found["event_study"]) == 71


@golden
def test_synthetic_control_of_california_is_that_of_quadprog(asked, results):
    found = asked("sc", GOLDEN / "california_prop99.csv", "--time", "Year", "--treated", "California",
                  "--start", 1989, "--placebo")["synthetic"]
    expected = results["prop99.sc_outcomes_only"]
    weights = dict(zip(expected["units"], expected["weights"], strict=True))
    assert found["weights"] == pytest.approx({**dict.fromkeys(found["weights"], 0.0), **weights}, abs=1e-4)
    np.testing.assert_allclose(found["gap"], expected["gap"], atol=1e-3)
    near([found["pre_rmspe"], found["effect"]], [expected["pre_rmspe"], expected["att_1989_2000"]], rel=1e-5)
    assert (found["placebo"]["rank"], found["placebo"]["p"]) == (3, pytest.approx(expected["p"]))


@golden
def test_synthetic_control_of_a_district_leaves_the_other_treated_out(asked, results):
    found = asked("sc", GOLDEN / "demand.csv", "--unit", "district", "--time", "t", "--value", "demand", "--treated",
                  "Basildon", "--start", 49, "--exclude", "Colchester,Harlow,Tendring", "--population", "population",
                  "--placebo")["synthetic"]
    expected = results["demand.sc.Basildon"]
    assert list(found["weights"].values()) == pytest.approx(expected["weights"], abs=1e-4)
    near([found["avoided"], found["ratio"]], [expected["avoided_count"], expected["rmspe_ratio"]], rel=1e-4)
    assert found["placebo"]["p"] == pytest.approx(expected["p"])
