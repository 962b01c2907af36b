"""An index of several survey questions, 0 to 100, with its parts: the formula kind `survey_index`.

A question's score runs from 0 (its worst answer) to 100 (its best) in equal steps; don't-knows have none.
The index is the plain mean of its questions' mean scores, each over those who answered it, so that it can
be made from sums. Its variance is that of the mean of their linearised scores, PSU by PSU: people who
answered several questions count with their covariance.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
import pandas as pd

from metrics.comparability import Break, Traits, breaks_of, place
from metrics.context import Context
from metrics.intervals import t_quantile
from metrics.linearise import Linearised, degrees_of_freedom, linearised_ratio, variance
from metrics.survey_cells import estimate_of, method_of
from metrics.survey_changes import EVERYONE, changes
from metrics.survey_rounds import Round, rounds_of
from metrics.trace import Trace
from metrics.types import Definition, Estimate

METHOD = "mean of the questions' mean scores, t interval, Taylor linearised"
PART_METHOD = "mean score, t interval, Taylor linearised"
Scales = Mapping[str, Sequence[int]]  # question -> its codes from best to worst


@dataclass(frozen=True)
class Part:
    """One question's mean score, 0 to 1, the people who gave an answer of its scale, and its cells."""

    score: Linearised
    people: float
    trace: Trace


@dataclass(frozen=True)
class Indexed(Round):
    """A wave in which every question of the index was asked; everyone is its only group.

    `shares` is the index from 0 to 1, `parts` the mean score of each question, likewise, and who answered it.
    """

    index: Linearised
    parts: Mapping[str, "Part"]

    @property
    def shares(self) -> Linearised:
        return self.index


def survey_index(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """The index of each wave, its parts, and its changes between comparable waves, everyone together.

    Reads frames wave_sums and wave_design and the params `questions` and `scales` (the codes of each
    question from best to worst). A wave that did not ask every question has no index. Statistics: level,
    part (group_dim part, group_value the question), change_from_baseline, change_from_previous, in points.
    The base is that of the question the fewest answered.
    """
    sums, design = frames.get("wave_sums"), frames.get("wave_design")
    if sums is None or design is None or sums.empty:
        return []
    waves = indexed_waves(sums, design, definition.params["scales"], breaks_of(definition, context.county))
    levels = [estimate for wave in waves for estimate in _levels(wave, definition, context)]
    return [*levels, *changes(waves, replace(definition, breakdowns=()), context)]


def indexed_waves(
    sums: pd.DataFrame, design: pd.DataFrame, scales: Scales, breaks: Sequence[Break]
) -> list[Indexed]:
    """The waves that asked every question of `scales`, in order of time, each placed in its segment."""
    asked = [rounds_of(sums, design, [question], ()) for question in scales]
    by_wave = [{(r.traits.source, r.traits.name): r for r in rounds} for rounds in asked]
    shared = [wave for wave in by_wave[0] if all(wave in known for known in by_wave)]
    found = [_indexed([known[wave] for known in by_wave], scales) for wave in shared]
    found = [each for each in found if each.shares.df[0] >= 1]
    places = place([each.traits for each in found], breaks)
    return [replace(each, placed=where) for each, where in zip(found, places, strict=True)]


def _indexed(rounds: Sequence[Round], scales: Scales) -> Indexed:
    """One wave's rounds, one a question, as one. They share its design: it is the wave's."""
    scored = [_mean_score(asked, codes) for asked, codes in zip(rounds, scales.values(), strict=True)]
    design, at = rounds[0].design, rounds[0].row(EVERYONE)
    scores = np.mean([part.score.scores for part in scored], axis=0)
    present = np.any([part.score.present for part in scored], axis=0)
    index = Linearised(
        np.mean([part.score.value for part in scored], axis=0), np.sqrt(variance(scores, design)),
        degrees_of_freedom(present, design), scores, present,
    )
    whole = {name: getattr(rounds[0], name) for name in Round.__dataclass_fields__}
    one_row = {name: rows[at : at + 1] for name, rows in whole.items() if isinstance(rows, np.ndarray)}
    return Indexed(
        **whole | one_row | {
            "traits": _together([asked.traits for asked in rounds]), "groups": (EVERYONE,), "present": present,
            "base": np.array([min(part.people for part in scored)]),
            "illustrative": any(asked.illustrative for asked in rounds),
            "trace": tuple(dict.fromkeys(chain.from_iterable(asked.trace for asked in rounds))),
        },
        index=index, parts=dict(zip(scales, scored, strict=True)),
    )  # fmt: skip


def _mean_score(asked: Round, best_to_worst: Sequence[int]) -> Part:
    steps = len(best_to_worst) - 1
    none = np.zeros(len(asked.design.keys))
    total, scored, people = none.copy(), none.copy(), 0.0
    for step, code in enumerate(best_to_worst):
        weights, count = asked.of_everyone.get(code, (none, 0.0))
        total, scored, people = total + weights * (1 - step / steps), scored + weights, people + count
    score = linearised_ratio(total[None, :], scored[None, :], scored[None, :] > 0, asked.design)
    return Part(score, people, asked.trace)


def _together(all_of: Sequence[Traits]) -> Traits:
    """What must agree of two waves of an index: everything that must agree of its questions."""
    texts = ("question", "wording", "direction", "population", "base_rule")
    joined = {name: " / ".join(dict.fromkeys(getattr(each, name) for each in all_of)) for name in texts}
    return replace(all_of[0], scale=tuple(chain.from_iterable(each.scale for each in all_of)), **joined)


def _levels(wave: Indexed, definition: Definition, context: Context) -> list[Estimate]:
    whole = estimate_of(
        wave, "level", EVERYONE, definition, context, base=float(wave.base[0]), **_mean(wave.index),
        method=method_of(METHOD, wave),
    )
    parts = [
        replace(
            whole, statistic="part", group_dim="part", group_value=question, base=part.people, trace=part.trace,
            **_mean(part.score), method=method_of(PART_METHOD, wave),
        )
        for question, part in wave.parts.items()
    ]
    return [whole, *parts]


def _mean(mean: Linearised) -> dict[str, float]:
    """A mean from 0 to 1 with its interval, in points of 100."""
    value, half = float(mean.value[0]), t_quantile(float(mean.df[0])) * float(mean.se[0])
    return {"value": 100 * value, "low": 100 * max(value - half, 0.0), "high": 100 * min(value + half, 1.0)}


FORMULAS = {"survey_index": survey_index}
