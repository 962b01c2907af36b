"""The story the samples tell is in them: the survey's design, the leaders, the work, the demand."""

import numpy as np
import pandas as pd
import pytest

from data.framework import load_framework
from data.samples.generate import SEED, services
from data.samples.generate.citizen_truth import true_shares
from data.samples.generate.places import districts
from data.samples.generate.stories import WAVES
from tests.data.samples_built import built, survey, table

FRAMEWORK = load_framework()
DISTRICTS = [place.code for place in districts()]
ADULTS = {place.code: place.adults for place in districts()}


def positive(wave: pd.DataFrame, question: str) -> pd.Series:
    """1 for a positive answer, 0 for another valid one; blanks and excluded answers are left out."""
    role = {label.label: label.role for label in FRAMEWORK.question(question).labels}
    roles = wave[question].map(role)
    return (roles[roles.notna() & (roles != "excluded")] == "positive").astype(float)


def questions(wave: pd.DataFrame) -> list[str]:
    return [question.id for question in FRAMEWORK.questions if question.id in wave]


def intra_class(wave: pd.DataFrame, question: str) -> float:
    """The analysis-of-variance estimate: sampling points within districts."""
    y = positive(wave, question)
    point, district = wave.loc[y.index, "psu"], wave.loc[y.index, "area"]
    means, sizes = y.groupby(point).transform("mean"), y.groupby(point).size()
    between = ((means - y.groupby(district).transform("mean")) ** 2).sum() / (len(sizes) - len(DISTRICTS))
    within = ((y - means) ** 2).sum() / (len(y) - len(sizes))
    return float((between - within) / (between + (sizes.mean() - 1) * within))


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_each_district_has_a_hundred_respondents_at_ten_points(number):
    wave = survey(number)
    assert wave.groupby("area").size().to_dict() == dict.fromkeys(DISTRICTS, 100)
    assert (wave.groupby("psu").size() == 10).all()


def test_people_at_one_sampling_point_are_alike_as_designed():
    found = [intra_class(survey(n), question) for n in (1, 2, 3, 4) for question in questions(survey(n))]
    assert 0.02 <= np.mean(found) <= 0.05


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_some_do_not_know_and_some_refuse(number):
    wave = survey(number)
    asked = wave[questions(wave)]
    unsure, blank = (asked == "Don't know").mean(), asked.isna().mean()
    assert unsure.between(0.008, 0.075).all()
    assert 0.02 < unsure.mean() < 0.06
    assert 0.01 < blank.mean() < 0.03


def test_weighting_matters_because_districts_differ_with_their_size():
    gaps = []
    for number in (1, 3, 4):
        y, wave = positive(survey(number), "lga_trust"), survey(number)
        weights = wave.loc[y.index, "area"].map(ADULTS)
        gaps.append(100 * (y.mean() - np.average(y, weights=weights.astype(float))))
    assert np.mean(gaps) > 1


def test_one_wave_is_in_another_mode_and_reads_lower():
    assert [survey(n)["mode"].unique().tolist() for n in (1, 2, 3, 4)] == [[wave.mode] for wave in WAVES]
    truths = {truth.wave: truth.value for truth in built()[1]
              if (truth.indicator, truth.statistic, truth.group_dim) == ("I18", "share", "")}
    assert truths["W2"] < truths["W1"] - 5


def test_the_last_wave_asks_the_reworded_question_instead():
    assert ["cls_pull" in survey(n) for n in (1, 2, 3, 4)] == [True, True, True, False]
    assert ["cls_pull_b" in survey(n) for n in (1, 2, 3, 4)] == [False, False, False, True]


def test_every_question_of_the_framework_is_asked():
    assert {q.id for q in FRAMEWORK.questions} == set(questions(survey(1))) | set(questions(survey(4)))


def test_true_confidence_rises_from_42_to_50():
    shares = [true_shares(SEED, FRAMEWORK.question("prog_conf"), n)["", ""][0] for n in (0, 3)]
    assert shares == pytest.approx([0.42, 0.50])


