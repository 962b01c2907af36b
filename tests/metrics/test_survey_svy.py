"""svy, another maker's survey estimates in Python, asked the same of the same people: it must say the same.

R's numbers are the reference (test_survey_golden.py); svy is a second witness that needs no R. Nothing of the
product uses it.
"""

import numpy as np
import pandas as pd
import pytest

from bench.interviews import SAMPLE, interviews
from metrics.estimation.design import Sample
from metrics.estimation.scoring import Question
from metrics.survey import Survey

polars = pytest.importorskip("polars", reason="svy is not installed")
svy = pytest.importorskip("svy", reason="svy is not installed")

AGREE = 1e-9
FIGURES = ["estimate", "se", "low", "high", "df"]
NAMES = {"est": "estimate", "lci": "low", "uci": "high"}
YOUNG = "young"


@pytest.fixture(scope="module")
def people():
    """1,500 respondents in twelve strata of forty points; some items unanswered, points named once only."""
    random = np.random.default_rng(7)
    made = interviews(1500)
    made["hours"] = random.uniform(1, 4, len(made))
    made.loc[random.random(len(made)) < 0.1, "q2"] = np.nan
    made["psu"] = made["stratum"] * 1000 + made["psu"]
    made[YOUNG] = made["age"] < 2
    made["points"] = 120  # in each stratum's population
    return made


def asked(people, **design):
    """svy's estimation of these people."""
    frame = polars.DataFrame({name: people[name].to_numpy() for name in people})
    return svy.Sample(frame, svy.Design(stratum="stratum", psu="psu", wgt="w", **design)).estimation


def told(answer, **only):
    """svy's table as ours is laid out, of the rows named in `only`."""
    table = pd.DataFrame(answer.to_polars().to_dict(as_series=False)).rename(columns=NAMES)
    for name, value in only.items():
        table = table[table[name] == value]
    return table


def agree(ours, theirs, figures=FIGURES):
    assert len(ours) == len(theirs)
    for figure in figures:
        assert list(ours[figure]) == pytest.approx(list(theirs[figure]), rel=AGREE), figure


@pytest.mark.parametrize(
    ("question", "ask"),
    [(Question("q1"), lambda it, by: it.mean("q1", by=by)),
     (Question("q1", "total"), lambda it, by: it.total("q1", by=by)),
     (Question("q1", "ratio", denominator="hours"), lambda it, by: it.ratio("q1", "hours", by=by))],
    ids=["mean", "total", "ratio"],
)  # fmt: skip
@pytest.mark.parametrize("by", [[], ["age"], ["district", "quintile"]], ids=["all", "by age", "by two"])
def test_svy_gives_the_same_estimate_error_and_t_interval(people, question, ask, by):
    agree(Survey(people, SAMPLE).estimate(question, by, interval="t"), told(ask(asked(people), by or None)))


@pytest.mark.parametrize("by", [[], ["age"], ["district", "quintile"]], ids=["all", "by age", "by two"])
def test_svy_gives_the_same_where_some_left_the_item_out(people, by):
    # its degrees of freedom leave out points where nobody answered; R's, and ours, count the people asked
    theirs = told(asked(people).mean("q2", by=by or None, drop_nulls=True))
    agree(Survey(people, SAMPLE).estimate(Question("q2"), by), theirs, ["estimate", "se"])


@pytest.mark.parametrize("kind", ["logit", "beta"])
@pytest.mark.parametrize("code", [1, 3, 5])
def test_svy_gives_the_same_share_and_interval(people, kind, code):
    ours = Survey(people, SAMPLE).estimate(Question("q1", "share", codes=(code,)), interval=kind)
    agree(ours, told(asked(people).prop("q1", ci_method=kind), q1=code))


def test_svy_gives_the_same_design_effect_against_a_sample_with_replacement(people):
    ours = Survey(people, SAMPLE).levels(Question("q1"), ["age"]).deff_replace
    assert list(ours) == pytest.approx(list(told(asked(people).mean("q1", by="age", deff="wr"))["deff"]), rel=AGREE)


def test_svy_gives_the_same_where_a_known_part_of_the_points_was_taken(people):
    ours = Survey(people, Sample("w", "stratum", "psu", "points")).estimate(Question("q1"), interval="t")
    agree(ours, told(asked(people, pop_size="points").mean("q1")))


def test_svy_gives_the_same_for_a_part_of_the_people_with_the_whole_design_kept(people):
    ours = Survey(people, SAMPLE).estimate(Question("q1"), inside=people[YOUNG].to_numpy(), interval="t")
    agree(ours, told(asked(people).mean("q1", where=polars.col(YOUNG))))


def test_svy_centres_a_lonely_point_on_the_whole_sample_as_we_do_by_default(people):
    lonely = people[(people["stratum"] > 0) | (people["psu"] == people.loc[people["stratum"] == 0, "psu"].iloc[0])]
    ours = Survey(lonely, SAMPLE)
    assert ours.design.lonely == ("0",)
    agree(ours.estimate(Question("q1"), interval="t"), told(asked(lonely, singleton="center").mean("q1")),
          ["estimate", "se"])  # fmt: skip
