"""The survey that speed is measured on, and one run of ours in a process of its own.

python -m bench.interviews 1000000      prints seconds and peak memory in megabytes
"""

import resource
import sys
from time import perf_counter

import numpy as np
import pandas as pd

from metrics.estimation.design import Sample
from metrics.estimation.scoring import Question
from metrics.survey import Survey

GROUPS = {"district": 12, "age": 6, "quintile": 4}
BY = list(GROUPS)
ITEMS = [f"q{number}" for number in range(1, 6)]
POINTS = 40  # sampling points a stratum; strata are the districts
SAMPLE = Sample("w", "stratum", "psu")


def interviews(n: int) -> pd.DataFrame:
    """`n` respondents with three groups, a design, and five answers from 1 to 5, the same for the same n."""
    random = np.random.default_rng(n)
    frame = pd.DataFrame({name: random.integers(0, size, n) for name, size in GROUPS.items()})
    frame["stratum"], frame["psu"] = frame["district"], random.integers(0, POINTS, n)
    frame["w"] = random.uniform(0.3, 3, n)
    for item in ITEMS:
        frame[item] = random.integers(1, 6, n).astype(float)
    return frame


def ours(people: pd.DataFrame) -> pd.DataFrame:
    """Means of all items in all cells: BY, item, estimate, se."""
    survey = Survey(people, SAMPLE)
    tables = [survey.estimate(Question(item), BY).assign(item=item) for item in ITEMS]
    return pd.concat(tables, ignore_index=True)[[*BY, "item", "estimate", "se"]]


def main() -> None:
    people = interviews(int(sys.argv[1]))
    begun = perf_counter()
    ours(people)
    seconds = perf_counter() - begun
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
