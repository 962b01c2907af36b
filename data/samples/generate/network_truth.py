"""What is true of the network of ties: expected figures of a roster with these sectors."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from data.framework import Framework
from data.samples.generate.network import NAMED, RESPONSE, WAVES, Wave, together
from data.samples.generate.roster import FOUNDERS, Leader
from data.samples.generate.truth import Truth

BOTH_NAME, ANY_NAMES = NAMED**2, 1 - (1 - NAMED) ** 2


def network_truths(
    framework: Framework, roster: Sequence[Leader], fieldwork: Mapping[str, tuple[dt.date, dt.date]]
) -> Iterator[Truth]:
    """E-I index (also by sector, and its change), density and reciprocity of each wave."""
    founders = roster[:FOUNDERS]
    for indicator in framework.indicators:
        area = indicator.areas[0]
        for wave in WAVES if indicator.formula.kind == "network_ties" else ():
            dates = fieldwork[wave.code]
            for statistic, value, *sector in _of_wave(wave, founders):
                group = ("sector", *sector) if sector else ("", "")
                yield Truth(indicator.id, statistic, area, *dates, value, *group, wave.code)
            if wave is not WAVES[0]:
                change = ei_index(wave, founders) - ei_index(WAVES[0], founders)
                yield Truth(indicator.id, "change_from_baseline", area, *dates, change, wave=wave.code)


def _of_wave(wave: Wave, founders: Sequence[Leader]) -> Iterator[tuple]:
    yield "ei_index", ei_index(wave, founders)
    for sector in sorted({leader.sector for leader in founders}):
        yield "ei_index", ei_index(wave, founders, sector), sector
    pairs = list(combinations(founders, 2))
    # A tie is seen by whichever end answers; a pair of which neither does is not counted.
    seen = RESPONSE**2 * ANY_NAMES + 2 * RESPONSE * (1 - RESPONSE) * NAMED
    known = 1 - (1 - RESPONSE) ** 2
    yield "density", 100 * sum(together(wave, *pair) for pair in pairs) / len(pairs) * seen / known
    yield "reciprocity", 100 * BOTH_NAME / ANY_NAMES


def ei_index(wave: Wave, founders: Sequence[Leader], sector: str = "") -> float:
    """Expected ties across sectors less those within, over all; of one sector, its members' ties."""
    pairs = [
        (one, other) for one, other in combinations(founders, 2)
        if not sector or sector in (one.sector, other.sector)
    ]
    across = sum(together(wave, *pair) for pair in pairs if pair[0].sector != pair[1].sector)
    within = sum(together(wave, *pair) for pair in pairs if pair[0].sector == pair[1].sector)
    return (across - within) / (across + within)
