"""Every claim about an indicator with its place, period, figure and sentence."""

import datetime as dt

import pytest

from metrics.claim_cases import Case, claim_cases
from metrics.claims import Cause
from metrics.context import Context
from metrics.status_types import Change, Status, TargetStatus
from metrics.types import Absence, Definition, Estimate, Period

WAVES = [dt.date(2024, 3, 31), dt.date(2025, 9, 30), dt.date(2026, 9, 30)]
CONTEXT = Context(
    start=dt.date(2024, 4, 1), as_at=dt.date(2026, 10, 31), county="E1", members={"E1": ("D1",)},
    area_names={"E1": "Essex", "D1": "Harlow"},
)  # fmt: skip
TRUST = Definition("I16", "Trust", "percent", "up", "survey_share", minimum_base=100, areas=("E1",))
CAUSE = Cause("rose", "Higher than expected.", 3)


def of(wave: int, statistic: str, value: float | None, base: float = 900, group: str = "", **more) -> Estimate:
    end = WAVES[wave]
    dim = "district" if group else ""
    return Estimate("I16", statistic, Period(end.replace(day=1), end, "wave"), "E1", "citizen_survey", value,
                    base=base, group_dim=dim, group_value=group, **more)  # fmt: skip


COUNTY = [of(at, "share", value) for at, value in enumerate((41.0, 45.0, 50.0))]
CHANGES = [
    of(2, "change_from_baseline", 9.0, low=4.0, high=14.0), of(2, "change_from_previous", 5.0, low=-1.0, high=11.0),
]  # fmt: skip


def status(change: Change = Change.IMPROVING, side: int | None = 1, **more) -> Status:
    return Status(
        "I16", change, TargetStatus.NO_TARGET, side=side, method="difference", delta=9.0, delta_low=4.0,
        delta_high=14.0, since=COUNTY[0], latest=COUNTY[2], headline="Half trust their council, up 9 points",
        why="Up 9 points.\nMethod.", **more,
    )  # fmt: skip


def asked(*district: Estimate, cause: Cause | None = None, **more) -> list[Case]:
    return claim_cases(TRUST, status(**more), [*COUNTY, *CHANGES, *district], CONTEXT, cause)


def the(cases: list[Case], place: str, period: str, basis: str = "changed", claimed: int = 1) -> Case:
    [case] = [c for c in cases if (c.place, c.period, c.basis, c.claimed) == (place, period, basis, claimed)]
    return case


def harlow(low: float, high: float, base: float = 150) -> list[Estimate]:
    """A district 10 points up since the first wave, asked of `base` people."""
    changed = of(2, "change_from_baseline", 10.0, base, "D1", low=low, high=high)
    return [of(2, "share", 48.0, base, "D1"), changed]


def test_the_headlines_own_claim_has_the_engines_sentence():
    case = the(asked(), "E1", "since March 2024")
    assert (case.answer, case.sentence, case.figure) == (
        "supported", "Half trust their council, up 9 points.", "Up 9 points.",
    )  # fmt: skip


def test_since_the_round_before_its_own_interval_decides():
    case = the(asked(), "E1", "since September 2025")
    assert (case.answer, case.row) == ("cannot_tell", "The difference may be chance.")
    assert case.sentence == "Trust: 50% in September 2026, no clear change since September 2025."


def test_a_district_is_decided_by_its_own_difference():
    case = the(asked(*harlow(2, 18)), "D1", "since March 2024")
    assert (case.answer, case.sentence) == (
        "supported", "Trust in Harlow: 48% in September 2026, up 10 percentage points since March 2024.",
    )  # fmt: skip


def test_a_district_is_said_to_be_one_of_many():
    case = the(asked(*harlow(2, 18)), "D1", "since March 2024")
    assert "one comparison in twenty" in " ".join(case.cautions)


def test_a_district_with_too_few_people_tells_its_level_only():
    case = the(asked(*harlow(2, 18, base=99)), "D1", "since March 2024")
    assert (case.answer, case.sentence) == ("cannot_tell", "Trust in Harlow: 48% in September 2026.")


def test_what_is_withheld_is_neither_figure_nor_sentence():
    hidden = {"absence": Absence.WITHHELD, "reason": "too few people"}
    pieces = [of(2, "share", None, 20, "D1", **hidden), of(2, "change_from_baseline", None, 20, "D1", **hidden)]
    case = the(asked(*pieces), "D1", "since March 2024")
    assert (case.answer, case.sentence) == ("cannot_tell", "Trust in Harlow: no figure may be given.")


@pytest.mark.parametrize(
    ("cause", "answer", "end"),
    [(None, "cannot_tell", "Whether the programme is the reason can’t be said."),
     (CAUSE, "supported", "Higher than expected.")],
)  # fmt: skip
def test_that_it_was_the_programme_rests_on_the_comparison_alone(cause, answer, end):
    case = the(asked(cause=cause), "E1", "since March 2024", "because")
    assert case.answer == answer
    assert case.sentence.endswith(end)


def test_early_evidence_is_cautioned():
    assert "Early evidence" in the(asked(early=True), "E1", "since March 2024").cautions[0]


def test_an_area_without_a_judged_change_tells_its_level():
    other = Estimate("I16", "share", COUNTY[2].period, "D1", "citizen_survey", 48.0, base=150)
    case = the(asked(other), "D1", "since March 2024")
    assert (case.answer, case.row) == ("cannot_tell", "No change is judged for this place and period.")
