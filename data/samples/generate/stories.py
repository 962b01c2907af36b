"""The story the samples tell: what is true of each question in each wave, in shares of the population."""

import datetime as dt
from dataclasses import dataclass

REWORDED = {"cls_pull": "cls_pull_b"}  # from W4 the second is asked instead of the first


@dataclass(frozen=True)
class Wave:
    """One wave's fieldwork. `mode_effect` is added to every share of a positive answer."""

    code: str
    mode: str
    first: dt.date
    last: dt.date
    mode_effect: float = 0.0


WAVES = (
    Wave("W1", "telephone", dt.date(2024, 2, 5), dt.date(2024, 3, 15)),
    Wave("W2", "online", dt.date(2024, 10, 7), dt.date(2024, 11, 15), mode_effect=-0.08),
    Wave("W3", "telephone", dt.date(2025, 9, 1), dt.date(2025, 9, 30)),
    Wave("W4", "telephone", dt.date(2026, 9, 1), dt.date(2026, 9, 30)),
)

# Share giving a positive answer in W1, W2, W3 and W4, as a telephone interviewer would hear it, of those
# who give a valid answer.
STORIES: dict[str, tuple[float, float, float, float]] = {
    "lga_area": (0.76, 0.76, 0.76, 0.76),
    "lga_runs": (0.58, 0.58, 0.58, 0.58),
    "lga_vfm": (0.43, 0.43, 0.44, 0.44),
    "lga_acts": (0.47, 0.475, 0.485, 0.50),  # a small rise
    "lga_informed": (0.50, 0.50, 0.51, 0.51),
    "lga_trust": (0.53, 0.53, 0.53, 0.53),  # flat
    "lga_safe_dark": (0.62, 0.62, 0.62, 0.62),
    "lga_safe_day": (0.88, 0.88, 0.88, 0.88),
    "csew_job": (0.54, 0.52, 0.50, 0.46),  # worsening
    "csew_conf": (0.63, 0.62, 0.60, 0.57),
    "cls_influence": (0.25, 0.255, 0.265, 0.28),  # a small rise
    "cls_pull": (0.60, 0.60, 0.61, 0.61),
    "cls_pull_b": (0.66, 0.66, 0.66, 0.66),  # the new wording alone adds some five points
    "cls_trustgen": (0.46, 0.46, 0.46, 0.46),
    "cls_belong": (0.61, 0.61, 0.62, 0.62),
    "cls_backgrounds": (0.74, 0.74, 0.74, 0.74),
    "ons_trust_local": (0.40, 0.40, 0.40, 0.41),
    "ons_trust_civil": (0.47, 0.47, 0.46, 0.46),
    "ons_trust_police": (0.57, 0.56, 0.54, 0.52),
    "ons_trust_nhs": (0.70, 0.70, 0.71, 0.71),
    "bsa_nhs": (0.24, 0.24, 0.25, 0.27),
    "vol_monthly": (0.17, 0.17, 0.17, 0.17),  # flat while England falls
    "prog_conf": (0.42, 0.44, 0.47, 0.50),  # the clear improvement
    "prog_resp": (0.52, 0.52, 0.53, 0.54),
}
FACTS = ("vol_monthly",)  # what people did, not what they think: the mode matters little
DON_T_KNOW = (0.02, 0.06)  # least and most, by question
REFUSED = (0.01, 0.03)  # left blank
PREFER_NOT_TO_SAY, NOTHING_TO_IMPROVE = 0.006, 0.08
INTRA_CLASS = 0.03
POINTS_PER_DISTRICT, PEOPLE_PER_POINT = 10, 10

# How much more (or less) likely than others in the district a group is to answer positively, in relative
# terms. Centred on each district's own mixture, so they never move a district's share.
GROUP_EFFECTS = {
    "age": (-0.08, -0.06, -0.03, 0.00, 0.02, 0.06, 0.10),
    "sex": (0.02, -0.02, 0.00),
    "ethnicity": (0.00, 0.00, 0.00, 0.00, 0.00),
    "tenure": (0.03, 0.00, -0.07, -0.05),
    "imd": (-0.10, -0.04, 0.00, 0.03, 0.06),
    "vulnerable": (-0.12, 0.02),
}
TOGETHER = {("ethnicity", "other_groups"): ("asian", "black", "mixed", "other")}  # published as one group
SIZE_EFFECT = -0.06  # points of share for a district one standard deviation larger than the average
LOCAL_EFFECT = 0.02  # standard deviation of what is peculiar to a district, the same in every wave


def true_share(question: str, wave_number: int) -> float:
    """The county's true share of positive answers to a question in the wave of that place (0 to 3)."""
    wave = WAVES[wave_number]
    return STORIES[question][wave_number] + (0.0 if question in FACTS else wave.mode_effect)


def is_asked(question: str, wave_number: int) -> bool:
    """Whether the question is on that wave's questionnaire: a reworded one replaces its predecessor."""
    last = wave_number == len(WAVES) - 1
    return not (question in REWORDED and last) and not (question in REWORDED.values() and not last)
