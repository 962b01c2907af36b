"""An index of several questions and its parts, worked by hand."""

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest

from metrics.index_reliability import index_reliability
from metrics.survey_index import survey_index
from tests.metrics.surveys import CONTEXT, LATER, TRUST, everyone, frames, one

SCALES = {"lga_trust": (1, 2, 3, 4), "prog_conf": (1, 3)}
INDEX = replace(TRUST, id="I27", unit="index", formula="survey_index", breakdowns=(),
                params={"questions": list(SCALES), "scales": SCALES})


def asked(*waves):
    """Waves in which the same people answered both questions: (trust, confidence, what differs)."""
    parts = []
    for trust, confidence, facts in waves:
        parts += [(trust, facts), (confidence, facts | {"question": "prog_conf", "question_version": 2})]
    found = frames(*parts)
    return found | {"wave_design": found["wave_design"].drop_duplicates()}


def answering(*codes):
    """200 people, each their own sampling point, who answer these codes in turn."""
    people = everyone(200, 0)
    return people.assign(code=[codes[n % len(codes)] for n in range(200)])


@pytest.mark.parametrize(("code", "score"), [(1, 100), (2, 200 / 3), (3, 100 / 3), (4, 0)])
def test_a_question_scores_from_0_at_its_worst_answer_to_100_at_its_best(code, score):
    found = survey_index(INDEX, asked((answering(code), answering(1, 3), {})), CONTEXT)
    assert one(found, "part", ("part", "lga_trust")).value == pytest.approx(score)


def test_the_index_is_the_mean_of_its_parts():
    found = survey_index(INDEX, asked((answering(1, 1, 2, 4), answering(1, 3), {})), CONTEXT)
    parts = [one(found, "part", ("part", question)).value for question in SCALES]
    assert one(found, "level").value == pytest.approx(sum(parts) / 2) == pytest.approx((200 / 3 + 50) / 2)


def test_answers_of_the_same_people_count_with_their_covariance():
    together = survey_index(INDEX, asked((answering(1, 4), answering(1, 3), {})), CONTEXT)
    # both scores are 100 or 0 for the same people: the index varies as one question does
    level, part = one(together, "level"), one(together, "part", ("part", "lga_trust"))
    assert level.high - level.value == pytest.approx(part.high - part.value)
    opposed = survey_index(INDEX, asked((answering(1, 4), answering(3, 1), {})), CONTEXT)
    assert one(opposed, "level").high == pytest.approx(50)


def test_dont_knows_have_no_score():
    people = answering(1, 1, 1, 9)
    found = survey_index(INDEX, asked((people, answering(1), {"base_rule": "all_respondents"})), CONTEXT)
    part = one(found, "part", ("part", "lga_trust"))
    assert (part.value, part.base) == (100, 150)


def test_a_wave_that_did_not_ask_every_question_has_no_index():
    assert survey_index(INDEX, frames((answering(1), {})), CONTEXT) == []


def test_a_change_of_the_index_is_that_between_comparable_waves():
    first, later = (answering(1, 4), answering(1, 3), {}), (answering(1, 1, 1, 4), answering(1, 3), LATER)
    found = survey_index(INDEX, asked(first, later), CONTEXT)
    change = one(found, "change_from_baseline")
    assert change.value == pytest.approx(12.5)
    assert change.low < 12.5 < change.high


def test_a_wave_in_another_mode_is_not_compared():
    other = (answering(1), answering(1), LATER | {"mode": "online"})
    found = survey_index(INDEX, asked((answering(1, 4), answering(1, 3), {}), other), CONTEXT)
    assert "online" in one(found, "change_from_baseline").reason


def test_without_a_survey_there_is_no_index():
    empty = {"wave_sums": pd.DataFrame(), "wave_design": pd.DataFrame()}
    assert survey_index(INDEX, empty, CONTEXT) == []


def together(*patterns):
    """The frame answers_together: (codes, how many) of the first wave."""
    about = {"source": "citizen_survey", "wave": "W1", "wave_start": dt.date(2024, 2, 1),
             "wave_end": dt.date(2024, 3, 31), "questions": tuple(SCALES)}
    return pd.DataFrame([about | {"codes": codes, "n": n} for codes, n in patterns])


def reliable(*patterns):
    given = asked((answering(1, 4), answering(1, 3), {}))
    own = survey_index(INDEX, given, CONTEXT)
    return index_reliability(INDEX, given | {"answers_together": together(*patterns)}, CONTEXT, own)


def test_alpha_of_questions_that_agree_wholly_is_1_and_that_do_not_hang_together_0():
    agreeing = reliable(((1, 1), 50), ((4, 3), 50))
    apart = reliable(((1, 1), 25), ((1, 3), 25), ((4, 1), 25), ((4, 3), 25))
    assert [one(found, "alpha").value for found in (agreeing, apart)] == [pytest.approx(1), pytest.approx(0)]


def test_people_with_an_answer_outside_a_scale_do_not_count():
    alpha = one(reliable(((1, 1), 50), ((4, 3), 50), ((9, 1), 30)), "alpha")
    assert (alpha.base, alpha.value) == (100, pytest.approx(1))


def test_each_question_has_its_correlation_with_the_others():
    found = reliable(((1, 1), 40), ((4, 3), 40), ((1, 3), 10), ((4, 1), 10))
    assert [one(found, "item_total", ("item", each)).value for each in SCALES] == pytest.approx([0.6, 0.6])


def test_a_wave_whose_answers_are_no_longer_held_has_no_alpha():
    given = asked((answering(1, 4), answering(1, 3), LATER))
    own = survey_index(INDEX, given, CONTEXT)
    assert index_reliability(INDEX, {"answers_together": together(((1, 1), 50))}, CONTEXT, own) == []
