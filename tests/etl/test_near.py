"""Which questions of a survey are said to be near one of ours, and which aren't."""

import pytest

from data.framework import load_framework
from etl.codes import codebook
from etl.near import near_questions
from tests.etl.small import csv
from tests.etl.understanding import first

CODES = codebook(load_framework())


def survey(*wordings: str):
    """Answers of twelve people to these questions, as Microsoft Forms exports them."""
    heads = ["ID", "Start time", "Completion time", "Email", "Name", *(f'"{each}"' for each in wordings)]
    answers = [",".join(["Agree" if n % 2 else "Disagree"] * len(wordings)) for n in range(12)]
    people = [
        f"{n},2026-09-01 10:{n:02},2026-09-01 11:{n:02},anonymous,,{said}" for n, said in enumerate(answers)
    ]
    return first(("forms.csv", csv(",".join(heads), *people))).found


@pytest.mark.parametrize(
    ("wording", "near"),
    [
        ("Do you agree or disagree that you can influence decisions affecting your local area?", "cls_influence"),
        ("In the last 12 months, have you given any unpaid help to clubs or groups?", "vol_monthly"),
        ("How satisfied are you with your neighbourhood as a place to live?", "lga_area"),
        ("To what extent do you trust your local council(s)?", "lga_trust"),
        ("What is your employment status?", None),
        ("How satisfied are you with refuse collection?", None),
        ("How did you hear about this survey?", None),
    ],
)
def test_a_question_in_other_words_is_said_to_be_near(wording, near):
    assert near_questions(survey(wording), CODES, ()).get("F") == near


@pytest.mark.parametrize("used", ["F", "vol_monthly"])
def test_what_is_used_already_is_near_nothing(used):
    asked = survey("In the last 12 months, have you given any unpaid help to clubs or groups?")
    assert near_questions(asked, CODES, {used}) == {}