def test_the_true_districts_weigh_up_to_the_county():
    shares = true_shares(SEED, FRAMEWORK.question("csew_job"), 0)
    adults = [ADULTS[code] for code in DISTRICTS]
    county = np.average([shares["district", code][0] for code in DISTRICTS], weights=adults)
    assert county == pytest.approx(shares["", ""][0])


def test_leaders_fall_away_from_wave_to_wave():
    forms = table("leader_survey.xlsx").query("rater == 'self'").groupby("wave").size()
    assert forms["T0"] == 60
    assert 44 <= forms["T1"] <= 52
    assert 36 <= forms["T2"] <= 44


def test_three_colleagues_rate_each_leader_at_the_first_and_last_wave():
    peers = table("leader_survey.xlsx").query("rater == 'peer'")
    assert set(peers["wave"]) == {"T0", "T2"}
    assert (peers.groupby(["wave", "person"])["rater_code"].nunique() == 3).all()
    assert (peers["person"] != peers["rater_code"]).all()


def test_all_sectors_came_but_two_are_barely_in_the_room():
    people = table("attendance.xlsx").groupby("sector")["person"].nunique()
    assert set(people.index) == {sector.id for sector in FRAMEWORK.sectors}
    assert set(people[people < 3].index) == {"ambulance", "faith"}


def test_the_chair_moves_from_the_host_to_others():
    chairs = table("attendance.xlsx").query("chaired == 'yes'")
    ours = chairs["host"].eq("yes").groupby(chairs["held_on"] < WAVES[2].first).mean()
    assert ours[True] > ours[False] + 0.15


def test_a_session_says_the_same_on_each_of_its_rows():
    log = table("attendance.xlsx")
    session = log.groupby("session")[["held_on", "kind", "citizen_group", "citizens"]].nunique(dropna=False)
    assert (session == 1).all(axis=None)


def test_enough_of_the_roster_answer_about_their_ties():
    assert (table("network_ties.xlsx").groupby("wave")["from_person"].nunique() >= 45).all()


def test_two_coders_agree_well_but_not_wholly():
    coded = table("coded_contacts.xlsx").pivot(index="contact", columns="coder", values="code")
    seen = (coded["A"] == coded["B"]).mean()
    chance = (coded["A"].value_counts(normalize=True) * coded["B"].value_counts(normalize=True)).sum()
    assert 0.70 < (seen - chance) / (1 - chance) < 0.80


def test_demand_covers_eight_services_and_38_areas_for_60_months():
    demand = table("service_demand.xlsx")
    assert (demand["service"].nunique(), demand["area"].nunique(), demand["period"].nunique()) == (8, 38, 60)
    assert len(demand) == 8 * 38 * 60


def counts(service: str) -> pd.DataFrame:
    rows = table("service_demand.xlsx").query("service == @service")
    return rows.assign(count=pd.to_numeric(rows["count"], errors="coerce")).pivot(
        index="area", columns="period", values="count")


def test_one_district_sends_two_stale_months():
    service, area, months = services.STALE
    line = counts(service).loc[area]
    assert [line[f"{m:%Y-%m}"] for m in months] == [line[f"{m.year - 1}-{m:%m}"] for m in months]


def test_recorded_asb_drops_by_a_third_at_the_break():
    table_ = counts("asb").loc[DISTRICTS]
    before, after = (table_.loc[:, f"{year}-02":f"{year}-12"].sum(axis=None) for year in (2024, 2025))
    assert 0.55 < after / before < 0.68


def test_attendances_fall_against_comparators_by_the_true_effect():
    table_, last, before = counts("ae_type1"), slice("2025-10", "2026-09"), slice("2022-10", "2024-03")
    others = table_.index.difference([*DISTRICTS, "E06000033", "E06000034"])
    ratio = [table_.loc[DISTRICTS, when].sum(axis=None) / table_.loc[others, when].sum(axis=None)
             for when in (last, before)]
    assert ratio[0] / ratio[1] - 1 == pytest.approx(services.SERIES["ae_type1"].effect, abs=0.02)


def test_the_programme_moves_no_admissions():
    assert services.SERIES["emergency_admissions"].effect == 0
