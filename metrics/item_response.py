"""Who was asked and gave no answer: item non-response of a survey question, by wave."""

from collections.abc import Mapping, Sequence

import pandas as pd

from metrics.context import Context
from metrics.tables import headline_area
from metrics.types import Definition, Estimate, Period

NEVER_OFFERED = (97, 98)  # don't know and prefer not to say: recorded where they are said (framework.yaml)
METHOD = "blank, don't know or prefer not to say, of all interviews; unweighted"
ROUND = ["source", "wave", "mode", "question"]


def item_nonresponse(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context, own: Sequence[Estimate]
) -> list[Estimate]:
    """Per cent of a wave's interviews without an answer to the question, as the statistic item_nonresponse.

    Base: the wave's interviews. Other answers outside the scale (nothing needs improving) are answers. It
    carries period, mode and segment of the wave's share, and is left out where that wave has no share. Of
    two wordings asked in one wave the later counts.
    """
    sums, design = frames.get("wave_sums"), frames.get("wave_design")
    if sums is None or design is None or sums.empty:
        return []
    asked = sums[(sums["group_dim"] == "") & sums["question"].isin(list(definition.params["questions"]))]
    interviews = design.groupby("wave")["n"].sum()
    shares = {_key(e): e for e in own if e.statistic == "share" and not e.group_dim and e.value is not None}
    found: dict[tuple, Estimate] = {}
    order = list(definition.params["questions"])
    rounds = [rows for _, rows in asked.groupby(ROUND, sort=False)]
    for rows in sorted(rounds, key=lambda rows: order.index(rows["question"].iloc[0])):
        first = rows.iloc[0]
        period = Period(first["wave_start"], first["wave_end"], "wave")
        share = shares.get(key := (first["source"], first["mode"], period))
        answered = float(rows.loc[~rows["code"].isin(NEVER_OFFERED), "n"].sum())
        if share is not None:
            found[key] = _estimate(share, float(interviews[first["wave"]]), answered, definition, context)
    return list(found.values())


def _estimate(share: Estimate, asked: float, answered: float, definition: Definition, context: Context) -> Estimate:
    return Estimate(
        indicator=definition.id, statistic="item_nonresponse", period=share.period,
        area=headline_area(definition, context), source=share.source, mode=share.mode, segment=share.segment,
        value=100 * (asked - answered) / asked, base=asked, numerator=asked - answered, denominator=asked,
        method=METHOD, illustrative=share.illustrative, trace=share.trace,
    )


def _key(estimate: Estimate) -> tuple[str, str, Period]:
    return estimate.source, estimate.mode, estimate.period
