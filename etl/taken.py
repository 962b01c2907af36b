"""What the latest publication says and rests on: whatever rests on nothing new is taken over from it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from data import reads
from etl.estimate_rows import estimate_of
from metrics.types import Estimate

ANSWERS = "counterfactual"  # the kind of statement that answers an impact model


def _none(indicators: Collection[str]) -> Iterable[Estimate]:
    return ()


@dataclass(frozen=True)
class Known:
    """`rests_on` maps a part of a publication to what it rested on (etl.resting), `answers` an impact model to its
    detail; `estimates` reads those of the indicators given. Nothing is known before the first publication."""

    rests_on: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    answers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    estimates: Callable[[Collection[str]], Iterable[Estimate]] = _none


def known(connection: Connection) -> Known:
    """The latest publication's; estimates are read when they are asked for."""
    latest = reads.latest_publication(connection)
    if latest is None:
        return Known()
    told = reads.statuses(connection, latest.id, ANSWERS)

    def written(indicators: Collection[str]) -> Iterable[Estimate]:
        return map(estimate_of, reads.figures_as_written(connection, latest.id, indicators))

    answers = dict(zip(told["subject"], told["detail"], strict=True))
    return Known(reads.rests_on(connection, latest.id), answers, written)
