"""The choices made for a file, offered again for the mended file that follows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from etl.recognise import Piece
from etl.saved import OF_ONE_FILE, Fit, Stored, fit
from etl.workbook import Workbook

NAME = "Your choices for the file before"


@dataclass(frozen=True, slots=True)
class Choices:
    """How a file was read: as it would be saved, and what belongs to that file alone, such as its wave."""

    kept: Stored
    constants: Mapping[str, str]


def again(made: Choices, pieces: Sequence[Piece], book: Workbook) -> Fit | None:
    """The same choices for another file of the same layout; None where they don't fit.

    Unlike a mapping saved under a name it keeps the wave or the period, unless the new file tells its own.
    """
    saved = {
        "name": NAME, "version": 0, "columns": made.kept.columns, "values": made.kept.values,
        "reading": made.kept.reading,
    }  # fmt: skip
    found = fit(saved, pieces, book)
    if found.mapping is None:
        return None
    own = {name: value for name, value in made.constants.items() if name in OF_ONE_FILE}
    free = {name: value for name, value in own.items() if name not in found.mapping.columns}
    return replace(found, mapping=replace(found.mapping, constants={**free, **found.mapping.constants}))
