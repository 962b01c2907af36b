"""What a value comes to in words: never surer than its range."""

from dataclasses import replace

import pytest

from metrics.designs.types import Range
from metrics.value import value
from metrics.worth.payback import Return
from metrics.worth.words import payback_sentence, pounds, returned_sentence, worth_sentence
from tests.metrics.worths import avoided, factor, terms, unit_cost

OURS = terms((factor("displacement", 0, 0, 0), factor("attribution", 1, 1, 1)))


def sentence(*cases, name="A&E attendances") -> str:
    found = value(avoided(*cases), [unit_cost(100, 100, 100, price_year=2024)], OURS)
    return worth_sentence(found["fiscal"], name, "Essex")


def test_a_sure_gain_is_told_with_cases_and_pounds():
    assert sentence(900.0, 1000.0, 1100.0) == (
        "1,000 fewer A&E attendances in Essex than expected are worth £81,000 (£73,000 to £89,000) to public bodies; "
        "none of it is cash yet."
    )


def test_a_range_that_holds_nothing_claims_nothing():
    said = sentence(-500.0, 100.0, 700.0, name="Emergency admissions")
    assert said.startswith("It is not clear that the change in emergency admissions in Essex saved anything: £8,100 (")


def test_a_sure_loss_is_told_as_a_cost():
    assert "1,000 more A&E attendances in Essex than expected cost public bodies money" in sentence(
        -1100.0, -1000.0, -900.0
    )


PAID = Return(100.0, Range(1.5, 0.5, 2.5), Range(50, -50, 150), (3.0, 2.5, None), 0.6)


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (PAID, "Each £1 of the programme’s cash cost so far has brought £1.50 (£0.50 to £2.50) of value to public "
         "bodies"),
        (replace(PAID, per_pound=Range(0.5, -1.0, 2.0)),
         "It is not clear that the programme has brought anything for its cost: £0.50 (−£1.00 to £2.00) for each £1 of "
         "it"),
        (Return(refusal="Costs are missing."), "Costs are missing."),
    ],
)  # fmt: skip
def test_a_return_claims_no_more_than_its_range(found, text):
    assert returned_sentence(found) == text


@pytest.mark.parametrize(
    ("ends", "text"),
    [
        ((3.0, 2.5, None), "it pays back after 3.0 years at its central figures (range: 2.5 years to not at all"),
        ((None, 2.5, None), "it does not pay back within 10 years of the last month counted at its central figures"),
        ((None, None, None), "the programme does not pay back within 10 years"),
    ],
)
def test_payback_says_what_of_the_range_pays_back(ends, text):
    assert text in payback_sentence(replace(PAID, payback=ends))


def test_pounds_have_two_figures():
    assert pounds(Range(1_234_567, 98_765, 4_000_000)) == "£1.2 million (£99,000 to £4.0 million)"
