"""The columns of a table or a survey found in a workbook: what stands over them, and examples of what they hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.convert import as_text, fold, period_text
from etl.platforms.types import Survey
from etl.recognise import Piece
from etl.workbook import letters

FIGURES = "Figures"  # the name of columns over which only a period or an area stands


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of a piece: where it is and what stands over it; `period` (as text) and `area` where its
    header says one."""

    index: int
    name: str
    period: str = ""
    total: str = ""
    area: str = ""

    def labels(self, when: str) -> dict[str, str]:
        return {name: said for name, said in ((when, self.period), ("area", self.area)) if name and said}

    @property
    def letters(self) -> str:
        return letters(self.index)


def headings(piece: Piece) -> tuple[Heading, ...]:
    """The columns of a piece from left to right, without spacers."""
    found = piece.found
    if isinstance(found, Survey):
        return tuple(Heading(each.column, _asked(each.text or each.name, each.item)) for each in found.questions)
    return tuple(
        Heading(
            each.index,
            each.name or (FIGURES if each.period or each.area else each.letters),
            period_text(each.period) if each.period else "",
            each.total,
            each.area.get("area_code") or each.area.get("area_name", ""),
        )
        for each in found.columns
        if each.role != "spacer"
    )


def _asked(text: str, item: str) -> str:
    return f"{text}: {item}" if item and item not in text else text


def column_named(heads: Sequence[Heading], text: str) -> Heading | None:
    """The column of those letters, else the only one so headed (or the first, where periods tell them apart)."""
    by_letters = next((head for head in heads if head.letters == text.strip().upper()), None)
    if by_letters:
        return by_letters
    named = [head for head in heads if fold(head.name) == fold(text)]
    return named[0] if named and (len(named) == 1 or all(head.period for head in named)) else None


def examples(piece: Piece, head: Heading, most: int = 3) -> Iterator[str]:
    """The first different values of a column, as the file has them; those of totals only where there are no others."""
    seen: dict[str, None] = {}
    totals = () if isinstance(piece.found, Survey) else piece.found.totals
    for row in sorted(piece.found.rows[:400], key=lambda row: row in totals):
        cells = piece.found.sheet.rows[row]
        raw = cells[head.index] if head.index < len(cells) else None
        if raw is not None and as_text(raw) not in seen:
            seen[as_text(raw)] = None
            yield as_text(raw)
        if len(seen) == most:
            return
