"""What a conversion answers: a value, an absence, or a problem. Exactly one of the three."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from etl.workbook import Raw
from metrics.types import Absence


@dataclass(frozen=True, slots=True)
class Converted:
    """`value` of the declared type; else why there is none; else the code of the fault it makes.

    `read_as` is the label a value was taken for that isn't written so.
    """

    value: Any = None
    absence: Absence | None = None
    problem: str = ""
    read_as: str = ""


Converter = Callable[[Raw], Converted]
BLANK = Converted(absence=Absence.MISSING)
SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200b": None, "\ufeff": None})


def tidy(text: str) -> str:
    """Text without outer, doubled or unusual spaces: what a person would say it reads."""
    return " ".join(text.translate(SPACES).split())
