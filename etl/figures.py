"""Every figure and statement of a publication, made from live frames. Writes nothing."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.framework import Framework
from etl.definitions import context, definitions
from etl.estimated import estimated
from etl.impacts import impact_rows
from etl.said_of_claims import causes, causes_elsewhere, claim_rows
from etl.said_of_guard_rails import guard_rail_rows
from etl.said_of_links import chain_rows, link_findings, link_rows
from etl.said_of_value import value_rows
from etl.statements import dataset_rows, indicator_row, node_rows, rebase_rows, service_row
from etl.steps import Progress, silent
from etl.taken import Known
from metrics.chains import Chain, Link, Verdict, best_chains
from metrics.context import Context
from metrics.disclosure import History, nothing_earlier
from metrics.rebase import REBASED
from metrics.service_icons import ServiceIcon, service_icons
from metrics.status import indicator_status, node_status
from metrics.status_types import NodeStatus, Status
from metrics.types import Estimate
from metrics.verdict import Finding, headline, lead

Frames = Mapping[str, pd.DataFrame]
NOTHING_KNOWN = Known()
SEED = 20240401  # the start of every random draw behind a figure, written into each publication


@dataclass(frozen=True)
class Figures:
    """What a publication says: estimates after disclosure control, statements, and the overview's words; what its
    parts rest on, and the indicators whose estimates are those of the publication before."""

    estimates: list[Estimate]
    statuses: list[dict]
    headline: str
    lead: str
    rests_on: dict[str, dict[str, Any]]
    taken: frozenset[str]

    @property
    def illustrative(self) -> bool:
        return any(estimate.illustrative for estimate in self.estimates)


def make_figures(
    framework: Framework,
    frames: Frames,
    verdicts: Mapping[str, dict],
    as_at: dt.date,
    progress: Progress = silent,
    earlier: History = nothing_earlier,
    known: Known = NOTHING_KNOWN,
) -> Figures:
    """Compute, withhold, judge: the whole publication but its writing.

    `verdicts` holds the newest signed verdict of each link that has one ({verdict, rationale, actor,
    decided_at}); a link without one is not yet testable. `earlier` reads what earlier publications tell;
    metrics.disclosure.Disclosed is raised where they give a withheld figure away. Of `known`, the publication
    before, estimates and answers to impact models are taken over that rest on nothing new; statements are made anew,
    for they speak of the day and of each other.
    """
    setting = context(framework, as_at)
    defined = definitions(framework)
    made = estimated(framework, defined, frames, setting, known, earlier, progress)
    of_indicator = {id: [e for e in of if e.scenario != REBASED] for id, of in made.of.items()}
    impacts, answers_rest_on = impact_rows(framework, frames, setting, known, progress)
    caused = causes(framework, impacts)
    statuses: dict[str, Status] = {}
    icons: list[ServiceIcon] = []
    for definition in defined:
        shown = of_indicator[definition.id]
        statuses[definition.id] = indicator_status(definition, shown, setting, caused.get(definition.id))
        icons += service_icons(definition, shown, statuses[definition.id], setting)
    nodes = _node_statuses(framework, statuses)
    links = _links(framework, verdicts)
    chains = best_chains(links, [node.id for node in framework.nodes if node.column == "input"])
    findings = link_findings(framework, defined, statuses, of_indicator, setting, caused)
    guarded = guard_rail_rows(framework, statuses, icons)
    return Figures(
        [each for of in made.of.values() for each in of],
        [indicator_row(status) for status in statuses.values()]
        + [service_row(icon) for icon in icons]
        + impacts
        + value_rows(framework, [row["detail"] for row in impacts], frames, as_at, SEED)
        + rebase_rows(frames)
        + node_rows(framework, nodes)
        + link_rows(framework, links, verdicts, findings, frames.get("evidence"))
        + chain_rows(chains)
        + guarded
        + claim_rows(defined, statuses, of_indicator, setting, caused, guarded, causes_elsewhere(framework, impacts))
        + dataset_rows(framework, frames, as_at),
        *_words(framework, setting, nodes, chains),
        made.rests_on | answers_rest_on,
        frozenset(made.taken),
    )


def _node_statuses(framework: Framework, statuses: Mapping[str, Status]) -> dict[str, NodeStatus]:
    return {
        node.id: node_status([statuses[each.id] for each in framework.indicators_of(node.id)])
        for node in framework.nodes
    }


def _links(framework: Framework, verdicts: Mapping[str, dict]) -> list[Link]:
    def judged(link_id: str) -> Verdict:
        return Verdict[verdicts[link_id]["verdict"].upper()] if link_id in verdicts else Verdict.NOT_YET_TESTABLE

    return [Link(link.id, link.cause, link.effect, judged(link.id)) for link in framework.links]


def _words(
    framework: Framework, setting: Context, nodes: Mapping[str, NodeStatus], chains: Mapping[str, Chain]
) -> tuple[str, str]:
    impacts = [
        Finding(node.id, node.short, nodes[node.id].change.value, dict(node.phrases))
        for node in framework.nodes
        if node.column == "impact"
    ]
    ends = [chains[finding.node] for finding in impacts if finding.node in chains]
    claims = {link.id: link.claim for link in framework.links}
    return headline(impacts), lead(impacts, ends, f"{setting.start:%B %Y}", claims)
