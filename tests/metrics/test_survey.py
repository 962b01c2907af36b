import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.estimation.contrasts import difference
from metrics.estimation.design import DesignFault, Sample
from metrics.estimation.grouped import grouped, sums_from
from metrics.estimation.levels import means
from metrics.estimation.scoring import Question, QuestionFault, index
from metrics.estimation.variance import Lonely
from metrics.survey import FIGURES, Survey

SIXTY = np.arange(60)
PEOPLE = pd.DataFrame({
    "h": SIXTY % 3, "p": SIXTY // 3 % 5, "w": 1 + SIXTY * 7 % 11 / 2, "x": 10 + SIXTY * SIXTY * 7 % 101,
    "y": np.where(SIXTY % 13 == 0, np.nan, 1 + (SIXTY * 5 + SIXTY // 4) % 5), "N": 12,
    "g": np.where(SIXTY % 4 == 0, "b", "a"), "wave": 1 + SIXTY // 30,
})  # fmt: skip
DESIGN = Sample("w", "h", "p", "N")
TOP = Question("y", "share", codes=(4, 5))
B = (PEOPLE["g"] == "b").to_numpy()


def survey(people=PEOPLE, sample=DESIGN, **settings):
    return Survey(people, sample, **settings)


def figures(table, row=0):
    return table.loc[row, ["estimate", "se", "low", "high"]].tolist()


# against R's survey 4.1-1, calls on svydesign(~p, strata=~h, weights=~w, fpc=~N, data=d, nest=TRUE)

LEVELS = [
    # svymean(~y, na.rm=TRUE, deff=TRUE)
    (Question("y"), [2.99489795918, 0.100464736526, 2.77600410231, 3.21379181605, 12, 0.373109738262]),
    # svytotal(~x, deff=TRUE)
    (Question("x", "total"), [12047.5, 653.758938753, 10623.0816367, 13471.9183633, 12, 1.04514133336]),
    # svyratio(~x, ~y, na.rm=TRUE, deff=TRUE)
    (Question("x", "ratio", denominator="y"),
     [18.8858603066, 1.53327225866, 15.5451470381, 22.2265735752, 12, 1.0521472546]),
    # svymean(~I((y>=4)-(y<=2)), na.rm=TRUE, deff=TRUE)
    (Question("y", "net", codes=(4, 5), against=(1, 2)),
     [-0.015306122449, 0.0609086680801, -0.1480147099, 0.117402465002, 12, 0.352242678411]),
]  # fmt: skip


@pytest.mark.parametrize(("question", "expected"), LEVELS, ids=lambda q: getattr(q, "statistic", ""))
def test_levels_are_those_of_r(question, expected):
    row = survey().estimate(question, interval="t").loc[0]
    assert [row[name] for name in ("estimate", "se", "low", "high", "df", "deff")] == pytest.approx(expected, rel=1e-10)


@pytest.mark.parametrize(
    ("interval", "low", "high"),
    [  # svyciprop(~I(y>=4), subset(des, g=="b"), method="xlogit", "beta", "mean", na.rm=TRUE)
        ("logit", 0.203821856848, 0.681867503789),
        ("beta", 0.192783839597, 0.685498430196),
        ("t", 0.165805847653, 0.685257982134),
    ],
)
def test_intervals_of_a_share_in_a_domain_are_those_of_r(interval, low, high):
    table = survey().estimate(TOP, inside=B, interval=interval)
    assert figures(table) == pytest.approx([0.425531914894, 0.119205313877, low, high], rel=1e-10)


@pytest.mark.parametrize(
    ("rule", "p", "expected"),
    [  # svyquantile(~x, p, qrule=rule): estimate, interval, se
        ("math", 0.25, [36, 21, 44, 5.27810367344]),
        ("math", 0.5, [54, 45, 70, 5.73706921026]),
        ("hf7", 0.25, [36.5, 21.7452545573, 44.6784674262, 5.2627771777]),
        ("hf7", 0.5, [53.6363636364, 44.4661822036, 69.5815736768, 5.76354956497]),
    ],
)
def test_quantiles_are_those_of_r(rule, p, expected):
    row = survey().estimate(Question("x", "quantile", probability=p, rule=rule)).loc[0]
    assert [row[name] for name in ("estimate", "low", "high", "se")] == pytest.approx(expected, rel=1e-10)


def test_the_school_median_lies_between_two_answers():
    four = pd.DataFrame({"x": [1.0, 2.0, 3.0, 4.0]})
    assert survey(four, Sample()).estimate(Question("x", "quantile", rule="school")).loc[0, "estimate"] == 2.5
    assert survey(four, Sample()).estimate(Question("x", "median")).loc[0, "estimate"] == 2


@pytest.mark.parametrize(
    ("setting", "in_domains", "expected"),
    [  # with p = 0 in stratum 2, no fpc: SE of svymean(~y, na.rm=TRUE), svytotal(~x), svymean(~x, subset(h==0 | p<1))
        ("adjust", False, [0.112781453515, 4032.39493044, 2.01855700246]),
        ("average", False, [0.112440296721, 947.419620601, 1.76425931892]),
        ("certainty", False, [0.0918071178309, 773.564880925, 1.44051170177]),
        ("adjust", True, [0.112781453515, 4032.39493044, 2.02227893898]),
        ("average", True, [0.112440296721, 947.419620601, 2.45860632689]),
        ("certainty", True, [0.0918071178309, 773.564880925, 1.44051170177]),
    ],
)
def test_lonely_strata_are_treated_as_in_r(setting, in_domains, expected):
    people = PEOPLE.assign(p=PEOPLE["p"].where(PEOPLE["h"] != 2, 0))
    lone = survey(people, Sample("w", "h", "p"), lonely=Lonely(setting, in_domains))
    inside = ((people["h"] == 0) | (people["p"] < 1)).to_numpy()
    ses = [
        lone.levels(Question("y")).se[0], lone.levels(Question("x", "total")).se[0],
        lone.levels(Question("x"), inside=inside).se[0],
    ]  # fmt: skip
    assert ses == pytest.approx(expected, rel=1e-10)
    assert lone.levels(Question("y")).df[0] == 8


def test_a_lonely_stratum_stops_where_the_setting_is_fail_and_is_named():
    people = PEOPLE.assign(p=PEOPLE["p"].where(PEOPLE["h"] != 2, 0))
    with pytest.raises(DesignFault, match="Stratum 2 "):
        survey(people, Sample("w", "h", "p"), lonely=Lonely("fail")).levels(Question("y"))


def test_the_default_says_what_it_did_with_a_lonely_stratum():
    people = PEOPLE.assign(p=PEOPLE["p"].where(PEOPLE["h"] != 2, 0))
    assert "Stratum 2 " in survey(people, Sample("w", "h", "p")).notes()[0]
    assert survey().notes() == []


def test_the_difference_of_two_waves_in_the_same_points_has_their_covariance():
    # svycontrast(svyby(~x, ~wave, des, svymean, covmat=TRUE), c("1"=-1, "2"=1)), confint with df=degf(des)
    levels = survey().levels(Question("x"), ["wave"])
    found = difference(levels, 1, levels, 0)
    expected = [-7.26545996208, 5.62078105143, -19.5120898297, 4.98116990553]
    assert [found.value, found.se, found.low, found.high] == pytest.approx(expected, rel=1e-10)
    assert 0 < found.p < 1


def test_a_group_against_everyone_counts_the_people_in_both():
    # svycontrast(svytotal(~ax + a + x + one), quote(ax/a - x/one)), a = (g == "a"), ax = a * x
    found = difference(survey().levels(Question("x"), ["g"]), 0, survey().levels(Question("x")), 0)
    assert [found.value, found.se] == pytest.approx([-4.79489089863, 1.74033416792], rel=1e-10)


def test_no_difference_from_itself_has_no_interval():
    levels = survey().levels(Question("x"))
    assert math.isnan(difference(levels, 0, levels, 0).p)


def test_a_table_is_tested_as_rao_and_scott_do():
    # svychisq(~y+g, des) and svychisq(~y+g, des, statistic="Chisq")
    found = survey().association("y", "g")
    expected = [0.133315684899, 3.55455992603, 42.6547191124, 0.958694020658, 0.553274044053, 4, 0.970183104211]
    made = [found.f, found.df1, found.df2, found.p, found.chisq, found.chisq_df, found.chisq_p]
    assert made == pytest.approx(expected, rel=1e-10)


def test_fractions_taken_are_as_good_as_counts_of_points():
    by_fraction = survey(PEOPLE.assign(N=5 / 12)).levels(Question("y"))
    assert by_fraction.se[0] == pytest.approx(0.100464736526, rel=1e-10)


# the default interval

@pytest.mark.parametrize("question", [TOP, Question("y", "net", codes=(4, 5), against=(1, 2))])
@pytest.mark.parametrize("answer", [1, 5])
@pytest.mark.parametrize("interval", ["", "wilson", "logit", "beta", "t"])
def test_a_share_or_net_at_the_end_of_its_scale_keeps_an_interval_within_it(question, answer, interval):
    row = survey(PEOPLE.assign(y=answer)).estimate(question, interval=interval).loc[0]
    assert question.bounds[0] <= row["low"] < row["high"] <= question.bounds[1]
    assert row["interval"] == "wilson"


@given(st.lists(st.integers(1, 5), min_size=4, max_size=40), st.integers(2, 6))
def test_the_default_interval_holds_the_share_and_stays_within_0_and_1(answers, points):
    people = pd.DataFrame({"y": answers, "p": np.arange(len(answers)) % points, "w": 1 + np.arange(len(answers)) % 3})
    row = survey(people, Sample("w", "", "p")).estimate(TOP).loc[0]
    assert -1e-12 <= row["low"] <= row["estimate"] + 1e-12
    assert row["estimate"] - 1e-12 <= row["high"] <= 1 + 1e-12
    assert row["low"] < row["high"]


def test_a_mean_has_no_interval_of_shares():
    with pytest.raises(QuestionFault, match="for shares and nets"):
        survey().estimate(Question("y"), interval="logit")


# withheld

@pytest.mark.parametrize(
    ("chosen", "reason"),
    [([], "Nobody"), ([1], "One person"), ([1, 16, 31], "one sampling point")],
)
@pytest.mark.parametrize("statistic", ["mean", "share", "median"])
def test_where_there_is_nothing_to_say_no_figure_is_given(chosen, reason, statistic):
    question = Question("y", statistic, codes=(4,) if statistic == "share" else ())
    row = survey().estimate(question, inside=np.isin(SIXTY, chosen)).loc[0]
    assert reason in row["reason"]
    assert row[[name for name in FIGURES if name != "n"]].isna().all()


def test_an_item_nobody_answered_is_withheld():
    assert "Nobody" in survey(PEOPLE.assign(y=np.nan)).estimate(Question("y")).loc[0, "reason"]


def test_a_group_outside_the_domain_is_withheld_and_not_left_out():
    table = survey().estimate(Question("y"), ["g"], inside=B)
    assert table["reason"].tolist() == ["Nobody answered.", ""]


# domains and weights

def test_points_without_anyone_of_the_domain_keep_their_place_in_the_design():
    inside = (PEOPLE["p"] < 2).to_numpy()
    kept = survey().levels(Question("x"), inside=inside).se[0]
    dropped = survey(PEOPLE[inside].reset_index(drop=True)).levels(Question("x")).se[0]
    assert kept != pytest.approx(dropped, rel=1e-3)
    assert survey().levels(Question("x"), inside=inside).df[0] == 3


def test_a_weight_of_0_keeps_the_point_and_counts_nowhere_else():
    zero = survey(PEOPLE.assign(w=PEOPLE["w"].where(SIXTY != 1, 0))).levels(Question("x"))
    assert (zero.n[0], zero.rows[0], zero.df[0]) == (59, 60, 12)


def test_the_effective_base_is_kishs():
    assert survey().levels(Question("x")).n_eff[0] == pytest.approx(PEOPLE["w"].sum() ** 2 / (PEOPLE["w"] ** 2).sum())


def test_a_large_offset_does_not_wash_out_the_standard_error():
    near, far = (survey(PEOPLE.assign(x=PEOPLE["x"] + offset)).levels(Question("x")) for offset in (0, 1e9))
    assert (far.se[0], far.deff[0]) == pytest.approx((near.se[0], near.deff[0]), rel=1e-6)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"w": np.nan}, "no w"), ({"w": -1.0}, "negative"), ({"N": 3}, "more PSUs"),
        ({"N": SIXTY + 20.0}, "differs"), ({"N": np.where(SIXTY < 3, 0.5, 12)}, "counts"),
    ],
)  # fmt: skip
def test_a_design_that_makes_no_sense_is_refused(change, message):
    with pytest.raises(DesignFault, match=message):
        survey(PEOPLE.assign(**change)).levels(Question("x"))


