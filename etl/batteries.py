"""Which columns of a survey ask for the same thing, and from which end each one's answers count."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from etl.codes import Codebook
from metrics.comparability import POSITIVE_LAST, scale_of
from metrics.leaders import looking_back

FEWEST = 30  # answers to a pair of items: below this a correlation says nothing


@dataclass(frozen=True, slots=True)
class Battery:
    """`items`: field -> its scores by stored value, more being better; None for a number scored as it is,
    or its negative where the field is in `turned`."""

    name: str
    items: Mapping[str, Mapping[int, float] | None]
    turned: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Correlated:
    """The correlations of a battery's fields, not a number where too few answered both, and the fewest
    answers that any of them rests on."""

    fields: tuple[str, ...]
    matrix: np.ndarray
    answers: int


def batteries_of(dataset: str, codes: Codebook) -> list[Battery]:
    """The batteries a dataset may hold: questions of one topic, items of one instrument.

    Questions whose answers have no good and bad end belong to none. What a framework declares negative
    (answers with the role negative first, items marked turned) is counted from its own good end.
    """
    if dataset == "citizen_survey":
        return _of_topics(codes)
    return _of_instruments(codes) if dataset == "leader_survey" else []


def correlated(battery: Battery, values: Mapping[str, list]) -> Correlated | None:
    """How the battery's fields go together in these columns of stored values; None with fewer than two."""
    fields = tuple(name for name in battery.items if name in values)
    if len(fields) < 2:
        return None
    scores = pd.DataFrame({name: _scored(battery, name, values[name]) for name in fields}, dtype=float)
    known = scores.notna().to_numpy(dtype=int)
    together = known.T @ known
    with np.errstate(invalid="ignore", divide="ignore"):
        matrix = scores.corr(min_periods=FEWEST).to_numpy()
    enough = together[together >= FEWEST]
    return Correlated(fields, matrix, int(enough.min()) if enough.size else 0)


def _scored(battery: Battery, name: str, values: list) -> np.ndarray:
    """A score for each value, NaN for none."""
    scale = battery.items[name]
    if scale is None:
        sign = -1 if name in battery.turned else 1
        scale = {value: sign * value for value in set(values) if value is not None}
    scores = {value: scale.get(value, np.nan) for value in set(values)}
    return np.fromiter(map(scores.__getitem__, values), float, len(values))


def _of_topics(codes: Codebook) -> list[Battery]:
    found: dict[str, dict[str, Mapping[int, float]]] = {}
    for question in codes.questions.values():
        labels = [(label.code, label.label, label.role) for label in question.labels]
        _, direction = scale_of(labels)
        if direction:
            offered = [code for code, _, role in labels if role != "excluded"]
            ordered = offered if direction == POSITIVE_LAST else offered[::-1]
            scale = {code: float(place) for place, code in enumerate(ordered)}
            found.setdefault(question.topic, {})[question.id] = scale
    return [Battery(topic, items) for topic, items in found.items()]


def _of_instruments(codes: Codebook) -> list[Battery]:
    found: dict[str, list] = {}
    for item in codes.items.values():
        found.setdefault(item.instrument, []).append(item)
    made = []
    for name, items in found.items():
        ids = tuple(item.id for item in items)
        turned = tuple(item.id for item in items if item.turned)
        words = name.replace("_", " ")
        made.append(Battery(words, dict.fromkeys(ids), frozenset(turned)))
        if name == "mind_set":
            back = dict.fromkeys(looking_back(ids))
            made.append(Battery(f"{words}, looking back", back, frozenset(looking_back(turned))))
    return made
