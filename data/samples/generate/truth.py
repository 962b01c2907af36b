"""The truth that was put into the samples: what the product's 95 % intervals should cover."""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Truth:
    """One true value, in the words of the estimate it is the truth of.

    `value` is in the indicator's unit (shares in per cent). It belongs to the population the sample was
    drawn from, not to the sample.
    """

    indicator: str
    statistic: str
    area: str
    period_start: dt.date
    period_end: dt.date
    value: float
    group_dim: str = ""
    group_value: str = ""
    wave: str = ""


def write_truths(path: Path, truths: Iterable[Truth]) -> None:
    """One truth a line, so that a change of the story can be read in a comparison of versions."""
    lines = [json.dumps({**asdict(truth), "value": round(truth.value, 6)}, default=str) for truth in truths]
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")