def test_without_a_design_everyone_is_their_own_point():
    levels = survey(sample=Sample()).levels(Question("x"))
    assert levels.se[0] == pytest.approx(PEOPLE["x"].std() / math.sqrt(60))
    assert levels.df[0] == 59


# indices

def test_an_index_is_the_mean_of_answered_items_on_0_to_100_and_needs_half_of_them():
    people = pd.DataFrame({"a": [1, 5, 5, np.nan], "b": [1, 5, np.nan, np.nan], "c": [1, 3, np.nan, 3.0]})
    assert index(people, ["a", "b", "c"], 1, 5).tolist() == pytest.approx([0, 250 / 3, np.nan, np.nan], nan_ok=True)


def test_an_index_keeps_within_0_and_100():
    people = PEOPLE.assign(score=index(PEOPLE, ["y"], 1, 5).clip(99.9))
    row = survey(people).estimate(Question("score", limits=(0, 100))).loc[0]
    assert 0 <= row["low"] < row["estimate"] < row["high"] <= 100
    assert row["interval"] == "wilson"


def test_an_index_whose_answers_spread_little_is_about_as_exact_as_by_t():
    people = PEOPLE.assign(score=50.0 + PEOPLE["x"] % 7)
    question = Question("score", limits=(0, 100))
    ends = [survey(people).estimate(question, interval=kind).loc[0] for kind in ("wilson", "t")]
    assert ends[0]["high"] - ends[0]["low"] == pytest.approx(ends[1]["high"] - ends[1]["low"], rel=0.01)


