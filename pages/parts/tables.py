"""Tables as real HTML: headers with scope, a caption, figures to the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from charts import words


class Html(str):
    """A cell that is HTML already, a link for one: everything from data in it is escaped."""


@dataclass(frozen=True, slots=True)
class Table:
    """A caption, a header and rows of plain values."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def html_table(table: Table) -> str:
    """The table as HTML; the first column heads its row. Everything from data is escaped."""
    numeric = [
        all(isinstance(row[at], int | float) or row[at] == "" for row in table.rows)
        and any(row[at] != "" for row in table.rows)
        for at in range(len(table.header))
    ]
    head = "".join(
        f"<th scope=col{_side(flag)}>{escape(name)}</th>"
        for name, flag in zip(table.header, numeric, strict=True)
    )
    body = "".join(f"<tr>{_row(row, numeric)}</tr>" for row in table.rows)
    return (
        f"<table><caption>{escape(table.caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def scrolling(table: Table, label: str = "", whole: bool = False) -> str:
    """The table in a box of its own that scrolls, by keyboard too, where the screen is narrow.

    `label` names the box where the caption doesn't; a `whole` table is as high as its rows.
    """
    css = "ec-scroll ec-whole" if whole else "ec-scroll"
    return (
        f'<div class="{css}" tabindex="0" role="region" aria-label="{escape(label or table.caption)}">'
        f"{html_table(table)}</div>"
    )


def table_card(table: Table) -> str:
    """A card for a table that is the content itself: its caption is the heading, all its rows are shown."""
    name = escape(table.caption)
    return f'<section class="ec ec-card ec-told"><h2>{name}</h2>{scrolling(table, whole=True)}</section>'


def _row(row: Sequence[Any], numeric: Sequence[bool]) -> str:
    cells = [f"<th scope=row>{_cell(row[0])}</th>"]
    cells += [
        f"<td{_side(flag)}>{_cell(value)}</td>"
        for value, flag in zip(row[1:], numeric[1:], strict=True)
    ]
    return "".join(cells)


def _side(numeric: bool) -> str:
    return " class=n" if numeric else ""


def _cell(value: Any) -> str:
    if isinstance(value, Html):
        return value
    return escape(words.number(value) if isinstance(value, int | float) else str(value))
