"""From an indicator's definition to its estimates: finds the formula and runs it.

Each subject's module declares `FORMULAS`, a dict of formula kind to a function
`(definition, frames, context) -> list[Estimate]`. A kind is declared once.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module

import pandas as pd

from metrics.beside import beside
from metrics.context import Context
from metrics.types import Definition, Estimate

Formula = Callable[[Definition, Mapping[str, pd.DataFrame], Context], list[Estimate]]
SUBJECTS = ("survey_measure", "survey_index", "leaders", "network", "delivery", "demand", "net_fiscal")


class UnknownFormula(ValueError):
    """An indicator names a formula kind that no module declares."""


@cache
def formulas() -> dict[str, Formula]:
    """Every formula kind with its function. Raises ValueError when two modules declare one kind."""
    # Imported here, not above: the subjects themselves import Context from this module.
    declared: dict[str, Formula] = {}
    for subject in SUBJECTS:
        for kind, function in import_module(f"metrics.{subject}").FORMULAS.items():
            if kind in declared:
                raise ValueError(f"formula {kind} is declared twice, the second time in metrics.{subject}")
            declared[kind] = function
    return declared


def compute(definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context) -> list[Estimate]:
    """All estimates of one indicator, and what metrics.beside says of them, before disclosure control.

    A frame that is absent or empty gives no estimates (or absences with their reason), never an error.
    Raises UnknownFormula when the definition's formula kind does not exist.
    """
    known = formulas()
    if definition.formula not in known:
        raise UnknownFormula(
            f"{definition.id}: formula kind {definition.formula!r} does not exist; "
            f"known: {', '.join(sorted(known))}"
        )
    own = known[definition.formula](definition, frames, context)
    return [*own, *beside(definition, frames, context, own)]
