"""Claims about a service's places: each by its own chart and its own years, and by what the designs said of it."""

import random

import pytest

from metrics.claim_cases import claim_cases
from metrics.claim_series import BEFORE, LAST_YEAR
from metrics.claim_words import USUAL, place_words
from metrics.claims import Cause
from metrics.measures import compute
from metrics.status import indicator_status
from tests.metrics.builders import context, counts, definition, people

RATE = definition("demand_rate", unit="rate", direction="down", name="A&E", areas=("COUNTY", "D1"),
                  params={"service": "ae", "per": 1000, "denominator": "persons"})
NAMES = {"COUNTY": "Essex", "D1": "Harlow", "D2": "Maldon"}
SETTING = context("2026-10-31", area_names=NAMES)
DICE = random.Random(4)
QUIET = [round(300 + DICE.gauss(0, 12)) for _ in range(48)]
YEAR = [310, 280, 300, 320, 290, 312, 284, 300, 318, 290, 310, 281]
STEP = [*YEAR * 3, *[value - 90 for value in YEAR]]


def cases(d1, d2=QUIET, causes=None):
    frames = {"service_demand": counts({"D1": d1, "D2": d2}, first="2022-10"),
              "population": people({"D1": {2024: 1000}, "D2": {2024: 1000}})}  # fmt: skip
    shown = compute(RATE, frames, SETTING)
    return claim_cases(RATE, indicator_status(RATE, shown, SETTING), shown, SETTING, None, causes)


def the(found, place, period, basis="changed", claimed=-1):
    [case] = [c for c in found if (c.place, c.period, c.basis, c.claimed) == (place, period, basis, claimed)]
    return case


def test_a_place_is_judged_by_its_own_chart():
    case = the(cases([*QUIET[:47], 100]), "D1", USUAL)
    assert (case.answer, case.row) == ("supported", "The change is clear, and it went this way.")
    assert case.sentence.startswith("A&E in Harlow: ")
    assert case.sentence.endswith(" a day per 1,000 people in September 2026, below its usual level.")


def test_a_quiet_place_can_not_be_said_to_have_fallen():
    case = the(cases(QUIET), "D2", USUAL)
    assert (case.answer, case.row) == ("cannot_tell", "The difference may be chance.")


@pytest.mark.parametrize(
    ("label", "down"), [(LAST_YEAR, "2.96 on the year to September 2025"), (BEFORE, "2.93 on the year to March 2024")]
)
def test_the_newest_year_is_set_against_earlier_years(label, down):
    case = the(cases(STEP), "D1", label)
    assert case.answer == "supported"
    assert case.sentence.endswith(f"in the year to September 2026, down {down}.")
    assert "95% interval" in case.figure
    assert the(cases(STEP), "D1", label, claimed=1).answer == "not_supported"


def test_the_headlines_place_can_be_set_against_earlier_years_too():
    assert the(cases(STEP), "COUNTY", LAST_YEAR).sentence.startswith("A&E in Essex: on average ")


def test_a_short_series_has_no_years_to_compare():
    assert not [case for case in cases(QUIET[:24], QUIET[:24]) if case.period in (LAST_YEAR, BEFORE)]


def test_what_the_designs_said_of_a_place_answers_for_it_alone():
    found = cases(QUIET, causes={"D1": Cause("fell", "Harlow: 5% fewer.", 3)})
    assert the(found, "D1", USUAL, "because").answer == "supported"
    assert the(found, "D1", USUAL, "because").sentence == "Harlow: 5% fewer."
    assert the(found, "D2", USUAL, "because").answer == "cannot_tell"


def test_nothing_is_asked_of_the_programme_about_years():
    assert not [case for case in cases(STEP) if case.basis == "because" and case.period in (LAST_YEAR, BEFORE)]


@pytest.mark.parametrize(
    ("claim", "percent", "said"),
    [("fell", (5, 2, 8), "Harlow: 5% fewer than were to be expected (95% interval 2% fewer to 8% fewer)."),
     ("no_clear_change", (-1, -4, 0),
      "Harlow: 1% more than were to be expected, which may be chance (95% interval 4% more to no difference)."),
     ("no_clear_change", (0, -3, 3),
      "Harlow: about as many as were to be expected (95% interval 3% more to 3% fewer)."),
     ("refused", None, "Harlow: nothing can be said of what was to be expected.")],
)  # fmt: skip
def test_a_places_own_finding_is_told_in_whole_per_cent(claim, percent, said):
    assert place_words("Harlow", claim, percent) == said
