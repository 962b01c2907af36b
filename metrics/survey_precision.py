"""How sure the next survey can be: what it could detect, and how large it must be for the target.

Made from an indicator's own published shares, so that it says what the figures themselves can bear.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from metrics.context import Context
from metrics.precision import detectable_change, n_for_change, n_of_each
from metrics.survey_changes import EVERYONE
from metrics.types import Absence, Definition, Estimate

SIZES = (500, 1000, 1500, 2000, 3000)  # interviews an evaluator may think of ordering
NEXT = "80% power at a two-sided 5% test, design effect as in this wave"
NO_ROOM = "No change fits between this figure and the end of its scale that so few answers could show."
REACHED = "The baseline already stands at the target."
TOO_FEW = (
    "No next wave is large enough: the baseline's own uncertainty hides the change. "
    "Two new waves would need {n:,.0f} interviews each."
)


def survey_precision(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context, own: Sequence[Estimate]
) -> list[Estimate]:
    """Per wave, of everyone, from the share and its bases.

    design_effect: base over effective base. detectable_change: the smallest change in points that a next
    wave of the same size finds, and with scenario n500, n1000, … one of so many interviews (its base).
    n_for_target: the interviews the next wave needs to find the target change since the baseline of its
    series (or, for a difference from a comparator, to find that difference from a figure taken as exact).
    A neutral indicator counts rises. Waves without an effective base have none.
    """
    shares = [e for e in own if e.statistic == "share" and (e.group_dim, e.group_value) == EVERYONE]
    known = [e for e in shares if e.value is not None and e.base and e.base_effective]
    return [
        figure for e in known for figure in (_effect(e), *_detectable(e, definition), *_needed(e, known, definition))
    ]


def _effect(share: Estimate) -> Estimate:
    return _made(share, "design_effect", value=_deff(share), method="interviews / effective base of this question")


def _deff(share: Estimate) -> float:
    return share.base / share.base_effective


def _detectable(share: Estimate, definition: Definition) -> list[Estimate]:
    sizes = {"": share.base} | {f"n{size}": float(size) for size in SIZES}
    return [_one_size(share, scenario, n, definition) for scenario, n in sizes.items()]


def _one_size(share: Estimate, scenario: str, n: float, definition: Definition) -> Estimate:
    after = n / _deff(share)
    change = detectable_change(share.value / 100, share.base_effective, after, definition.direction != "down")
    facts = {"scenario": scenario, "base": n, "base_effective": after}
    if change is None:
        return _none(share, "detectable_change", NO_ROOM, scenario=scenario)
    return _made(share, "detectable_change", value=100 * change, method=NEXT, **facts)


def _needed(share: Estimate, known: Sequence[Estimate], definition: Definition) -> list[Estimate]:
    """Nothing without a target. The target is counted from the first wave of this wave's series."""
    target = definition.target
    if target is None or target.kind == "none":
        return []
    first = next(e for e in known if _series(e) == _series(share))
    start, end, n_before = first.value, target.value, first.base_effective
    if target.kind == "change":
        end = start + target.value
    elif target.kind == "difference":
        start, end, n_before = share.value - target.value, share.value, math.inf
    end = min(max(end, 0.0), 100.0)
    wanted = {"up": end > start, "down": end < start}.get(definition.direction, end != start)
    if not wanted:
        return [_none(share, "n_for_target", REACHED)]
    return [_size_for(share, start / 100, end / 100, n_before)]


def _size_for(share: Estimate, start: float, end: float, n_before: float) -> Estimate:
    n = n_for_change(start, end, n_before)
    if n is None:
        return _none(share, "n_for_target", TOO_FEW.format(n=math.ceil(_deff(share) * n_of_each(start, end))))
    return _made(share, "n_for_target", value=float(math.ceil(_deff(share) * n)), method=NEXT)


def _series(estimate: Estimate) -> tuple[str, str, int]:
    return estimate.source, estimate.mode, estimate.segment


def _made(share: Estimate, statistic: str, **figures) -> Estimate:
    return replace(
        share, statistic=statistic, **{"low": None, "high": None, "numerator": None, "denominator": None, **figures}
    )


def _none(share: Estimate, statistic: str, reason: str, **facts) -> Estimate:
    absence = {"value": None, "absence": Absence.NOT_APPLICABLE, "reason": reason, "method": ""}
    absence |= {"base": None, "base_effective": None}  # an absence holds no number at all
    return _made(share, statistic, **absence, **facts)
