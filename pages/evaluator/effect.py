"""What the upload page says of a rehearsal: rows, headlines and statements side by side, figures, restatements."""

from data.framework import load_framework
from etl.rehearse import Rehearsal
from metrics.words import many
from pages.parts.restated import name_of, restated_table, side_by_side
from pages.parts.tables import Table, scrolling

KINDS = {"new": "new", "revised": "revised", "gone": "no longer shown", "definition": "defined anew"}
HEADS = ("Now", "It would be")


def effect(rehearsal: Rehearsal) -> str:
    """The whole effect, as HTML."""
    held = load_framework()
    overview = (rehearsal.headline_before or "Nothing is published yet.", rehearsal.headline_after)
    changes = [*rehearsal.statuses, *rehearsal.headlines]
    parts = [
        f"<p>{rows(rehearsal)}</p>",
        f"<h3>What the board would read</h3>{side_by_side(held, changes, overview, HEADS)}",
        f"<h3>Published figures restated</h3>{restated_table(held, rehearsal.restated, HEADS)}",
    ]
    if not rehearsal.figures:
        return f'<div class="ec ec-steps">{"".join(parts)}<p>No figure changes.</p></div>'
    lines = tuple((name_of(held, each.indicator), KINDS[each.kind], each.figures) for each in rehearsal.figures)
    total = sum(each.figures for each in rehearsal.figures)
    table = scrolling(Table("Figures that change, by indicator", ("Indicator", "They are", "Figures"), lines))
    parts.append(f"<details><summary>{many(total, 'figure')} would change</summary>{table}</details>")
    return f'<div class="ec ec-steps">{"".join(parts)}</div>'


def rows(rehearsal: Rehearsal) -> str:
    """'6 rows: 3 added, 3 changed, none removed.'"""
    found = rehearsal.rows
    counts = {"added": found.added, "changed": found.changed, "removed": found.removed, "as they are": found.same}
    said = ", ".join(f"{number:,} {word}" if number else f"none {word}" for word, number in counts.items())
    after = f"publication {rehearsal.seen}" if rehearsal.seen else "an empty board"
    return f"Rows: {said}. Compared with {after}.{_displaced(found.displaced)}"


def _displaced(number: int) -> str:
    """Why figures go that nobody took away: the made-up ones give way to the first real ones."""
    if not number:
        return ""
    return (
        f" With it come the first real rows of their kind, so {number:,} illustrative ones no longer count: "
        "figures that rested on them change or go."
    )
