"""How strong the reasoning is: chains by their weakest link, and each link with verdict, figures and evidence."""

import datetime as dt
from collections.abc import Mapping
from html import escape
from typing import Any

from charts import words
from data.framework.logic import Link
from metrics.link_lag import Lag
from pages.parts.data import Said
from pages.parts.status_icons import VERDICTS
from pages.parts.tables import Html, Table, table_card
from pages.parts.view import View

EVIDENCE = {"supports": "supports it", "neutral": "is neutral", "contradicts": "contradicts it"}
LINKS = ("Link", "Claim", "Verdict of people", "What the figures show", "Evidence", "It assumes; its rivals")


def chains_card(view: View) -> str:
    """The best chain of reasoning to each impact: how strong it is, and the link it is weakest at; HTML."""
    held = view.framework
    rows = []
    for node in held.nodes_in("impact"):
        chain = view.said("chain", node.id)
        if chain.change in VERDICTS:
            weakest = held.link(chain.detail["weakest"])
            rows.append((node.name, VERDICTS[chain.change], f"{ends(view, weakest)}: {weakest.claim}"))
    if not rows:
        return ""
    header = ("Impact", "Strength of its best chain", "Weakest link")
    return table_card(Table("How strong is the reasoning behind each impact?", header, tuple(rows)))


def links_table(view: View) -> Table:
    """Every if-then link with its signed verdict, what the figures show, its evidence, assumptions and rivals."""
    return Table("If-then links", LINKS, tuple(_row(view, link) for link in view.framework.links))


def ends(view: View, link: Link) -> str:
    return f"{view.framework.node(link.cause).short} → {view.framework.node(link.effect).short}"


def verdict_of(row: Said) -> Html:
    """The verdict with its reason, its signature and its day."""
    detail = row.detail
    signed = ""
    if detail.get("signed"):
        day = words.day(dt.datetime.fromisoformat(detail["decided_at"]))
        signed = f"<br><small>Signed by {escape(detail['actor'])}, {escape(day)}</small>"
    word = VERDICTS.get(row.change, VERDICTS["not_yet_testable"])
    return Html(f"<b>{word}</b><br>{escape(row.why)}{signed}")


def piece_said(piece: Mapping[str, Any]) -> str:
    """One piece of evidence: what it is, what it says, how strong, whose entry."""
    levels = [f"{name} {piece[key]}" for key, name in (("maryland", "Maryland"), ("nesta", "Nesta")) if piece.get(key)]
    strength = f"; {', '.join(levels)} of 5" if levels else ""
    day = words.day(dt.date.fromisoformat(piece["dated"]))
    return (
        f"{piece['source'].rstrip('.')} ({piece['kind']}, {day}) {EVIDENCE[piece['direction']]}{strength}. "
        f"Entered by {piece['actor']}."
    )


def _row(view: View, link: Link) -> tuple[str, ...]:
    row = view.said("link", link.id)
    pieces = row.detail.get("evidence") or []
    told = "".join(f"<li>{escape(piece_said(piece))}</li>" for piece in pieces)
    return (
        ends(view, link), link.claim, verdict_of(row), (row.detail.get("figures") or {}).get("sentence", ""),
        Html(f"<ul class='ec-list'>{told}</ul>") if told else "None entered",
        Html(
            f"{escape(_sentences(link.assumptions))}{_expected(link)}"
            f"<br><small>Or: {escape(_sentences(link.rivals))}</small>"
        ),
    )


def _expected(link: Link) -> str:
    """When the effect is expected after its cause; nothing where the link has no lag of its own."""
    if link.lag is None:
        return ""
    lag = Lag(link.lag.shorter, link.lag.longer, link.lag.unit)
    return f" Expected {lag} after its cause{' (assumption)' if link.lag.status == 'assumption' else ''}."


def _sentences(texts: tuple[str, ...]) -> str:
    return " ".join(f"{text[:1].upper()}{text[1:].rstrip('.')}." for text in texts)
