"""How far the leader index can be trusted: its reliability, its blanks, and what the next wave could show."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from metrics.context import Context
from metrics.intervals import t_quantile
from metrics.leader_scores import WAVE, self_rated, turn, wave_periods
from metrics.precision import detectable_mean_change, pairs_for_mean_change
from metrics.reliability import reliability
from metrics.tables import estimates, frame, numbers
from metrics.types import Definition, Estimate

PAIRED = "80% power at a two-sided 5% paired t test, changes spread as between these waves"
ALPHA = "Cronbach's alpha, Feldt's 95% interval; forms with every item answered"
ITEM_TOTAL = "correlation with the sum of the other items; forms with every item answered"
BLANKS = "blank items of the forms handed in"


def leader_precision(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context, own: Sequence[Estimate]
) -> list[Estimate]:
    """detectable_change and n_for_target (both of matched leaders), from each wave's paired change."""
    paired = [e for e in own if e.statistic == "paired_change" and not e.group_dim and e.value is not None]
    return [figure for e in paired for figure in _of_pairs(e, definition)]


def leader_reliability(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context, own: Sequence[Estimate]
) -> list[Estimate]:
    """Of each wave's self-ratings: alpha (0 to 1, with interval), item_total of each item (group dimension
    `item`), and item_nonresponse (per cent of the items of the forms handed in).

    Items declared as turned are turned first, as the index does. Too few complete forms give no alpha.
    """
    answers = frame(frames, "leader_answers")
    if answers is None:
        return []
    items = tuple(definition.params["items"])
    rows = self_rated(answers)
    rows = rows[rows["item"].isin(items)]
    rows = turn(rows.assign(value=numbers(rows["value"])), definition.params.get("turned", ()))
    if rows.empty:
        return []
    figures = [figure for wave, given in rows.groupby(WAVE) for figure in _of_wave(wave, given, items)]
    return estimates(
        definition, context, pd.DataFrame(figures), rows, [WAVE], wave_periods(answers), source="leader_survey"
    )


def _of_pairs(change: Estimate, definition: Definition) -> list[Estimate]:
    if change.high is None or not change.base or change.base < 2:
        return []
    pairs = int(change.base)
    sd = (change.high - change.value) / t_quantile(pairs - 1) * math.sqrt(pairs)
    target = definition.target
    wanted = target.value if target is not None and target.kind == "change" else None
    values = {
        "detectable_change": detectable_mean_change(sd, pairs),
        "n_for_target": pairs_for_mean_change(sd, wanted) if wanted else None,
    }
    return [
        replace(change, statistic=name, value=float(value), low=None, high=None, method=PAIRED)
        for name, value in values.items() if value is not None
    ]  # fmt: skip


def _of_wave(wave: int, rows: pd.DataFrame, items: tuple[str, ...]) -> list[dict]:
    forms = rows.assign(rater_code=rows["rater_code"].fillna(""))
    table = forms.pivot_table(index=["person", "rater_code"], columns="item", values="value")
    scores = table.reindex(columns=list(items)).to_numpy(dtype=float)
    blank = int(np.isnan(scores).sum())
    common = {WAVE: wave, "group_dim": "", "group_value": "", "base": len(scores)}
    found = [
        {**common, "statistic": "item_nonresponse", "value": 100 * blank / scores.size, "numerator": blank,
         "denominator": scores.size, "method": BLANKS}
    ]  # fmt: skip
    judged = reliability(scores)
    if judged is None:
        return found
    common["base"] = judged.forms
    about = {"value": judged.alpha, "low": judged.low, "high": judged.high, "method": ALPHA}
    found.append({**common, "statistic": "alpha", **about})
    common |= {"statistic": "item_total", "group_dim": "item", "method": ITEM_TOTAL}
    return found + [
        {**common, "group_value": item, "value": r}
        for item, r in zip(items, judged.item_total, strict=True) if not math.isnan(r)
    ]  # fmt: skip
