"""What every survey estimate shares: which groups are answered for, when one is withheld, its base."""

import numpy as np

from metrics.context import Context
from metrics.disclosure_rules import NOBODY
from metrics.intervals import wilson
from metrics.survey_rounds import Group, Round
from metrics.tables import headline_area
from metrics.types import Absence, Definition, Estimate

LONELY = ", lone PSUs adjusted"  # strata with one PSU are centred at the grand mean


def wanted_groups(asked: Round, definition: Definition, context: Context) -> list[Group]:
    """Everyone, then each breakdown's groups in their fixed order, groups nobody answered in included.

    Where the data hold a group that isn't listed they were grouped otherwise, and only theirs count.
    """
    wanted: list[Group] = [("", "")]
    for dim in definition.breakdowns:
        met = [value for d, value in asked.groups if d == dim]
        listed = [str(value) for value in context.groups.get(dim, ())]
        if met and set(met) <= set(listed):
            wanted += [(dim, value) for value in listed]
        else:
            wanted += [(dim, value) for value in dict.fromkeys([*listed, *met]) if value in met]
    return wanted


def why_withheld(asked: Round, group: Group) -> str:
    """Why a group has no estimate; empty where it has one."""
    at = asked.row(group) if group in asked.groups else None
    if at is None or asked.base[at] == 0:
        return NOBODY
    if asked.base[at] == 1:
        return "One person in this group answered the question."
    if not asked.shares.df[at] >= 1:
        return "All answers come from one sampling point, so their uncertainty can't be told."
    return ""


def kish(asked: Round) -> np.ndarray:
    """(Σw)² / Σw² of the valid answers, by group; 0 where there are none."""
    squares = np.where(asked.squared_weights > 0, asked.squared_weights, 1.0)
    return asked.valid.sum(axis=1) ** 2 / squares


def effective_base(spread: float, variance: float, kish_base: float) -> float:
    """The simple random sample as precise as this one: p(1 − p), here `spread`, over the variance.

    Kish's effective base where p is 0 or 1, or where the design shows no variance at all.
    """
    return kish_base if spread <= 1e-12 or variance <= 1e-18 else spread / variance


def share_interval(
    share: float, variance: float, df: float, kish_base: float, most: float
) -> tuple[float, float, float]:
    """The default interval of a share (0 to 1) and its effective base: low, high, base.

    Wilson's on the effective base, which few degrees of freedom reduce; reduced, it is `most` at most, the
    people who answered. How often it holds the truth is measured by `python -m bench coverage`.
    """
    n = effective_base(share * (1 - share), variance, kish_base)
    return *wilson(share, n, df, most), n


def estimate_of(
    asked: Round, statistic: str, group: Group, definition: Definition, context: Context, **figures
) -> Estimate:
    """An estimate of this round and group, with the fields that every statistic fills alike."""
    return Estimate(
        indicator=definition.id, statistic=statistic, period=asked.period,
        area=headline_area(definition, context),
        source=asked.traits.source, mode=asked.traits.mode, segment=asked.placed.segment,
        group_dim=group[0], group_value=group[1], illustrative=asked.illustrative, trace=asked.trace,
        **figures,
    )


def absent(
    asked: Round, statistic: str, group: Group, definition: Definition, context: Context, reason: str,
    absence: Absence = Absence.WITHHELD,
) -> Estimate:
    """The same with the reason why there is no figure."""
    return estimate_of(asked, statistic, group, definition, context, absence=absence, reason=reason)


def method_of(method: str, *rounds: Round) -> str:
    """The method's name, saying so where strata with a single PSU had to be adjusted."""
    return method + (LONELY if any(r.design.has_lonely_strata for r in rounds) else "")
