"""How often the default 95 % interval of a share holds the truth: simulated, not assumed."""

import numpy as np

from bench.populations import KINDS, SAMPLES, draw
from bench.said import say, verdict
from metrics.estimation.intervals_of import effective_base, interval_of
from metrics.estimation.scoring import Question
from metrics.survey import Survey

HELP = f"coverage of the default interval of a share, {SAMPLES:,} samples a case from known populations"
SHARES = (0.02, 0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.98)
SIZES = (30, 50, 100, 300, 1000)
ON_AVERAGE, EACH, AT_LEAST = (94.0, 97.0), (92.5, 97.5), 91.0
ENOUGH = 5  # n_eff · min(p, 1 − p) from which coverage must lie within EACH; below, over-coverage is allowed
QUESTION = Question("answer", "share", codes=(1,))
SEED = 2026


def run() -> int:
    """Print the coverage of every case in per cent; 1 when a target is missed. * marks cases with ENOUGH."""
    random, found = np.random.default_rng(SEED), []
    for kind in KINDS:
        say(f"  {kind.name:10}" + "".join(f"  p={share:<5}" for share in SHARES))
        for n in SIZES:
            cases = [cover(share, n, kind, random) for share in SHARES]
            say(f"    n={n:<6}" + "".join(f"  {rate:5.1f}{'*' if enough else ' '} " for rate, enough in cases))
            found += cases
    rates, enough = (np.array(column) for column in zip(*found, strict=True))
    within = (rates[enough] >= EACH[0]) & (rates[enough] <= EACH[1])
    mean, lowest = rates.mean(), rates[~enough].min()
    say(f"\n  on average {mean:.2f} %  target {ON_AVERAGE[0]:g}-{ON_AVERAGE[1]:g}: "
        f"{verdict(ON_AVERAGE[0] <= mean <= ON_AVERAGE[1])}")  # fmt: skip
    say(f"  cases marked * lie between {rates[enough].min():.1f} and {rates[enough].max():.1f} %  "
        f"target {EACH[0]:g}-{EACH[1]:g}: {verdict(within.all())}")  # fmt: skip
    say(f"  the others are at least {lowest:.1f} %  target {AT_LEAST:g}: {verdict(lowest >= AT_LEAST)}")
    return int(not (ON_AVERAGE[0] <= mean <= ON_AVERAGE[1] and within.all() and lowest >= AT_LEAST))


def cover(share, n, kind, random) -> tuple[float, bool]:
    """Per cent of samples whose interval holds the share, and whether n_eff · min(p, 1 − p) is ENOUGH."""
    people, sample = draw(share, n, kind, random)
    levels = Survey(people, sample).levels(QUESTION, ["sample"])
    low, high, _ = interval_of(levels, QUESTION)
    base = np.median(np.minimum(effective_base(levels.value, levels.se, levels), levels.n))
    return 100 * float(np.mean((low <= share) & (share <= high))), bool(base * min(share, 1 - share) >= ENOUGH)
