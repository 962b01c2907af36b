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


STACKED = 4  # a table of so many columns can't be read on a phone: there each row becomes a list of its cells


def html_table(table: Table) -> str:
    """The table as HTML; the first column heads its row. Everything from data is escaped.

    Roles are written out and each cell carries its column's name: on a phone the cells of a row stand below each
    other (`.ec-stack` in look.css), and what is no longer laid out as a table must still be one to a screen reader.
    """
    numeric = [
        all(isinstance(row[at], int | float) or row[at] == "" for row in table.rows)
        and any(row[at] != "" for row in table.rows)
        for at in range(len(table.header))
    ]
    head = "".join(
        f'<th scope=col role="columnheader"{_side(flag)}>{escape(name)}</th>'
        for name, flag in zip(table.header, numeric, strict=True)
    )
    body = "".join(f'<tr role="row">{_row(row, table.header, numeric)}</tr>' for row in table.rows)
    return (
        f'<table role="table"><caption>{escape(table.caption)}</caption><thead role="rowgroup"><tr role="row">{head}'
        f'</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def scrolling(table: Table, label: str = "", whole: bool = False) -> str:
    """The table in a box of its own that scrolls, by keyboard too, where the screen is narrow.

    `label` names the box where the caption doesn't; a `whole` table is as high as its rows.
    """
    return _boxed(table, label, "ec-scroll ec-whole" if whole else "ec-scroll")


def stacked(table: Table, label: str = "", whole: bool = False) -> str:
    """A table to be read, not looked up in: as `scrolling` has it, but one too wide for a phone is a list there."""
    css = "ec-scroll ec-whole" if whole else "ec-scroll"
    return _boxed(table, label, f"{css} ec-stack" if len(table.header) >= STACKED else css)


def table_card(table: Table) -> str:
    """A card for a table that is the content itself: its caption is the heading, all its rows are shown."""
    return (
        f'<section class="ec ec-card ec-told"><h2>{escape(table.caption)}</h2>{stacked(table, whole=True)}</section>'
    )


def _boxed(table: Table, label: str, css: str) -> str:
    return (
        f'<div class="{css}" tabindex="0" role="region" aria-label="{escape(label or table.caption)}">'
        f"{html_table(table)}</div>"
    )


def _row(row: Sequence[Any], header: Sequence[str], numeric: Sequence[bool]) -> str:
    cells = [f'<th scope=row role="rowheader">{_cell(row[0])}</th>']
    cells += [
        f'<td role="cell" data-column="{escape(name)}"{_side(flag)}>{_cell(value)}</td>'
        for value, name, flag in zip(row[1:], header[1:], numeric[1:], strict=True)
    ]
    return "".join(cells)


def _side(numeric: bool) -> str:
    return " class=n" if numeric else ""


def _cell(value: Any) -> str:
    if isinstance(value, Html):
        return value
    return escape(words.number(value) if isinstance(value, int | float) else str(value))
