"""Rows of the statuses table for if-then links: verdict, evidence, and what the figures say of cause and effect."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace

import pandas as pd

from data.framework import Framework
from data.framework.logic import Link as Declared
from metrics.chains import Chain, Link
from metrics.claims import Cause
from metrics.context import Context
from metrics.link_findings import Design, LinkFinding, Moved, link_finding, moved, sign
from metrics.link_lag import Lag
from metrics.status_types import Status
from metrics.tables import headline_area
from metrics.types import Definition, Estimate

EVIDENCE = ("kind", "source", "dated", "direction", "maryland", "nesta", "actor")


def link_findings(
    framework: Framework, defined: Sequence[Definition], statuses: Mapping[str, Status],
    estimates: Mapping[str, Sequence[Estimate]], context: Context, causes: Mapping[str, Cause],
) -> dict[str, LinkFinding]:  # fmt: skip
    """What the figures say of every link, by its id."""
    signs = {}
    for each in defined:
        indicator, shown = framework.indicator(each.id), estimates.get(each.id, [])
        told = (replace(each, name=indicator.short), statuses[each.id], shown, context.start)
        signs[each.id] = sign(*told, headline_area(each, context), indicator.kind == "delivery")
    boxes: dict[str, Moved] = {}
    designs: dict[str, Design | None] = {}
    for node in framework.nodes:
        ids = [each.id for each in framework.indicators_of(node.id)]
        boxes[node.id] = moved([signs[id] for id in ids])
        answered = [causes[id] for id in ids if id in causes and causes[id].design]
        best = max(answered, key=lambda cause: cause.maryland, default=None)
        designs[node.id] = Design(best.design, best.maryland) if best else None
    return {
        link.id: link_finding(
            boxes[link.cause], boxes[link.effect], context.start, designs[link.effect], _lag(link)
        )
        for link in framework.links
    }


def _lag(link: Declared) -> Lag | None:
    return link.lag and Lag(link.lag.shorter, link.lag.longer, link.lag.unit)


def link_rows(
    framework: Framework, links: Sequence[Link], verdicts: Mapping[str, dict],
    findings: Mapping[str, LinkFinding] | None = None, evidence: pd.DataFrame | None = None,
) -> list[dict]:  # fmt: skip
    """One row a link: its verdict, who signed it and why, its evidence, and what the figures say.

    An unsigned link says so. `evidence` is as data.reads.evidence gives it.
    """
    claims = {link.id: link.claim for link in framework.links}
    rows = []
    for link in links:
        signed, finding = verdicts.get(link.id), (findings or {}).get(link.id)
        why = signed["rationale"] if signed else "Nobody has judged this link yet."
        detail = {"cause": link.cause, "effect": link.effect, "signed": bool(signed)}
        if signed:
            detail |= {"actor": signed["actor"], "decided_at": signed["decided_at"].isoformat()}
        detail |= {"evidence": _evidence(evidence, link.id)}
        detail |= {"figures": _figures(finding)} if finding else {}
        rows.append({
            "kind": "link", "subject": link.id, "change": link.verdict.word, "target": "no_target",
            "headline": claims[link.id], "why": why, "detail": detail,
        })  # fmt: skip
    return rows


def _figures(finding: LinkFinding) -> dict:
    return {
        "sentence": finding.sentence, "cause": finding.cause.way, "effect": finding.effect.way,
        "in_order": finding.in_order, "in_time": finding.in_time,
        "design": asdict(finding.design) if finding.design else None,
    }


def _evidence(held: pd.DataFrame | None, link: str) -> list[dict]:
    """The pieces on a link as plain data, the newest entry first; a level nobody gave is None."""
    if held is None or not len(held):
        return []
    pieces = held[held["link"] == link][list(EVIDENCE)].astype(object)
    pieces = pieces.where(pieces.notna(), None).to_dict("records")
    levels = ("maryland", "nesta")
    return [
        each | {"dated": each["dated"].isoformat()} | {n: each[n] if each[n] is None else int(each[n]) for n in levels}
        for each in pieces
    ]


def chain_rows(chains: Mapping[str, Chain]) -> list[dict]:
    return [
        {
            "kind": "chain", "subject": chain.node, "change": chain.strength.word, "target": "no_target",
            "headline": "", "why": f"The weakest link of the best chain is {chain.weakest}.",
            "detail": {"links": list(chain.links), "weakest": chain.weakest},
        }
        for chain in chains.values()
    ]
