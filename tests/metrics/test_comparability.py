import datetime as dt
from dataclasses import replace

import pytest

from metrics.comparability import (
    POSITIVE_FIRST,
    POSITIVE_LAST,
    Traits,
    breaks_of,
    place,
    scale_of,
    segment_on,
)
from metrics.types import Definition

FIRST = Traits(
    source="citizen_survey", mode="telephone", question="lga_trust",
    wording="How much do you trust your council?", scale=("A lot", "A little", "Not at all"),
    direction=POSITIVE_FIRST, population="residents aged 18 or over", base_rule="exclude_dk", weighting="design",
    start=dt.date(2024, 2, 1), name="W1",
)
TURNED = ("Not at all", "A little", "A lot")
LATER = replace(FIRST, start=dt.date(2025, 9, 1), name="W3")
BREAK = (dt.date(2025, 1, 1), "The sample moved to a new list", ())


def test_waves_that_agree_in_everything_share_a_segment_and_need_no_reason():
    assert [(p.segment, p.reason) for p in place([FIRST, LATER])] == [(1, ""), (1, "")]


@pytest.mark.parametrize(
    ("differs", "words"),
    [
        ({"question": "lga_trust_b"}, "different words"),
        ({"wording": "Do you trust your council?"}, "different words"),
        ({"scale": ("A lot", "Somewhat", "A little", "Not at all")}, "offered different answers"),
        ({"scale": TURNED, "direction": POSITIVE_LAST}, "lists its answers from the other end"),
        ({"scale": TURNED}, "offered different answers"),
        ({"population": "adults in private households"}, "covers adults in private households"),
        ({"base_rule": "all_respondents"}, "don't know"),
        ({"weighting": "supplied"}, "weighted differently"),
    ],
)
def test_whatever_differs_cuts_the_series_and_is_named(differs, words):
    placed = place([FIRST, replace(LATER, **differs)])[1]
    assert placed.segment == 2
    assert words in placed.reason
    assert placed.reason.startswith("Not comparable with W1")


def test_another_mode_is_its_own_series():
    placed = place([FIRST, replace(LATER, mode="online")])[1]
    assert placed.segment == 1
    assert placed.reason == "Not comparable with W1: W3 was asked online, W1 by telephone."


def test_a_scale_that_is_only_turned_round_offers_the_same_answers():
    reason = place([FIRST, replace(LATER, scale=TURNED, direction=POSITIVE_LAST)])[1].reason
    assert reason == "Not comparable with W1: W3 lists its answers from the other end than W1."


LABELS = [[1, "A lot", "positive"], [2, "Not at all", "negative"], [97, "Don't know", "excluded"]]


@pytest.mark.parametrize(
    ("labels", "scale", "direction"),
    [
        (LABELS, ("A lot", "Not at all"), POSITIVE_FIRST),
        (LABELS[1::-1] + LABELS[2:], ("Not at all", "A lot"), POSITIVE_LAST),
        ([[5, *each[1:]] for each in LABELS], ("A lot", "Not at all"), POSITIVE_FIRST),
        (LABELS[:1], ("A lot",), ""),
    ],
)
def test_a_scale_is_its_answers_in_order_and_has_a_direction_whatever_their_numbers(labels, scale, direction):
    assert scale_of(labels) == (scale, direction)


def test_every_difference_is_named_in_one_sentence():
    reason = place([FIRST, replace(LATER, wording="Reworded", weighting="supplied")])[1].reason
    assert reason.count(";") == 1


def test_a_wave_that_returns_to_the_old_wording_returns_to_its_segment():
    waves = [FIRST, replace(LATER, wording="Reworded"), replace(LATER, name="W4", start=dt.date(2026, 9, 1))]
    assert [placed.segment for placed in place(waves)] == [1, 2, 1]


def test_a_declared_break_cuts_waves_that_agree():
    placed = place([FIRST, LATER], [BREAK])[1]
    assert placed.segment == 2
    assert "moved to a new list" in placed.reason


def test_a_declared_break_says_itself_what_the_new_wording_is():
    placed = place([FIRST, replace(LATER, wording="Reworded")], [BREAK])[1]
    assert placed.reason == "Not comparable with W1: The sample moved to a new list."


def test_another_source_is_never_compared():
    placed = place([FIRST, replace(LATER, source="police_survey")])[1]
    assert (placed.segment, placed.reason) == (1, "")


def test_a_break_touches_its_own_areas_or_all():
    elsewhere = (dt.date(2025, 1, 1), "Recording changed", ("E07000066",))
    definition = Definition("I23", "ASB", "rate", "neutral", "demand_rate", breaks=(BREAK, elsewhere))
    assert breaks_of(definition, "E10000012") == [BREAK]
    assert len(breaks_of(definition, "E07000066")) == 2


@pytest.mark.parametrize(
    ("date", "segment"), [(dt.date(2024, 12, 31), 1), (dt.date(2025, 1, 1), 2), (dt.date(2026, 1, 1), 2)]
)
def test_a_break_begins_its_segment_on_its_own_date(date, segment):
    assert segment_on(date, [BREAK]) == segment
