"""What is said beside an indicator's own figures: how precise, how complete and how reliable they are."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd

from metrics.comparator import gap_to_comparator
from metrics.context import Context
from metrics.index_reliability import index_reliability
from metrics.item_response import item_nonresponse
from metrics.leader_precision import leader_precision, leader_reliability
from metrics.survey_precision import survey_precision
from metrics.types import Definition, Estimate

Beside = Callable[[Definition, Mapping[str, pd.DataFrame], Context, Sequence[Estimate]], list[Estimate]]
BESIDE: dict[str, tuple[Beside, ...]] = {
    "survey_share": (survey_precision, item_nonresponse, gap_to_comparator),
    "survey_index": (index_reliability,),
    "leader_index": (leader_precision, leader_reliability),
    "peer_change": (leader_precision,),
}


def beside(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context, own: Sequence[Estimate]
) -> list[Estimate]:
    """The figures that belong to a formula kind besides its own, made from those and the same frames."""
    makers = BESIDE.get(definition.formula, ())
    return [figure for maker in makers for figure in maker(definition, frames, context, own)]
