"""The one figure component: finding, chart, two statements, base line, data table, download, provenance."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from charts import words
from charts.control import MEANING, family
from charts.sentence import MODES
from data.cells import safe_cell
from metrics.types import Estimate
from pages.parts.tables import Table, scrolling

QUIET = {"displayModeBar": False, "responsive": True}


@dataclass(frozen=True)
class Card:
    """A figure ready to be shown. `head`, `side`, `body` (in place of a chart) and `foot` are HTML."""

    key: str
    head: str
    foot: str
    chart: dict[str, Any] | None = None
    alt: str = ""
    side: str = ""
    body: str = ""
    table: Table | None = None
    made: str = ""


def show(card: Card) -> None:
    """Draw the card. Chart and statements side by side where there is room."""
    with st.container(key=f"card_{card.key}"):
        st.html(f'<div class="ec">{card.head}</div>')
        if card.chart is not None and card.side:
            wide, narrow = st.columns([3, 1], gap="medium")
            with wide:
                _chart(card)
            narrow.html(f'<div class="ec ec-say">{card.side}</div>')
        elif card.chart is not None:
            _chart(card)
        elif card.side:
            wide, narrow = st.columns([3, 1], gap="medium")
            wide.html(f'<div class="ec">{card.body}</div>')
            narrow.html(f'<div class="ec ec-say">{card.side}</div>')
        st.html(f'<div class="ec">{card.foot}</div>')
        with st.container(horizontal=True, key=f"more_{card.key}"):
            st.html(f'<div class="ec ec-more">{_details(card)}</div>', width="stretch")
            if card.table is not None:
                _download(card)


def _chart(card: Card) -> None:
    # Plotly takes each trace's type out and puts it back while it works; the card is shared by sessions.
    own = card.chart | {"data": [dict(trace) for trace in card.chart["data"]]}
    st.plotly_chart(own, theme=None, config=QUIET, key=f"chart_{card.key}", alt=card.alt)


def _details(card: Card) -> str:
    table = card.table
    parts = ""
    if table is not None:
        parts += (
            f"<details><summary>Data table ({len(table.rows)} rows)</summary>{scrolling(table)}</details>"
        )
    if card.made:
        parts += f"<details><summary>How was this number made?</summary>{card.made}</details>"
    return parts


def _download(card: Card) -> None:
    """The table as CSV, written when it is asked for."""
    st.download_button(
        "Download (CSV)",
        data=_csv(card.table),
        file_name=f"{card.key}.csv",
        mime="text/csv",
        key=f"csv_{card.key}",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
        help=card.table.caption,
    )


def _csv(table: Table) -> Callable[[], bytes]:
    return lambda: csv_text(table).encode("utf-8-sig")


def csv_text(table: Table) -> str:
    """The table with its caption as a first line; text that a spreadsheet would run is made harmless."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([safe_cell(table.caption)])
    writer.writerow([safe_cell(name) for name in table.header])
    writer.writerows([[safe_cell(value) for value in row] for row in table.rows])
    return out.getvalue()


def estimate_table(
    caption: str,
    estimates: Sequence[Estimate],
    unit: str,
    group: str = "",
    name_of: Callable[[Estimate], str] | None = None,
    caution: Callable[[Estimate], str] = lambda _: "",
) -> Table:
    """Estimates as a table in order of time: figures as figures, absences in words in the note.

    The note says of each row made from samples that it is illustrative, so a download says it too, and
    what `caution` says of it.
    """
    ordered = sorted(estimates, key=lambda each: each.period) if not name_of else list(estimates)
    header = [
        "Period",
        *([group] if name_of else []),
        f"Figure ({unit})",
        "95% low",
        "95% high",
        "Base",
        "Effective base",
        "Note",
    ]
    rows = [
        [
            words.period(each.period),
            *([name_of(each)] if name_of else []),
            *map(plain, (each.value, each.low, each.high, each.base, each.base_effective)),
            "; ".join(part for part in (note_of(each), caution(each)) if part),
        ]
        for each in ordered
    ]
    return Table(caption, tuple(header), tuple(map(tuple, rows)))


def plain(value: float | None) -> float | int | str:
    """A figure as it stands in a table or a download: six digits, nothing where there is none."""
    if value is None:
        return ""
    short = float(f"{value:.6g}")
    return int(short) if short == int(short) else short


def note_of(estimate: Estimate) -> str:
    """What a row of a table adds in words: sample or not, why there is no figure, mode, series, special cause."""
    said = ["Illustrative data"] if estimate.illustrative else []
    said += [words.absence(estimate.absence), estimate.reason, MODES.get(estimate.mode, estimate.mode)]
    if estimate.segment > 1:
        said.append(f"series {estimate.segment}, after a break")
    if estimate.mark and family(estimate.mark) != "common":
        said.append(f"special cause: {MEANING[family(estimate.mark)]}")
    return "; ".join(part for part in said if part)
