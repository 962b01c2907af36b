"""Who did what, when, why and from which file: the record that is only ever added to. And the publications."""

import csv
import datetime as dt
import io
from collections.abc import Mapping, Sequence
from typing import Any

from charts import words
from charts.words import LONDON
from data import reads
from data.cells import safe_cell
from data.store import Store
from pages.parts.tables import Table, stacked, table_card

HEADER = ("When", "Who", "What", "Of what", "From which file", "Why")
EVERY = 1_000_000


def publications_card(issues: Sequence[reads.Publication], board: Mapping[int, Sequence[dt.date]]) -> str:
    """Every publication, whose figures it shows, and when the Board saw it. HTML."""
    rows = tuple(
        (str(each.number), words.day(each.published_at), each.actor,
         "its own" if each.restores is None else f"those of publication {each.restores}",
         ", ".join(words.day(day) for day in board.get(each.number, ())), each.note)
        for each in issues
    )  # fmt: skip
    header = ("Publication", "Published", "Signed", "Figures", "Seen by the Board", "Note")
    return table_card(Table("Publications, newest first", header, rows)) if rows else ""


def audit_card(log: Sequence[Mapping[str, Any]]) -> str:
    """The latest lines of the record. HTML."""
    table = stacked(Table("The latest of the record", HEADER, tuple(_line(each) for each in log)))
    return (
        '<section class="ec ec-card ec-told"><h2>Who did what</h2><p class="ec-sub">Every step is written down as it '
        f"happens. The store refuses to change or remove a line.</p>{table}</section>"
    )


def audit_csv(store: Store) -> bytes:
    """The whole record, the latest first, safe to open in a spreadsheet."""
    with store.read() as connection:
        log = reads.audit_log(connection, EVERY).to_dict("records")
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADER)
    writer.writerows([safe_cell(cell) for cell in _line(each)] for each in log)
    return text.getvalue().encode("utf-8-sig")


def _line(each: Mapping[str, Any]) -> tuple[str, ...]:
    at = f"{each['at'].astimezone(LONDON):%d %b %Y, %H:%M}"
    return (at, each["actor"], each["action"], each["subject"], each["file"], each["detail"])
