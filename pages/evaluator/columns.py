"""The form in which a person says how a file is read: which table, which column is which, what values mean."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape
from pathlib import PurePath

import streamlit as st

from data.framework import load_framework
from etl.headings import Heading, examples, headings
from etl.look import Look, labels
from etl.mapping import ColumnMap
from etl.mended import NAME
from etl.platforms.types import Survey
from etl.recognise import Piece
from etl.saved import Fit
from etl.specs import ColumnSpec
from etl.suggest import Suggestion, suggested, suggestions
from metrics.words import many
from pages.evaluator.beside import near_said, not_used, other_dataset, waves_said
from pages.evaluator.values import plain, units, with_values

NOT_HERE, SAME = "", "="
SURE = 0.9  # a guess below this says how sure it is
AFRESH = "(none: as suggested)"
LONGEST = 70  # characters of a question's wording above its choice


def mapping_form(look: Look, key: str, before: Fit | None = None) -> ColumnMap:
    """The mapping a person chose; all is filled in with what we suppose, and why.

    `before` are the choices made for the file before, where this one has the same layout.
    """
    if not look.readable:
        return ColumnMap()
    if look.plain or look.best is None:
        return _known_headers(look, key, before)
    other_dataset(look)
    saved = _saved_before((before, *look.fits) if before else look.fits, key)
    piece = _table(look, saved, key)
    usual = saved.mapping if saved and saved.mapping.table == piece.number else suggested(piece, look.spec, look.codes)
    key = f"{key}_{piece.number}_{saved.name if saved else ''}"
    _say_seen(piece)
    with st.expander("Which column is which?", expanded=True, key=f"columns_{key}"):
        chosen = _fields(look, piece, usual, key)
        if left := not_used(piece, chosen):
            _say(left)
        if near := near_said(piece, chosen, look.codes):
            _say(near)
    chosen = replace(chosen, values=usual.values, table=piece.number)
    chosen = units(look, piece, chosen, usual, key)
    return with_values(look, chosen, key)


def still_to_choose(look: Look, mapping: ColumnMap) -> str:
    """The fields that must be there and have neither a column nor a value yet, as a sentence; "" for none."""
    if not look.readable:
        return ""
    layout, missing = look.layout(mapping)
    if layout is None or not missing:
        return ""
    named = [look.spec.column(name).title for name in missing]
    return f"Still to choose above: {', '.join(named)}. Then the file is checked."


def _known_headers(look: Look, key: str, before: Fit | None) -> ColumnMap:
    """A file with our own headers: only a wave may be lacking, and values may be unknown."""
    usual = before.mapping if before else ColumnMap()
    mapping = ColumnMap(values=usual.values)
    _, missing = look.layout(mapping)
    if "wave" in missing:
        asked = "The sheet has no column for the wave. Which wave is it?"
        wave = st.text_input(asked, usual.constants.get("wave", ""), key=f"wave_{key}")
        _say(waves_said(look.spec.name))
        mapping = mapping.with_constant("wave", wave) if wave else mapping
    return with_values(look, mapping, key)


def _saved_before(fits: Iterable[Fit], key: str) -> Fit | None:
    """The saved choices to use: those that fit, the newest first; of the others how the layout differs."""
    usable = {each.name: each for each in fits if each.mapping}
    unfit = [each for each in fits if not each.mapping and not PurePath(each.name).suffix]  # of files: not named
    picked = None
    if usable:
        name = st.selectbox("Choices saved before", [*usable, AFRESH], key=f"saved_{key}")
        picked = usable.get(name)
    if picked and picked.name == NAME:
        _say("They are kept, so that a mended file need not be mapped again. Change what is not right.")
    elif picked and picked.differences:
        _say(f"Since “{picked.name}” was saved the layout has changed: {'; '.join(picked.differences)}.")
    elif picked:
        _say(f"“{picked.name}” (version {picked.version}) fits this file.")
    for each in unfit[:3]:
        _say(f"“{each.name}” was saved for another layout and is not used: {'; '.join(each.differences)}.")
    return picked


def _say(text: str) -> None:
    if text:
        st.html(f'<div class="ec"><p class="ec-sub">{escape(text)}</p></div>')


def _table(look: Look, saved: Fit | None, key: str) -> Piece:
    """Which table of the workbook: asked where there is more than one."""
    data = [piece for piece in look.pieces if piece.data] or list(look.pieces)
    first = look.piece(saved.mapping.table) if saved and saved.mapping.table else look.best
    if len(data) == 1:
        return data[0]
    names = {piece.number: _named(piece) for piece in data}
    order = list(names)
    number = st.selectbox(
        "Which table of the file?", order, index=order.index(first.number) if first.number in order else 0,
        format_func=names.__getitem__, key=f"table_{key}_{saved.name if saved else ''}",
    )  # fmt: skip
    return look.piece(number)


def _named(piece: Piece) -> str:
    found = piece.found
    more = "" if isinstance(found, Survey) or not found.title or found.title == found.sheet.name else f": {found.title}"
    return f"{found.sheet.name}, {found.range}{more[:70]}"


def _say_seen(piece: Piece) -> None:
    found = piece.found
    if isinstance(found, Survey):
        said = f"Answers of {len(found.rows):,} people, from {found.platform}."
        said += f" Left out: {many(len(found.skipped), 'test response')}." if found.skipped else ""
    else:
        said = f"A table of {many(len(found.rows) - len(found.totals), 'row')}."
        said += f" Left out: {many(len(found.totals), 'total')} of other rows." if found.totals else ""
    _say(said)


def _fields(look: Look, piece: Piece, usual: ColumnMap, key: str) -> ColumnMap:
    """A choice for each field, two side by side, those that must be there first."""
    heads = {head.letters: head for head in headings(piece)}
    told = {at: f"{head.name} ({at}: {', '.join(examples(piece, head))[:40]})" for at, head in heads.items()}
    reasons = suggestions(piece, look.spec, look.codes)
    columns, constants = {}, {}
    fields = sorted(look.spec.columns, key=lambda column: not column.required)
    spread = look.spec.spread or ("", "")
    across = bool(look.spec.spread) and _is_across(look, usual, key)
    fields = [column for column in fields if not across or column.name not in spread]
    asked = [column for column in fields if column.required or column.name in {**usual.columns, **usual.constants}]
    asked += [column for column in fields if column.name == "period" and column not in asked]
    _choices(asked, told, heads, usual, reasons, look, key, columns, constants)
    services = [ColumnSpec(each, name, "number") for each, name in _services(look).items()] if across else []
    rest = services + [column for column in fields if column not in asked] + _questions(look)
    found = [column for column in rest if column.name in usual.columns]
    _choices(found, told, heads, usual, reasons, look, key, columns, constants)
    rest = [column for column in rest if column not in found]
    what = "services and other columns" if across else "questions and other columns" if _questions(look) else "columns"
    if rest and st.toggle(f"Show {len(rest)} more {what} that may be in the file", key=f"more_{key}"):
        _choices(rest, told, heads, usual, reasons, look, key, columns, constants)
    return ColumnMap(columns, {}, constants)


def _is_across(look: Look, usual: ColumnMap, key: str) -> bool:
    """Whether each service has a column of its own."""
    ways = ("Each service has a column of its own", "One column holds the counts")
    first = 0 if any(name not in look.spec.names for name in usual.columns) else 1
    return st.radio("How are the services laid out?", ways, index=first, key=f"across_{key}") == ways[0]


def _services(look: Look) -> dict[str, str]:
    return labels(load_framework(), look.spec.column(look.spec.spread[0]), look.codes)


def _questions(look: Look) -> list[ColumnSpec]:
    if not look.spec.question_columns:
        return []
    questions = look.codes.questions.items()
    return [ColumnSpec(id, _short(each.wording), "choice", help=f"{each.wording} ({id})") for id, each in questions]


def _short(wording: str) -> str:
    return wording if len(wording) <= LONGEST else wording[: LONGEST - 1].rsplit(" ", 1)[0] + " …"


def _choices(
    fields: list[ColumnSpec],
    told: Mapping[str, str],
    heads: Mapping[str, Heading],
    usual: ColumnMap,
    reasons: Mapping[str, Suggestion],
    look: Look,
    key: str,
    columns: dict[str, str],
    constants: dict[str, str],
) -> None:
    """Draw the choices and put what was chosen into `columns` and `constants`."""
    for place, column in enumerate(fields):
        if place % 2 == 0:
            sides = st.columns(2, gap="medium")
        with sides[place % 2]:
            at = _column(column, told, usual, key)
            if at == SAME:
                constants |= _constant(column, look, usual, key)
            elif at:
                columns[column.name] = at
            _why(column, at, usual, reasons)


def _column(column: ColumnSpec, told: Mapping[str, str], usual: ColumnMap, key: str) -> str:
    options = [NOT_HERE, SAME, *told]
    first = usual.columns.get(column.name, NOT_HERE)
    if column.name in usual.constants or (column.name == "wave" and not first):
        first = SAME
    return st.selectbox(
        column.title + (" (required)" if column.required else ""), options,
        index=options.index(first) if first in options else 0,
        format_func=lambda at: {NOT_HERE: "(not in this file)", SAME: "(the same on every row)"}.get(at) or told[at],
        key=f"column_{column.name}_{key}", help=plain(column.help) or None,
    )  # fmt: skip


def _constant(column: ColumnSpec, look: Look, usual: ColumnMap, key: str) -> dict[str, str]:
    """One value for every row: of the field's list where it has one."""
    label, first = f"{column.title} on every row", usual.constants.get(column.name, "")
    if look.known(column):
        named = {"": "(choose)", **labels(load_framework(), column, look.codes)}
        order = list(named)
        value = st.selectbox(
            label, order, index=order.index(first) if first in named else 0, format_func=named.__getitem__,
            key=f"constant_{column.name}_{key}",
        )  # fmt: skip
    else:
        value = st.text_input(label, first, key=f"constant_{column.name}_{key}", placeholder=column.example)
        _say(waves_said(look.spec.name) if column.name == "wave" else "")
    return {column.name: value} if value else {}


def _why(column: ColumnSpec, at: str, usual: ColumnMap, reasons: Mapping[str, Suggestion]) -> None:
    """Why the column was suggested, and how sure that is; nothing where the person chose otherwise."""
    told = reasons.get(column.name)
    if told is None or at != (told.letters or SAME):
        return
    sure = "" if told.confidence >= SURE else f"; {told.confidence:.0%} sure, please check"
    _say(f"Suggested: {told.reason}{sure}.")
