"""What people answered, code by code: the shares behind a diverging bar."""

import numpy as np

from metrics.context import Context
from metrics.disclosure_rules import POSITIVE_ANSWERS
from metrics.linearise import linearised_ratio
from metrics.survey_cells import estimate_of, kish, method_of, share_interval, why_withheld
from metrics.survey_changes import EVERYONE
from metrics.survey_rounds import Round
from metrics.types import Definition, Estimate

ANSWER, SHARE_OF_ANSWER = "answer", "answer_share"
METHOD = "Wilson on effective base, Taylor linearised"


def answer_shares(asked: Round, definition: Definition, context: Context) -> list[Estimate]:
    """The share of each answer in the base of a round, everyone together, in per cent; they add up to 100.

    statistic answer_share, group_dim answer, group_value the code. Beside each stands how many gave it
    (for disclosure control only). A round without an estimate of its share has none of these.
    """
    if why_withheld(asked, EVERYONE):
        return []
    at = asked.row(EVERYONE)
    found: list[Estimate] = []
    for code, (weights, people) in asked.of_everyone.items():
        group = (ANSWER, str(code))
        figures = _share(asked, at, weights)
        found.append(estimate_of(asked, SHARE_OF_ANSWER, group, definition, context, **figures))
        found.append(estimate_of(asked, POSITIVE_ANSWERS, group, definition, context, value=people))
    return found


def _share(asked: Round, at: int, weights: np.ndarray) -> dict:
    whole, present = asked.valid[at : at + 1], asked.present[at : at + 1]
    share = linearised_ratio(weights[None, :], whole, present, asked.design)
    value, base = float(share.value[0]), float(asked.base[at])
    low, high, n = share_interval(value, float(share.se[0]) ** 2, share.df[0], kish(asked)[at], base)
    return {
        "value": 100 * value, "low": 100 * low, "high": 100 * high, "method": method_of(METHOD, asked),
        "base": base, "base_effective": min(n, base), "numerator": float(weights.sum()),
        "denominator": float(whole.sum()),
    }
