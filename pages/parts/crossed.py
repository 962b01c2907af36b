"""What explore shows of a live table: its rows as estimates, its sentence, its marked download."""

from dataclasses import dataclass
from html import escape

from charts import words
from charts.intervals import Row, caterpillar
from charts.theme import Palette
from pages.parts.figure import Card, plain
from pages.parts.tables import Table

MARK = "Not for publication"
WARNING = (
    "Made live for evaluators, not released: it is in no publication, nobody has signed it, and the more tables one "
    "looks at the more flukes one finds."
)


@dataclass(frozen=True)
class Crossed:
    """A live table: rows in fixed order, the total last; what was asked; the test's sentence."""

    title: str
    asked: str
    unit: str
    rows: tuple[Row, ...]
    figures: tuple[tuple, ...]  # base, effective base, design effect of each row
    test: str
    caution: str
    illustrative: bool


def crossed_card(found: Crossed, colours: Palette) -> Card:
    """The table as dots with intervals and as numbers, marked in heading, alt text, table and download."""
    pill = ' <span class="ec-pill">Illustrative data</span>' if found.illustrative else ""
    caution = f" {escape(found.caution)}" if found.caution else ""
    return Card(
        key="explore",
        alt=f"{MARK}. {found.title}. {len(found.rows)} groups with 95% intervals, all in the data table.",
        head=f"<p><span class='ec-pill'>{MARK}</span>{pill}</p><h2>{escape(found.title)}</h2>"
        f"<p class='ec-sub'>{escape(found.asked)}{caution}</p>",
        chart=caterpillar(found.rows[:-1], found.unit, colours, found.rows[-1].estimate),
        foot=f"<p class='ec-foot'>{escape(found.test)} {escape(WARNING)}</p>",
        table=crossed_table(found),
    )


def crossed_table(found: Crossed) -> Table:
    """Every cell and total; a withheld one has its reason and no number, base included."""
    label = " (points)" if found.unit != "percent" else " (per cent)"
    header = ("Group", f"Figure{label}", "95% low", "95% high", "Base", "Effective base", "Design effect", "Note")
    rows = tuple(
        (row.name, *map(plain, (row.estimate.value, row.estimate.low, row.estimate.high)), *map(plain, figures),
         _note(row, found.illustrative))
        for row, figures in zip(found.rows, found.figures, strict=True)
    )  # fmt: skip
    return Table(f"{MARK}: {found.title}", header, rows)


def _note(row: Row, illustrative: bool) -> str:
    said = [MARK] + (["illustrative data"] if illustrative else [])
    said += [words.absence(row.estimate.absence)] if row.estimate.absence else []
    return "; ".join(said)


def tested(p: float | None) -> str:
    """The Rao–Scott test in a sentence."""
    if p is None:
        return "No test of a difference between the groups: it needs two groups, and shares or nets."
    size = "p < 0.001" if p < 0.001 else f"p = {p:.3f}"
    said = "The groups don't all answer alike" if p < 0.05 else "No clear difference between the groups"
    return f"{said} (Rao–Scott test of the whole table, {size})."


