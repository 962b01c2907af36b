"""The rest of the mapping form: units, signs and totals, and what the values of a column mean."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from data.framework import load_framework
from etl.convert import fold
from etl.layout import Layout
from etl.look import Look, labels
from etl.mapping import ColumnMap
from etl.platforms.types import Survey
from etl.recognise import Piece
from etl.specs import ColumnSpec

AS_IT_IS = "(leave as it is)"
UNKNOWN = "Values we do not know"
IN_OTHER_WORDS = "Values written in other words, and what we take them for"
TIMES = {1.0: "as they stand", 1000.0: "thousands", 1_000_000.0: "millions", -1.0: "the other sign (− for +)"}


def plain(text: str) -> str:
    """Text of a file as it may stand in a label: Streamlit would fetch an image that its Markdown names.

    Only what Markdown gives a meaning is escaped, for a screen reader says the backslash.
    """
    return re.sub(r"([\\`*\[\]<>$~#:!|])", r"\\\1", text)


def units(look: Look, piece: Piece, chosen: ColumnMap, usual: ColumnMap, key: str) -> ColumnMap:
    """What the numbers are multiplied by, and whether rows that add others up are data too."""
    if isinstance(piece.found, Survey):
        return chosen
    with st.expander("Units, signs and totals", expanded=False, key=f"units_{key}"):
        numbers = [each for each in look.spec.columns if each.type in ("number", "integer")]
        numbers = [each for each in numbers if each.name in chosen.columns or each.name in (look.spec.spread or ())]
        times = {}
        for column in numbers:
            order = list(TIMES)
            usually = usual.times.get(column.name, 1.0)
            factor = st.selectbox(
                f"{column.title}: the numbers are", order, index=order.index(usually) if usually in order else 0,
                format_func=TIMES.__getitem__, key=f"times_{column.name}_{key}",
            )  # fmt: skip
            times |= {column.name: factor} if factor != 1 else {}
        keep = False
        if piece.found.totals:
            rows = ", ".join(str(row + 1) for row in sorted(piece.found.totals)[:8])
            keep = st.checkbox(
                f"Keep the {len(piece.found.totals)} rows that add others up (rows {rows} …)", usual.keep_totals,
                key=f"totals_{key}",
            )  # fmt: skip
    return replace(chosen, times=times, keep_totals=keep)


def with_values(look: Look, chosen: ColumnMap, key: str) -> ColumnMap:
    """A choice for each value that is no known code, by what the codes are called; first those nobody knows."""
    layout, _ = look.layout(chosen)
    strange = look.unknown(layout) if layout else {}
    meant = {field: chosen.code_of(field) for field in strange}
    known = {field: [text for text in texts if fold(text) in meant[field]] for field, texts in strange.items()}
    unknown = {field: [text for text in texts if fold(text) not in meant[field]] for field, texts in strange.items()}
    values = {name: dict(each) for name, each in chosen.values.items()}
    for title, asked, opened in ((UNKNOWN, unknown, True), (IN_OTHER_WORDS, known, False)):
        if any(asked.values()):
            with st.expander(title, expanded=opened, key=f"values_{opened}_{key}"):
                _ask_values(look, layout, asked, meant, values, key)
    return replace(chosen, values={name: each for name, each in values.items() if each})


def _ask_values(
    look: Look,
    layout: Layout,
    asked: Mapping[str, Sequence[str]],
    meant: Mapping[str, Mapping[str, str]],
    values: dict[str, dict[str, str]],
    key: str,
) -> None:
    """Draw a choice for each value and put what was chosen into `values`."""
    framework = load_framework()
    for field, texts in asked.items():
        column = look.spec.column(field) if field in look.spec.names else ColumnSpec(field, field, "choice")
        named = {AS_IT_IS: AS_IT_IS, **labels(framework, column, look.codes)}
        order = list(named)
        for text in texts:
            usual = meant[field].get(fold(text), AS_IT_IS)
            picked = st.selectbox(
                f"“{plain(text)}” in {plain(layout.headers[layout.columns[field]])} means", order,
                index=order.index(usual) if usual in named else 0,
                format_func=named.__getitem__, key=f"value_{field}_{text}_{key}",
            )  # fmt: skip
            others = {each: code for each, code in values.get(field, {}).items() if fold(each) != fold(text)}
            values[field] = others if picked == AS_IT_IS else {**others, text: picked}
