"""A wave's weights: by design, raked to what the population knows and the sample told, merged and trimmed."""

import numpy as np
import pandas as pd
import pytest

from metrics.wave_weights import Population, Recipe, alike, made_weights, raked_to, supplied_report
from metrics.weights import Bounds

DISTRICTS = {"A": 3000.0, "B": 1000.0}
SEX = {"female": 2100.0, "male": 1900.0}
RECIPE = Recipe(30, Bounds(0.3, 3.0))


def cells(*rows, columns=("district", "sex", "n")):
    return pd.DataFrame(list(rows), columns=list(columns))


FOUR = cells(("A", "female", 60), ("A", "male", 40), ("B", "female", 45), ("B", "male", 55))


def made(of=FOUR, traits=None, recipe=RECIPE):
    return made_weights(of, Population(DISTRICTS, {"sex": SEX} if traits is None else traits), recipe)


def shares(weights, of, by):
    return (weights * of["n"]).groupby(of[by]).sum() / (weights * of["n"]).sum()


def test_a_wave_is_raked_to_district_and_sex_with_a_mean_of_one():
    weights, report = made()
    assert (weights * FOUR["n"]).sum() / 200 == pytest.approx(1)
    assert shares(weights, FOUR, "district")["A"] == pytest.approx(0.75)
    assert shares(weights, FOUR, "sex")["female"] == pytest.approx(0.525)
    assert raked_to(report) == ("district", "sex")


def test_the_report_tells_respondents_as_they_came():
    line = next(each for each in made()[1].margins if each.category == "female")
    assert (line.population, line.before, line.after) == pytest.approx((52.5, 52.5, 52.5))
    line = next(each for each in made()[1].margins if each.category == "A")
    assert (line.population, line.before, line.after) == pytest.approx((75, 50, 75))


def test_people_who_did_not_say_keep_the_share_they_have_by_design():
    of = cells(("A", "female", 50), ("A", "male", 40), ("A", "", 10), ("B", "female", 45), ("B", "male", 55))
    found = shares(made(of)[0], of, "sex")
    assert found[""] == pytest.approx(0.075)
    assert found["female"] / found["male"] == pytest.approx(21 / 19)


@pytest.mark.parametrize(
    ("of", "traits"),
    [
        (FOUR, {}),
        (FOUR.assign(sex=""), None),
        (FOUR.assign(sex="woman"), None),
        (cells(("A", "female", 95), ("A", "male", 5), ("B", "female", 90), ("B", "male", 10)), None),
    ],
    ids=["no figures", "nobody told", "other categories than the population's", "too few to tell apart"],
)
def test_a_trait_that_cannot_be_raked_to_is_left_out(of, traits):
    weights, report = made(of, traits)
    assert raked_to(report) == ("district",)
    assert weights == pytest.approx([1.5, 1.5, 0.5, 0.5])


def test_a_small_wave_has_its_design_weights_alone():
    weights, report = made(FOUR.assign(n=1))
    assert (raked_to(report), report.n) == ((), 4)
    assert weights == pytest.approx([1.5, 1.5, 0.5, 0.5])


def test_extreme_weights_are_trimmed():
    of = cells(("A", "female", 170), ("A", "male", 60), ("B", "female", 30), ("B", "male", 40))
    assert made(of)[0].max() > 1.48
    _, report = made(of, recipe=Recipe(30, Bounds(0.5, 1.45)))
    assert (report.maximum, report.bounds_held) == (pytest.approx(1.45), True)
    assert report.trimmed_share == pytest.approx(60 / 300)


def test_a_district_without_population_is_named():
    with pytest.raises(ValueError, match="no population for C"):
        made(FOUR.replace("B", "C"))


def test_supplied_weights_are_set_against_the_population_without_merging():
    of = FOUR.assign(weight=[1.0, 1.0, 2.0, 2.0])
    report = supplied_report(of, Population(DISTRICTS, {"sex": SEX}))
    line = next(each for each in report.margins if each.category == "A")
    assert (line.population, line.before, line.after) == pytest.approx((75, 50, 100 / 3))
    assert report.n_eff == pytest.approx(300**2 / (100 + 400))


def test_supplied_weights_need_no_population():
    report = supplied_report(FOUR.assign(weight=1.0), Population({}, {}))
    assert (report.n, report.margins, np.round(report.deff, 9)) == (200, (), 1.0)


def test_people_alike_in_every_trait_are_one_cell_and_know_their_place_in_it():
    people = pd.DataFrame({"district": ["B", "A", "B", "A"], "sex": ["male", None, "male", "female"]}, dtype=object)
    cells, cell = alike(people)
    assert cells.to_dict("list") == {"district": ["A", "A", "B"], "sex": ["", "female", "male"], "n": [1, 1, 2]}
    assert cell.tolist() == [2, 0, 2, 1]
