"""Shares and nets of survey questions by wave and group: the formula kind `survey_share`.

The default interval of a share is Wilson's on the effective base p(1 − p) / variance, the variance by Taylor
linearisation over strata and PSUs, the base reduced for few degrees of freedom and at most the people who
answered: that of metrics.survey. It never leaves 0 to 100 and has a width at 0 and 100, where Kish's
effective base stands in.
"""

import math
from collections.abc import Mapping

import pandas as pd

from metrics.comparability import breaks_of
from metrics.context import Context
from metrics.disclosure_rules import NEGATIVE_ANSWERS, POSITIVE_ANSWERS
from metrics.survey_answers import METHOD, answer_shares
from metrics.survey_cells import (
    absent,
    estimate_of,
    kish,
    method_of,
    share_interval,
    wanted_groups,
    why_withheld,
)
from metrics.survey_changes import changes
from metrics.survey_gaps import funnels, gaps
from metrics.survey_rounds import Round, rounds_of
from metrics.types import Definition, Estimate


def survey_share(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Share and net of the question by wave and group, changes between comparable waves, and gaps.

    Reads frames wave_sums and wave_design and the param `questions` (the question and its later
    wordings). Values in per cent of valid answers, nets and differences in percentage points. A group in
    which nobody or one person answered is withheld. A wave that isn't comparable with the one before
    says why. Statistics: share, net, answer_share (of each code, everyone), change_from_baseline,
    change_from_previous, and those of metrics.survey_gaps.
    """
    sums, design = frames.get("wave_sums"), frames.get("wave_design")
    if sums is None or design is None or sums.empty:
        return []
    breaks = breaks_of(definition, context.county)
    rounds = rounds_of(sums, design, definition.params["questions"], definition.breakdowns, breaks)
    levels = [estimate for asked in rounds for estimate in _levels(asked, definition, context)]
    answers = [estimate for asked in rounds for estimate in answer_shares(asked, definition, context)]
    differences = [*changes(rounds, definition, context), *gaps(rounds, definition, context)]
    return [*levels, *answers, *differences, *funnels(levels)]


def _levels(asked: Round, definition: Definition, context: Context) -> list[Estimate]:
    kish_bases = kish(asked)
    estimates = []
    for group in wanted_groups(asked, definition, context):
        reason = why_withheld(asked, group)
        if reason:
            names = ("share", "net")
            estimates += [absent(asked, name, group, definition, context, reason) for name in names]
            continue
        at = asked.row(group)
        made = {"share": _share(asked, at, kish_bases[at]), "net": _net(asked, at, kish_bases[at])}
        made[POSITIVE_ANSWERS] = {"value": float(asked.positive_answers[at])}
        made[NEGATIVE_ANSWERS] = {"value": float(asked.negative_answers[at])}
        estimates += [
            estimate_of(asked, name, group, definition, context, **figures) for name, figures in made.items()
        ]
    return estimates


def _share(asked: Round, at: int, kish_base: float) -> dict:
    """A share's figures in per cent."""
    shares = asked.shares
    value, base = float(shares.value[at]), float(asked.base[at])
    low, high, n = share_interval(value, float(shares.se[at]) ** 2, shares.df[at], kish_base, base)
    return {
        "value": 100 * value, "low": 100 * low, "high": 100 * high, "method": method_of(METHOD, asked),
        "base": base, "base_effective": min(n, base), "numerator": float(asked.positive[at].sum()),
        "denominator": float(asked.valid[at].sum()),
    }


def _net(asked: Round, at: int, kish_base: float) -> dict:
    """A net's figures in points: Wilson's interval is made on (net + 1) / 2 and carried back."""
    nets = asked.nets
    value, base = float(nets.value[at]), float(asked.base[at])
    half, variance = (value + 1) / 2, float(nets.se[at]) ** 2 / 4
    *ends, n = share_interval(half, variance, nets.df[at], kish_base, math.inf)
    low, high = (100 * (2 * bound - 1) for bound in ends)
    return {
        "value": 100 * value, "low": low, "high": high, "method": method_of(METHOD, asked), "base": base,
        "base_effective": min(n, base),
        "numerator": float((asked.positive[at] - asked.negative[at]).sum()),
        "denominator": float(asked.valid[at].sum()),
    }


FORMULAS = {"survey_share": survey_share}
