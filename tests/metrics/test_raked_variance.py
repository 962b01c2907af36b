"""Standard errors after raking: R's `rake` and R's `calibrate`, both."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from metrics.estimation.design import Sample, lay_out
from metrics.margins import strict_margin
from metrics.raked_means import raked_mean
from metrics.raked_variance import RakedSample
from metrics.raking import rake
from tests.metrics import raked

GOLDEN = Path(__file__).parents[2] / ".." / "shared" / "golden" / "survey"

# R: svymean(~y, r, na.rm=TRUE, deff=TRUE), confint(df=degf(r)); SE(svymean(~y, calibrate(..., calfun="raking")))
MEANS = {
    "y": {"estimate": 4.79884411269104, "se": 0.591970701210706, "deff": 1.06983018905727, "low": 3.2771349809299,
          "high": 6.32055324445217, "se_calibrate": 0.602723613946366, "n": 30, "df": 5},
    "z": {"estimate": 1.70903077993067, "se": 0.264223734137737, "deff": 0.655725972571296, "low": 1.02982204841221,
          "high": 2.38823951144914, "se_calibrate": 0.263814710885331, "n": 27, "df": 5},
}  # fmt: skip


@pytest.mark.parametrize("item", MEANS)
def test_a_mean_has_the_standard_errors_of_r(item):
    people, sample = raked.sample()
    found = raked_mean(people[item].to_numpy(float), sample)
    assert {name: found[name] for name in MEANS[item]} == pytest.approx(MEANS[item], rel=1e-9)


def test_a_total_and_a_domain_have_the_standard_errors_of_r():
    people, sample = raked.sample()
    y, male = people["y"].to_numpy(float), (people["sex"] == "male").to_numpy()
    weighted = sample.weights * male
    mean = (weighted * y).sum() / weighted.sum()
    assert sample.rake_se(sample.weights * y) == pytest.approx(591.970701210706, rel=1e-9)
    assert mean == pytest.approx(4.78345773949318, rel=1e-9)
    assert sample.rake_se(weighted * (y - mean) / weighted.sum()) == pytest.approx(0.996536474773544, rel=1e-9)


def test_a_margin_itself_is_known_so_it_has_no_error():
    people, sample = raked.sample()
    of_age = raked_mean((people["age"] == "65+").to_numpy(float), sample)
    assert of_age["estimate"] == pytest.approx(0.25)
    assert (of_age["se"], of_age["se_calibrate"]) == pytest.approx((0, 0), abs=1e-9)


@pytest.mark.parametrize(("answered", "n"), [([], 0), ([3], 1), ([0, 1, 2, 3], 4)], ids=["nobody", "one", "one point"])
def test_an_item_that_too_few_answered_has_no_figures(answered, n):
    _, sample = raked.sample()
    found = raked_mean(np.where(np.isin(np.arange(30), answered), 5.0, np.nan), sample)
    assert found["n"] == n
    assert np.isnan([found[name] for name in ("estimate", "se", "se_calibrate", "low", "high")]).all()


@pytest.mark.skipif(not GOLDEN.exists(), reason="the golden figures are not here")
def test_the_golden_standard_errors_are_met_to_1e_6():
    golden = json.loads((GOLDEN / "golden_rake.json").read_text())
    told = pd.read_csv(GOLDEN / golden["dataset"])
    margins = [strict_margin(name, told[name], counts) for name, counts in golden["margins"].items()]
    design, psu, base = lay_out(told, Sample("pw", "", "dnum"))
    sample = RakedSample(rake(base, margins).weights, base, margins, design, psu)
    wanted, weights, api00 = golden["rake"], sample.weights, told["api00"].to_numpy(float)
    found = raked_mean(api00, sample)
    assert (found["estimate"], found["se"]) == pytest.approx(tuple(wanted["api00"].values()), rel=1e-8)
    assert found["se_calibrate"] == pytest.approx(golden["calibrate_raking"]["api00"]["se"], rel=1e-8)
    assert sample.rake_se(weights * told["enroll"]) == pytest.approx(wanted["total_enroll"]["se"], rel=1e-8)
    for stype, mean, se in zip(*wanted["by_stype"].values(), strict=True):
        of = weights * (told["stype"] == stype).to_numpy()
        assert sample.rake_se(of * (api00 - mean) / of.sum()) == pytest.approx(se, rel=1e-8)
