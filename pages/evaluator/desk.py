"""What the upload page shows and keeps between two runs: the mapping, the offer, the effect."""

import hashlib
import re
from collections.abc import Callable, Iterable
from html import escape

import streamlit as st

from data.framework import Framework, load_framework
from etl.checks.context import MADE, SUPPLIED
from etl.faults import Fault
from etl.load import Offer, receive
from etl.mapping import ColumnMap
from etl.preview import Preview, preview
from etl.rehearse import Rehearsal
from etl.specs import DatasetSpec
from pages.parts import data
from pages.parts.links import anchor
from pages.parts.status_icons import said
from pages.parts.tables import Table, scrolling

FAULT_COLUMNS = ("Kind", "Where", "What we found", "Expected", "How to mend it")
WEIGHTS = {SUPPLIED: "Use the file’s own weights, if it has them", MADE: "Make weights from the population"}
SEVERITIES = {"error": "Fault", "warning": "Warning", "notice": "Notice"}
NOT_HERE = "(not in this sheet)"
AS_IT_IS = "(leave as it is)"
KINDS = {"new": "new", "revised": "revised", "gone": "no longer shown", "definition": "defined anew"}


def sentence(text: str) -> str:
    return escape(text[0].upper() + text[1:].rstrip(".") + ".")


def plain(text: str) -> str:
    """Text of a file as it may stand in a label: Streamlit would fetch an image that its Markdown names."""
    return re.sub(r"([^\w\s])", r"\\\1", text)


def mapping_form(content: bytes, name: str, spec: DatasetSpec, key: str) -> ColumnMap:
    """Let a person say which column is which field and which value is which code.

    Open where something required was not found; folded away where all was understood.
    """
    first = preview(content, name, spec.name, ColumnMap())
    if not first.readable:
        return ColumnMap()
    wave = ""
    if "wave" in first.missing:
        wave = st.text_input("The sheet has no column for the wave. Which wave is it?", key=f"wave_{key}")
    lacking = [each for each in first.missing if each != "wave"]
    with st.expander("Which column is which?", expanded=bool(lacking), key=f"columns_{key}"):
        columns = _columns(first, spec, key)
    chosen = ColumnMap({field: header for field, header in columns.items() if first.columns.get(field) != header})
    second = preview(content, name, spec.name, chosen) if chosen.columns else first
    whole = ColumnMap(chosen.columns, _values(second, key)) if second.unknown else chosen
    return whole.with_constant("wave", wave) if wave else whole


def _columns(found: Preview, spec: DatasetSpec, key: str) -> dict[str, str]:
    """A choice for each field, two side by side, those that must be there first."""
    chosen, options = {}, [NOT_HERE, *dict.fromkeys(found.headers)]
    by_name = {header.strip().lower(): header for header in found.headers}
    ordered = sorted(spec.columns, key=lambda column: not column.required)
    for place, column in enumerate(ordered):
        if place % 2 == 0:
            sides = st.columns(2, gap="medium")
        header = found.columns.get(column.name) or by_name.get(column.name, NOT_HERE)
        label = column.title + (" (required)" if column.required else "")
        picked = sides[place % 2].selectbox(
            label, options, index=options.index(header) if header in options else 0,
            key=f"column_{column.name}_{key}", help=column.help or None,
        )  # fmt: skip
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
                    f"“{plain(text)}” in {plain(found.columns[field])} means", [AS_IT_IS, *found.choices[field]],
                    key=f"value_{field}_{text}_{key}",
                )
                if picked != AS_IT_IS:
                    values.setdefault(field, {})[text] = picked
    return values


def weights_choice(dataset: str, key: str) -> str:
    """Whether a citizen survey's own weights are used, or weights made from the population."""
    if dataset != "citizen_survey":
        return SUPPLIED
    return st.radio(
        "Weights", list(WEIGHTS), format_func=WEIGHTS.__getitem__, key=f"weights_{key}",
        help="A file without weights is always weighted to the adults of each district, age group and sex.",
    )  # fmt: skip


def received(
    content: bytes, name: str, dataset: str, actor: str, mapping: ColumnMap, weights: str = SUPPLIED
) -> Offer:
    """Receive the file once for each way of reading it, not once in each run of the page."""
    ways = (mapping.columns, mapping.values, mapping.constants)
    parts = [dataset, weights, *(repr(sorted(way.items())) for way in ways)]
    key = hashlib.sha256(content + "\x1f".join(parts).encode()).hexdigest()
    if st.session_state.get("offer_key") != key:
        with st.spinner("Reading and checking the spreadsheet"):
            offer = receive(data.store(), content, name, dataset, actor, None, mapping, weights=weights)
        st.session_state["offer_key"], st.session_state["offer"] = key, offer
    return st.session_state["offer"]


