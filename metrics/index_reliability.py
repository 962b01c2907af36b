"""Do the questions of a survey index belong together: its reliability, wave by wave."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from metrics.context import Context
from metrics.reliability import reliability
from metrics.types import Definition, Estimate

ALPHA = "Cronbach's alpha, Feldt's 95% interval; people who answered every question, unweighted"
ITEM_TOTAL = "correlation with the sum of the other questions; people who answered every question, unweighted"


def index_reliability(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context, own: Sequence[Estimate]
) -> list[Estimate]:
    """Of each wave's index: alpha (0 to 1, with interval) and item_total of each question (group dimension `item`).

    Reads the frame answers_together. People with an answer outside a question's scale don't count; base: those
    who do. Waves whose respondents are no longer held, and those without an index, have neither.
    """
    together = frames.get("answers_together")
    if together is None or together.empty:
        return []
    scales = definition.params["scales"]
    of_index = together[together["questions"] == tuple(scales)]
    waves = {(source, start, end): rows for (source, start, end), rows in
             of_index.groupby(["source", "wave_start", "wave_end"], sort=False)}  # fmt: skip
    levels = [e for e in own if e.statistic == "level" and not e.group_dim and e.value is not None]
    return [
        figure
        for level in levels
        if (rows := waves.get((level.source, level.period.start, level.period.end))) is not None
        for figure in _of_wave(level, rows, scales)
    ]


def _of_wave(level: Estimate, rows: pd.DataFrame, scales: Mapping[str, Sequence[int]]) -> list[Estimate]:
    places = [{code: -step / (len(codes) - 1) for step, code in enumerate(codes)} for codes in scales.values()]
    scores = [[at.get(code, math.nan) for at, code in zip(places, codes, strict=True)] for codes in rows["codes"]]
    judged = reliability(np.array(scores), rows["n"].to_numpy(dtype=int))
    if judged is None:
        return []
    common = {"low": None, "high": None, "numerator": None, "denominator": None, "base_effective": None,
              "base": float(judged.forms)}  # fmt: skip
    alpha = replace(
        level, statistic="alpha", value=judged.alpha, method=ALPHA,
        **common | {"low": judged.low, "high": judged.high},
    )  # fmt: skip
    return [alpha] + [
        replace(
            level, statistic="item_total", group_dim="item", group_value=question, value=r, method=ITEM_TOTAL, **common
        )
        for question, r in zip(scales, judged.item_total, strict=True) if not math.isnan(r)
    ]  # fmt: skip
