"""Questions of a survey that read like one of the framework's, but in other words: said to a person, never taken."""

import re
from collections.abc import Collection

from etl.codes import Codebook
from etl.convert import fold
from etl.platforms.types import Survey

NEAR_ENOUGH = 70  # of 100, the words in any order; from etl.propose_survey's likeness on they are taken over
A_COUNCIL = "your local council"


def near_questions(survey: Survey, codes: Codebook, used: Collection[str]) -> dict[str, str]:
    """Letters of a column -> the framework question its wording is nearest to, of columns and questions not `used`."""
    from rapidfuzz import fuzz, process

    ours = {
        id: fold(re.sub(r"\[.*?\]", A_COUNCIL, question.wording))
        for id, question in codes.questions.items() if id not in used
    }  # fmt: skip
    found = {}
    for question in survey.questions:
        if question.role == "answer" and question.letters not in used:
            best = process.extractOne(
                fold(question.text), ours, scorer=fuzz.token_sort_ratio, score_cutoff=NEAR_ENOUGH
            )
            if best:
                found[question.letters] = best[2]
    return found