def test_an_answer_outside_the_scale_of_an_index_is_refused():
    with pytest.raises(QuestionFault, match="between 1 and 5"):
        index(pd.DataFrame({"a": [1, 9]}), ["a"], 1, 5)


# sums made elsewhere

def test_sums_of_a_group_by_give_the_same_estimates():
    people = PEOPLE.assign(yy=PEOPLE["y"] ** 2)
    answered = people[people["y"].notna()]
    by = ["g", "h", "p"]
    sums = pd.DataFrame({
        "rows_y": answered.groupby(by).size(), "n_y": answered.groupby(by).size(),
        "w_y": answered.groupby(by)["w"].sum(), "ww_y": (answered["w"] ** 2).groupby([answered[b] for b in by]).sum(),
        "wy_y": (answered["w"] * answered["y"]).groupby([answered[b] for b in by]).sum(),
        "wyy_y": (answered["w"] * answered["yy"]).groupby([answered[b] for b in by]).sum(),
    })  # fmt: skip
    everyone = people.groupby(by).size()
    table = pd.DataFrame({"people": everyone, "weighted": everyone}).join(sums).reset_index()
    design, cells, laid = grouped(table.sample(frac=1, random_state=1), ["g"], "h", "p")
    found = means(sums_from(cells, laid, "y"), design)
    expected = survey(sample=Sample("w", "h", "p")).levels(Question("y"), ["g"])
    assert found.labels == expected.labels
    for name in ("value", "se", "df", "n", "n_eff", "deff"):
        assert getattr(found, name) == pytest.approx(getattr(expected, name), rel=1e-10)
