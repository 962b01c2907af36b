"""Bands of ages, incomes and times are put in order; a list of other things, or of plain numbers, is none."""

import pytest

from etl.scales import scale_of


@pytest.mark.parametrize(
    "labels",
    [
        "Under 18|18-24|25-34|65-74|75+",
        "16 to 24|25 to 34|85 or over",
        "Aged 16-24|aged 25–34 years|65 years and over",
        "18–29|30-44|45-60|> 60",
        "21-25 years|26+",
        "Under £15,000|£15,000 to £24,999|£60,000 or more",
        "$0 - $24,999|$25,000 - $49,999|$150,000+",
        "£10k-£20k|£20k-£30k|£30k+",
        "Up to £199 per week|£200 to £299 per week|£1,000 or more per week",
        "Less than a year|1-2 years|More than 10 years",
        "Less than 6 months|6 months to 1 year|1 to 2 years|More than 2 years",
        "0-5 minutes|6-10 minutes|More than 10 minutes|More than 1 hour",
        "Never|Once or twice|3-5 times|More than 5 times",
        "None|1|2|3+",
        "1 person|2 people|4 or more people",
        "1. 18-24|2. 25-34|3. 35+",
    ],
)
def test_bands_are_put_in_their_order_whatever_order_they_come_in(labels):
    ordered = labels.split("|")
    found = scale_of([*ordered[1:], ordered[0]])
    assert [found.codes[label.casefold()] for label in ordered] == list(range(1, len(ordered) + 1))


def test_an_answer_that_is_none_stands_beside_the_bands():
    found = scale_of(["75+", "Prefer not to say", "18-24"])
    assert (found.codes, list(found.apart), found.banded) == ({"18-24": 1, "75+": 2}, ["prefer not to say"], True)


@pytest.mark.parametrize("labels", ["18-24|18-65", "1|2|3", "2015-16|2016-17", "18-24|Library", "6-10|1-20|15+"])
def test_what_overlaps_or_is_no_band_makes_no_bands(labels):
    found = scale_of(labels.split("|"))
    assert found is None or not found.banded
