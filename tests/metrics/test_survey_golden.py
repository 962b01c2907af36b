"""Every figure in scope that R gave for the golden cases, where they stand beside the project."""

import json
from pathlib import Path

import pandas as pd
import pytest

from metrics.estimation.contrasts import difference
from metrics.estimation.design import Sample
from metrics.estimation.scoring import Question
from metrics.survey import Survey
from tests.metrics.test_survey_door import door, estimates

GOLDEN = Path(__file__).resolve().parents[2] / ".." / "shared" / "golden" / "survey"
pytestmark = pytest.mark.skipif(not GOLDEN.exists(), reason="R's answers are not beside the project")
SAMPLES = {
    "apisrs": Sample("pw", "", "", "fpc"), "apistrat": Sample("pw", "stype", "", "fpc"),
    "apiclus1": Sample("pw", "", "dnum", "fpc"),
}  # fmt: skip
WIDE = Question("sch.wide", "share", codes=("Yes",))


def of_r(name="golden.json"):
    return {entry["id"]: entry for entry in json.loads((GOLDEN / name).read_text(encoding="utf-8"))["entries"]}


def api(name):
    return Survey(pd.read_csv(GOLDEN / f"{name}.csv"), SAMPLES[name])


def close(made, expected):
    assert list(made) == pytest.approx(list(expected), rel=1e-9, abs=1e-15)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize(
    ("suffix", "question"),
    [("mean_api00", Question("api00")), ("total_enroll", Question("enroll", "total")),
     ("ratio_api", Question("api00", "ratio", denominator="api99"))],
)  # fmt: skip
def test_levels_agree_with_r(name, suffix, question):
    expected, row = of_r()[f"{name}.{suffix}"]["result"], api(name).estimate(question).loc[0]
    close(row[["estimate", "se", "low", "high", "df"]],
          [expected["estimate"], expected["se"], *expected["ci95_t"][0], expected["df"]])  # fmt: skip
    if "deff" in expected:
        close([row["deff"]], [expected["deff"]])


@pytest.mark.parametrize("name", SAMPLES)
def test_deff_with_replacement_agrees_with_r(name):
    expected = of_r()[f"{name}.mean_api00_deff_replace"]["result"]["deff"]
    close(api(name).levels(Question("api00")).deff_replace, [expected])


@pytest.mark.parametrize("name", SAMPLES)
def test_levels_of_a_factor_agree_with_r(name):
    expected = of_r()[f"{name}.prop_stype"]["result"]
    rows = [api(name).estimate(Question("stype", "share", codes=(code,))).loc[0] for code in "EHM"]
    for figure in ("estimate", "se", "deff"):
        close([row[figure] for row in rows], expected[figure])


@pytest.mark.parametrize("name", SAMPLES)
def test_domains_agree_with_r(name):
    expected, table = of_r()[f"{name}.by_stype"]["result"], api(name).estimate(Question("api00"), ["stype"])
    close(table["estimate"], expected["api00"])
    close(table["se"], expected["se"])


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize(("interval", "method"), [("logit", "xlogit"), ("beta", "beta"), ("t", "mean")])
def test_intervals_agree_with_r(name, interval, method):
    expected = of_r()[f"{name}.ciprop_schwide_{method}"]["result"]
    close(api(name).estimate(WIDE, interval=interval).loc[0, ["low", "high"]], expected["ci95"])


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("rule", ["math", "school", "hf7"])
def test_quantiles_agree_with_r(name, rule):
    expected = of_r()[f"{name}.quantile_{rule}"]["result"]
    for at, p in enumerate(expected["p"]):
        row = api(name).estimate(Question("api00", "quantile", probability=p, rule=rule)).loc[0]
        close(row[["estimate", "se", "low", "high"]],
              [expected["estimate"][at], expected["se"][at], *expected["ci95"][at]])  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_tests_agree_with_r(name):
    found, answers = api(name).association("sch.wide", "awards"), of_r()
    f, chisq, t = (answers[f"{name}.{test}"]["result"] for test in ("chisq_F", "chisq_Chisq", "ttest_comp"))
    close([found.f, found.df1, found.df2, found.p], [f["statistic"], *f["parameter"], f["p"]])
    close([found.chisq, found.chisq_p], [chisq["statistic"], chisq["p"]])
    levels = api(name).levels(Question("api00"), ["sch.wide"])
    gap = difference(levels, 1, levels, 0)
    close([gap.value, gap.value / gap.se], [t["diff"], t["t"]])


@pytest.mark.parametrize("statistic", ["mean.y", "meanx.x", "total.x"])
@pytest.mark.parametrize("setting", ["fail", "remove", "certainty", "adjust", "average"])
def test_lonely_strata_agree_with_r(statistic, setting):
    entry, item = statistic.split(".")
    expected = of_r("golden_edge.json")[f"single_psu.{entry}.{setting}"]["result"]
    kind = "total" if entry == "total" else "mean"
    words = f"--item {item} --statistic {kind} --weight w --strata stratum --psu psu --lonely {setting}"
    if "error" in expected:
        answer = door(GOLDEN / "edge_single_psu.csv", words)
        assert (answer.returncode, "Stratum D has only one PSU" in answer.stderr) == (2, True)
    else:
        (found,) = estimates(GOLDEN / "edge_single_psu.csv", words)
        close([found["estimate"], found["se"], found["df"]], [expected["estimate"], expected["se"], 12])


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("zerovar.mean.rare", "--item rare --statistic mean --weight w"),
        ("zerovar.ciprop.rare.beta", "--item rare --statistic share --codes 1 --weight w --interval beta"),
        ("zerovar.ciprop.nearlyall.xlogit", "--item nearlyall --statistic share --codes 1 --weight w --interval logit"),
        ("oneeach.mean", "--item oneeach --statistic mean --weight w"),
        ("zero_weights.mean", "--item x --statistic mean --weight wz"),
    ],
)
def test_edges_agree_with_r(entry, words):
    expected = of_r("golden_edge.json")[entry]["result"]
    (found,) = estimates(GOLDEN / "edge_misc.csv", f"{words} --strata stratum --psu psu")
    close([found["estimate"], found["se"]], [expected["estimate"], expected["se"]])
    if "ci95" in expected:
        close([found["low"], found["high"]], expected["ci95"])


@pytest.mark.parametrize(
    "words", ["--item allna", "--item one", "--item x --where dom==nobody", "--item x --where dom==single"]
)
def test_where_r_says_0_with_se_0_nothing_is_said(words):
    (found,) = estimates(GOLDEN / "edge_misc.csv", f"{words} --statistic mean --weight w --strata stratum --psu psu")
    assert found["estimate"] is None
    assert found["reason"]