def rehearsed(upload: int, rehearse: Callable[..., Rehearsal]) -> Rehearsal:
    """Rehearse an upload once for each publication it would follow, not once in each run of the page."""
    newest = data.newest()
    key = (data.where(), upload, newest.id if newest else None)
    if st.session_state.get("effect_key") != key:
        st.session_state["effect_key"], st.session_state["effect"] = key, rehearse(data.store(), upload)
    return st.session_state["effect"]


def forget() -> None:
    """After publishing: the next run looks at the file afresh."""
    for key in ("offer_key", "offer", "effect_key", "effect"):
        st.session_state.pop(key, None)


def published(number: int, name: str) -> None:
    """What became of the file, and where to look now."""
    links = (("See what changed", "changes"), ("Go to the overview", "overview"), ("Withdraw it again", "register"))
    ways = " · ".join(anchor(text, page) for text, page in links)
    st.html(
        f'<div class="ec ec-card ec-steps" role="status"><h2>Publication {number} is out</h2><p>It holds '
        f"<b>{escape(name)}</b>. The board’s pages show it from now on.</p><p>{ways}</p></div>"
    )


def refusal(why: Exception) -> str:
    """Why an upload that was understood can't be published as it is. HTML."""
    return f'<div class="ec" role="alert"><p class="ec-verdict ec-bad">{escape(str(why))}</p></div>'


def summary(offer: Offer, name: str) -> str:
    wrong, doubtful = len(offer.errors), len(offer.faults) - len(offer.errors)
    if offer.upload_id is None:
        verdict = f"{_counted(wrong, 'fault')} must be mended first. Nothing was stored."
        tone = "bad"
    else:
        verdict = f"{offer.rows:,} rows understood; ready to publish as upload {offer.upload_id}."
        tone = "good"
    more = f" {_counted(doubtful, 'thing')} to look at." if doubtful else ""
    said = f"<b>{escape(name)}</b>: {verdict}{more}"
    return f'<div class="ec" role="status"><p class="ec-verdict ec-{tone}">{said}</p></div>'


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def fault_table(faults: Iterable[Fault]) -> str:
    """Errors first; each with its place and its mend. HTML."""
    order = list(SEVERITIES)
    rows = tuple(
        (SEVERITIES[each.severity], " ".join((each.sheet, each.cell)).strip(), each.message,
         "" if each.expected in each.mend else each.expected, each.mend)
        for each in sorted(faults, key=lambda each: order.index(each.severity))
    )  # fmt: skip
    if not rows:
        return '<div class="ec"><p class="ec-sub">No fault was found.</p></div>'
    table = Table("What to look at, faults first", FAULT_COLUMNS, rows)
    return f'<div class="ec">{scrolling(table, "Faults")}</div>'


def effect(rehearsal: Rehearsal) -> str:
    """What the board would read, then statements, rows and figures, as HTML."""
    held = load_framework()
    rows = f"{_counted(rehearsal.rows, 'row')} come in"
    rows += f"; {rehearsal.replaced:,} held now are replaced." if rehearsal.replaced else "; none held now is replaced."
    parts = [f"<p>{rows}</p>"]
    if rehearsal.headline_before != rehearsal.headline_after:
        parts.append(f"<p>The overview would say: <b>{escape(rehearsal.headline_after)}</b></p>")
    statements = "".join(
        f"<li>{escape(_name(held, each.subject))}: from “{said(each.before).lower()}” to "
        f"“{said(each.after).lower()}”</li>"
        for each in rehearsal.statuses
    )
    parts.append(f'<h3>Statements that change</h3><ul class="ec-list">{statements}</ul>' if statements else
                 "<p>No statement changes.</p>")
    if not rehearsal.figures:
        return f'<div class="ec ec-steps">{"".join(parts)}<p>No figure changes.</p></div>'
    lines = tuple(
        (_name(held, each.indicator), KINDS[each.kind], each.figures) for each in rehearsal.figures
    )
    total = sum(each.figures for each in rehearsal.figures)
    table = scrolling(Table("Figures that change, by indicator", ("Indicator", "They are", "Figures"), lines))
    parts.append(f"<details><summary>{_counted(total, 'figure')} would change</summary>{table}</details>")
    return f'<div class="ec ec-steps">{"".join(parts)}</div>'


def _name(held: Framework, subject: str) -> str:
    """An indicator's or a box's name; anything else as it is."""
    named = {each.id: each.name for each in (*held.indicators, *held.nodes)}
    return named.get(subject, subject)
