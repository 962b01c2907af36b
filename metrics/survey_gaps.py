"""Groups of one wave against each other and against everyone: gaps, marks for many comparisons, the funnel.

Marks are made here, once, so that chart, table and sentence say the same of a group.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from scipy import special

from metrics.context import Context
from metrics.multiplicity import FALSE_DISCOVERIES, benjamini_hochberg
from metrics.survey_cells import estimate_of, wanted_groups, why_withheld
from metrics.survey_changes import EVERYONE, Pair, contrast
from metrics.survey_rounds import Group, Round
from metrics.types import Definition, Estimate

# The disadvantaged first, whom they are set against second.
GAPS: dict[str, tuple[Group, Group]] = {
    "gap_q1_q5": (("imd", "1"), ("imd", "5")),
    "gap_vulnerable": (("vulnerable", "yes"), ("vulnerable", "no")),
    "gap_tenure": (("tenure", "social"), ("tenure", "owned")),
}
TO_ALL, P_VALUE = "gap_to_county", "gap_p_adjusted"
ABOVE, BELOW, ALIKE = "above", "below", "alike"
FUNNEL = {"funnel_95": 0.95, "funnel_99_8": 0.998}
FUNNEL_METHOD = "county figure ± normal quantile × binomial standard error on the effective base"


def gaps(rounds: Sequence[Round], definition: Definition, context: Context) -> list[Estimate]:
    """What sets groups of a wave apart, in points.

    gap_q1_q5 (most minus least deprived fifth), gap_vulnerable and gap_tenure (social renters minus
    owners); gap_to_county of every group, marked above, below or alike after Benjamini–Hochberg within
    its breakdown; gap_p_adjusted, the p-value behind the mark, 0 to 1. A group that is withheld has neither.
    """
    found: list[Estimate] = []
    for asked in rounds:
        groups, pair = wanted_groups(asked, definition, context), Pair(asked, asked)
        for statistic, (group, against) in GAPS.items():
            if {group, against} <= set(groups):
                found.append(contrast(pair, against, group, statistic, EVERYONE, definition, context))
        found += _to_everyone(pair, [group for group in groups if group != EVERYONE], definition, context)
    return found


def funnels(shares: Sequence[Estimate]) -> list[Estimate]:
    """funnel_95 and funnel_99_8 of each district: its share, between the limits that chance alone would keep.

    `centre` is the county's share of the same wave, `lower_limit` and `upper_limit` lie around it at the
    district's effective base. Source: Spiegelhalter (2005), funnel plots for institutional performance.
    """
    whole = {_wave(e): e for e in shares if not e.group_dim and e.statistic == "share" and e.value is not None}
    found: list[Estimate] = []
    for each in shares:
        county = whole.get(_wave(each))
        if county and each.group_dim == "district" and each.statistic == "share" and each.value is not None:
            found += [_in_funnel(each, county, name, level) for name, level in FUNNEL.items()]
    return found


def _in_funnel(district: Estimate, county: Estimate, name: str, level: float) -> Estimate:
    p, z = county.value / 100, float(special.ndtri(0.5 + level / 2))
    half = 100 * z * math.sqrt(p * (1 - p) / district.base_effective)
    low, high = max(county.value - half, 0.0), min(county.value + half, 100.0)
    mark = BELOW if district.value < low else ABOVE if district.value > high else ALIKE
    return replace(
        district, statistic=name, centre=county.value, lower_limit=low, upper_limit=high, mark=mark,
        low=None, high=None, numerator=None, denominator=None, method=FUNNEL_METHOD,
    )


def _wave(e: Estimate) -> tuple:
    return e.indicator, e.source, e.mode, e.segment, e.period, e.area


def _to_everyone(
    pair: Pair, groups: Sequence[Group], definition: Definition, context: Context
) -> list[Estimate]:
    asked = pair.later
    families: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        families[group[0]].append(group)
    found: list[Estimate] = []
    for family in families.values():
        known = [not why_withheld(asked, group) for group in family]
        p_values = [
            pair.p_value(EVERYONE, group) if told else math.nan for group, told in zip(family, known, strict=True)
        ]
        adjusted = benjamini_hochberg(p_values)
        for group, told, p in zip(family, known, adjusted, strict=True):
            gap = contrast(pair, EVERYONE, group, TO_ALL, group, definition, context)
            found.append(replace(gap, mark=_mark(gap, p)) if told else gap)
            if told:
                found.append(_p_value(asked, group, float(p), gap, len(p_values), definition, context))
    return found


def _mark(gap: Estimate, p: float) -> str:
    if p > FALSE_DISCOVERIES:
        return ALIKE
    return ABOVE if gap.value > 0 else BELOW


def _p_value(
    asked: Round, group: Group, p: float, gap: Estimate, family: int, definition: Definition, context: Context
) -> Estimate:
    return estimate_of(
        asked, P_VALUE, group, definition, context, value=p, base=gap.base,
        method=f"Benjamini–Hochberg over {family} groups of this wave",
    )
