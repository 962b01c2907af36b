"""The estimates of a publication, by families of indicators; a family that rests on nothing new is taken over."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from data.framework import Framework
from etl.definitions import disclosure_rules
from etl.resting import Narrow, Work, plain
from etl.steps import Progress
from etl.taken import Known
from metrics.context import Context
from metrics.disclosure import Disclosed, History, Rules, disclose
from metrics.disclosure_families import families, services_told
from metrics.measures import compute
from metrics.rebase import rebase_dates, rebased
from metrics.types import Definition, Estimate

Frames = Mapping[str, pd.DataFrame]
Family = Sequence[Definition]


@dataclass
class Estimated:
    """Estimates after disclosure control by indicator, what each family rests on, and the indicators taken over."""

    of: dict[str, list[Estimate]] = field(default_factory=dict)
    rests_on: dict[str, dict[str, Any]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)


def estimated(
    framework: Framework, definitions: Sequence[Definition], frames: Frames, context: Context, known: Known,
    earlier: History, progress: Progress,
) -> Estimated:  # fmt: skip
    """Every indicator's estimates, with those by limits set anew; families whose inputs are those of the publication
    `known` have its estimates.

    `earlier` reads what earlier publications tell; Disclosed is raised where they give withheld figures away, of
    all families together.
    """
    rules = disclosure_rules(framework, context.members)
    registers = plain(framework.areas)
    found, exposed = Estimated(), []
    for family in families(definitions, rules):
        name = "+".join(each.id for each in family)
        work = Work(frames, narrowed(family), context, family, rules, registers)
        if work.is_unchanged(known.rests_on.get(name)):
            found.taken |= {each.id for each in family}
            found.rests_on[name] = dict(known.rests_on[name])
            continue
        try:
            shown = _made(family, work, rules, earlier, progress)
        except Disclosed as disclosed:
            exposed += disclosed.figures
            continue
        found.of |= by_indicator(family, shown)
        found.rests_on[name] = work.rests_on()
    if exposed:
        raise Disclosed(exposed)
    found.of |= by_indicator([each for each in definitions if each.id in found.taken], known.estimates(found.taken))
    found.of = {each.id: found.of[each.id] for each in definitions}
    return found


def by_indicator(definitions: Family, estimates: Collection[Estimate]) -> dict[str, list[Estimate]]:
    found: dict[str, list[Estimate]] = {each.id: [] for each in definitions}
    for each in estimates:
        found[each.indicator].append(each)
    return found


def narrowed(family: Family) -> Narrow:
    """The rows that a family's figures can rest on, of frames that hold those of many."""
    services = set().union(*map(services_told, family))
    questions = {question for each in family for question in each.params.get("questions", ())}
    return {
        "service_demand": ("service", services), "rebases": ("service", services), "wave_sums": ("question", questions),
    }


def _made(family: Family, work: Work, rules: Rules, earlier: History, progress: Progress) -> list[Estimate]:
    """Computed, withheld where it must be, then judged again by limits that somebody set anew."""
    computed: list[Estimate] = []
    for definition in family:
        progress(f"{definition.id} {definition.name}")
        computed += compute(definition, work.frames, work.context)
    shown = disclose(computed, rules, earlier)
    again = []
    for definition in family:
        own = [each for each in shown if each.indicator == definition.id]
        again += rebased(definition, own, rebase_dates(definition, work.frames), work.context)
    return shown + again
