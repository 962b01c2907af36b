"""What the upload page shows and keeps between two runs: the mapping, the offer, the effect."""

import hashlib
from collections.abc import Iterable
from html import escape

import streamlit as st

from etl.faults import Fault
from etl.load import Offer, receive
from etl.mapping import ColumnMap
from etl.preview import Preview, preview
from etl.rehearse import Rehearsal
from etl.specs import DatasetSpec
from pages.parts import data
from pages.parts.status_icons import said
from pages.parts.tables import Table, html_table

FAULT_COLUMNS = ("Kind", "Where", "What we found", "What was expected", "How to mend it")
SEVERITIES = {"error": "Fault", "warning": "Warning", "notice": "Notice"}
NOT_HERE = "(not in this sheet)"
AS_IT_IS = "(leave as it is)"
KINDS = {"new": "new", "revised": "revised", "gone": "no longer given", "definition": "defined anew"}


def sentence(text: str) -> str:
    return escape(text[0].upper() + text[1:].rstrip(".") + ".")


def mapping_form(content: bytes, name: str, spec: DatasetSpec, key: str) -> ColumnMap:
    """Let a person say which column is which field and which value is which code.

    Open where something required was not found; folded away where all was understood.
    """
    first = preview(content, name, spec.name, ColumnMap())
    if not first.readable:
        return ColumnMap()
    with st.expander("Columns", expanded=bool(first.missing), key=f"columns_{key}"):
        columns = _columns(first, spec, key)
    chosen = ColumnMap({field: header for field, header in columns.items() if first.columns.get(field) != header})
    second = preview(content, name, spec.name, chosen) if chosen.columns else first
    return ColumnMap(chosen.columns, _values(second, key)) if second.unknown else chosen


def _columns(found: Preview, spec: DatasetSpec, key: str) -> dict[str, str]:
    chosen, options = {}, [NOT_HERE, *dict.fromkeys(found.headers)]
    for column in spec.columns:
        header = found.columns.get(column.name, NOT_HERE)
        label = column.title + (" (required)" if column.required else "")
        picked = st.selectbox(
            label, options, index=options.index(header) if header in options else 0,
            key=f"column_{column.name}_{key}", help=column.help or None,
        )
        if picked != NOT_HERE:
            chosen[column.name] = picked
    return chosen


def _values(found: Preview, key: str) -> dict[str, dict[str, str]]:
    """A choice for each value that is no known code."""
    values: dict[str, dict[str, str]] = {}
    with st.expander("Values we do not know", expanded=True, key=f"values_{key}"):
        for field, texts in found.unknown.items():
            for text in texts:
                picked = st.selectbox(
                    f"“{text}” in {found.columns[field]} means", [AS_IT_IS, *found.choices[field]],
                    key=f"value_{field}_{text}_{key}",
                )
                if picked != AS_IT_IS:
                    values.setdefault(field, {})[text] = picked
    return values


def received(content: bytes, name: str, dataset: str, actor: str, wave: str, mapping: ColumnMap) -> Offer:
    """Receive the file once for each way of reading it, not once in each run of the page."""
    parts = (dataset, wave, repr(sorted(mapping.columns.items())), repr(sorted(mapping.values.items())))
    key = hashlib.sha256(content + "\x1f".join(parts).encode()).hexdigest()
    if st.session_state.get("offer_key") != key:
        with st.spinner("Reading and checking the spreadsheet"):
            offer = receive(data.store(), content, name, dataset, actor, wave or None, mapping)
        st.session_state["offer_key"], st.session_state["offer"] = key, offer
    return st.session_state["offer"]


def forget() -> None:
    """After publishing: the next run looks at the file afresh."""
    for key in ("offer_key", "offer"):
        st.session_state.pop(key, None)


def summary(offer: Offer, name: str) -> str:
    if offer.upload_id is None:
        wrong = len(offer.errors)
        verdict = f"{wrong} fault{'' if wrong == 1 else 's'} must be mended first. Nothing was stored."
    else:
        verdict = f"{offer.rows:,} rows understood; ready to publish as upload {offer.upload_id}."
    return f'<div class="ec" role="status"><p><b>{escape(name)}</b>: {verdict}</p></div>'


def fault_table(faults: Iterable[Fault]) -> str:
    """Errors first; each with its place and its mend. HTML."""
    order = list(SEVERITIES)
    rows = tuple(
        (SEVERITIES[each.severity], " ".join((each.sheet, each.cell)).strip(), each.message, each.expected, each.mend)
        for each in sorted(faults, key=lambda each: order.index(each.severity))
    )
    if not rows:
        return '<div class="ec"><p>No fault was found.</p></div>'
    table = html_table(Table("Faults, warnings and notices", FAULT_COLUMNS, rows))
    return (f'<div class="ec"><div class="ec-scroll" tabindex="0" role="region" aria-label="Faults">{table}</div></div>')


def effect(rehearsal: Rehearsal) -> str:
    """Rows, then figures, then statements, as HTML."""
    rows = f"{rehearsal.rows:,} rows come in"
    rows += f"; {rehearsal.replaced:,} rows held now are replaced." if rehearsal.replaced else "; none is replaced."
    parts = [f"<p>{rows}</p>"]
    if rehearsal.headline_before != rehearsal.headline_after:
        parts.append(f"<p>The overview would say: <b>{escape(rehearsal.headline_after)}</b></p>")
    figures = "".join(
        f"<li>{escape(each.indicator)}: {each.figures:,} figure{'' if each.figures == 1 else 's'} "
        f"{KINDS[each.kind]}</li>" for each in rehearsal.figures
    )
    parts.append(f'<ul class="ec-list">{figures}</ul>' if figures else "<p>No figure changes.</p>")
    statements = "".join(
        f"<li>{escape(each.subject)}: from “{said(each.before).lower()}” to "
        f"“{said(each.after).lower()}”</li>"
        for each in rehearsal.statuses
    )
    parts.append(f'<h3>Statements that change</h3><ul class="ec-list">{statements}</ul>' if statements else
                 "<p>No statement changes.</p>")
    return f'<div class="ec">{"".join(parts)}</div>'
