"""What is true of leaders like these: found by asking very many of them the same questions."""

import datetime as dt
from collections.abc import Iterator, Mapping

import numpy as np

from data.framework import Framework
from data.samples.generate.draws import stream
from data.samples.generate.leader_survey import FACTORS, SHIFT, WAVES, Group, Wave
from data.samples.generate.truth import Truth

MANY = 200_000  # the truths are then right to some three hundredths of a point
AT_STRENGTH = 4.0  # the framework's threshold for a factor
Dates = tuple[dt.date, dt.date]


def leader_truths(seed: int, framework: Framework, fieldwork: Mapping[str, Dates]) -> Iterator[Truth]:
    """The two indices and the factors, wave by wave; `fieldwork` is each wave's first and last day."""
    everyone = Group(stream(seed, "truth of leaders"), MANY)
    known = {"leader_index": _self_rated, "peer_change": _peer_rated, "factors_at_strength": _factors}
    for indicator in framework.indicators:
        area, found = indicator.areas[0], known.get(indicator.formula.kind)
        for wave, statistic, value, *factor in found(everyone) if found else ():
            group = ("factor", *factor) if factor else ("", "")
            yield Truth(indicator.id, statistic, area, *fieldwork[wave], value, *group, wave)


def _self_rated(everyone: Group) -> Iterator[tuple[str, str, float]]:
    first = _index(everyone.items(WAVES[0]))
    yield WAVES[0].code, "level", float(first.mean())
    for wave in WAVES[1:]:
        stayed, now = everyone.answers[wave.code], _index(everyone.items(wave))
        yield wave.code, "level", float(now[stayed].mean())
        yield wave.code, "paired_change", float((now - first)[stayed].mean())
        yield wave.code, "leavers_gap", float(first[~stayed].mean() - first[stayed].mean())
        if wave.looking_back:
            before = _index(everyone.items(WAVES[0], SHIFT))
            yield wave.code, "retro_change", float((now - before)[stayed].mean())


def _peer_rated(everyone: Group) -> Iterator[tuple[str, str, float]]:
    rated = [wave for wave in WAVES if wave.peers]
    first = _seen(everyone, rated[0])
    yield rated[0].code, "level", float(first.mean())
    for wave in rated[1:]:
        stayed, now = everyone.answers[wave.code], _seen(everyone, wave)
        yield wave.code, "level", float(now[stayed].mean())
        yield wave.code, "paired_change", float((now - first)[stayed].mean())


def _factors(everyone: Group) -> Iterator[tuple[str, str, float, str] | tuple[str, str, float]]:
    for wave in WAVES:
        if wave.factors:
            means = everyone.factors(wave).mean(axis=0)
            yield wave.code, "level", float((means >= AT_STRENGTH).sum())
            for name, mean in zip(FACTORS, means, strict=True):
                yield wave.code, "mean", float(mean), name


def _seen(everyone: Group, wave: Wave) -> np.ndarray:
    return _index(everyone.seen(wave)).mean(axis=1)


def _index(answers: np.ndarray) -> np.ndarray:
    """Items of 1 to 7 as 0 to 100, averaged over the items."""
    return (100 * (answers - 1) / 6).mean(axis=-1)
