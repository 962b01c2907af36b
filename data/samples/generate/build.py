"""Puts the samples together: every workbook of the manifest, and the truth beside them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from data.framework import Framework, load_framework
from data.samples.generate import (
    attendance,
    citizens,
    contacts,
    demand,
    leader_survey,
    money,
    network,
    work,
)
from data.samples.generate.citizen_truth import citizen_truths
from data.samples.generate.demand_truth import demand_truths
from data.samples.generate.leader_truth import leader_truths
from data.samples.generate.network_truth import network_truths
from data.samples.generate.populations import Populations
from data.samples.generate.programme_truth import programme_truths
from data.samples.generate.reference import reference_rows
from data.samples.generate.roster import leaders
from data.samples.generate.stories import WAVES
from data.samples.generate.truth import Truth, write_truths
from data.samples.generate.workbook import ABOUT, write_workbook

FOLDER = Path(__file__).resolve().parents[1]
SOURCED = ("population", "unit_costs", "published_estimates")


@dataclass(frozen=True)
class Sample:
    """One workbook before it is written."""

    dataset: str
    header: Sequence[str]
    rows: Sequence[Sequence]
    wave: str = ""

    @property
    def file(self) -> str:
        return f"{self.dataset}_{self.wave.lower()}.xlsx" if self.wave else f"{self.dataset}.xlsx"

    @property
    def origin(self) -> str:
        return "reference" if self.dataset in SOURCED else "sample"

    @property
    def entry(self) -> dict[str, str]:
        wave = {"wave": self.wave} if self.wave else {}
        return {"file": self.file, "dataset": self.dataset, "origin": self.origin, **wave}


Part = tuple[list[Sample], list[Truth]]


def build(seed: int, framework: Framework | None = None) -> tuple[list[Sample], list[Truth]]:
    """All samples and all truths of a seed, in memory: the same seed gives the same cells."""
    framework = framework or load_framework()
    sourced = [Sample(dataset, *reference_rows(dataset)) for dataset in SOURCED]
    parts = [_citizens(seed, framework), _leaders(seed, framework), _demand(seed, framework)]
    samples = [*sourced, *(sample for part in parts for sample in part[0]), *_others(seed)]
    return samples, [truth for part in parts for truth in part[1]]


def _citizens(seed: int, framework: Framework) -> Part:
    survey = [
        Sample("citizen_survey", *citizens.citizen_wave(seed, number, framework.questions), wave.code)
        for number, wave in enumerate(WAVES)
    ]
    fieldwork = [_dates(sample, "interview_date") for sample in survey]
    return survey, list(citizen_truths(seed, framework, fieldwork))


def _leaders(seed: int, framework: Framework) -> Part:
    """What rests on the roster: the leader survey, ties, sessions, and what came of them."""
    roster = leaders(seed)
    planned = attendance.sessions(seed, roster)
    insights = work.insight_rows(seed, planned)
    forms, ties = leader_survey.leader_rows(seed, roster), network.network_rows(seed, roster)
    samples = [
        Sample("leader_survey", leader_survey.HEADER, forms),
        Sample("attendance", attendance.HEADER, attendance.attendance_rows(seed, planned)),
        Sample("commitments", work.COMMITMENT_HEADER, work.commitment_rows(seed, roster, insights)),
        Sample("insights", work.INSIGHT_HEADER, insights),
        Sample("network_ties", network.HEADER, ties),
    ]
    truths = [
        *leader_truths(seed, framework, _by_wave(leader_survey.HEADER, "completed_on", forms)),
        *network_truths(framework, roster, _by_wave(network.HEADER, "asked_on", ties)),
        *programme_truths(framework, planned, insights),
    ]
    return samples, truths


def _demand(seed: int, framework: Framework) -> Part:
    people = Populations()
    comparators = sorted(area.code for area in framework.areas_of("comparator"))
    denominators = {service.id: service.denominator for service in framework.services}
    series = demand.all_demand(seed, denominators, comparators, people)
    rows = [row for each in series.values() for row in each.rows()]
    return [Sample("service_demand", demand.HEADER, rows)], list(demand_truths(framework, series, people))


def _others(seed: int) -> list[Sample]:
    return [
        Sample("partner_returns", money.RETURN_HEADER, money.return_rows(seed)),
        Sample("coded_contacts", contacts.HEADER, contacts.contact_rows(seed)),
        Sample("programme_costs", money.COST_HEADER, money.cost_rows(seed)),
    ]


def write(seed: int, folder: Path = FOLDER) -> Iterator[str]:
    """Write every workbook, manifest.yaml and truth.json into a folder; yields each name when it is done."""
    samples, truths = build(seed)
    for sample in samples:
        write_workbook(folder / sample.file, sample.header, sample.rows, ABOUT[sample.origin])
        yield sample.file
    manifest = "# The sample files, in the order they are loaded. Made by: python -m data.samples.generate\n"
    entries = yaml.safe_dump([sample.entry for sample in samples], sort_keys=False)
    (folder / "manifest.yaml").write_text(manifest + entries, encoding="utf-8")
    write_truths(folder / "truth.json", truths)
    yield "truth.json"


def _dates(sample: Sample, column: str) -> tuple[dt.date, dt.date]:
    days = [row[list(sample.header).index(column)] for row in sample.rows]
    return min(days), max(days)


def _by_wave(
    header: Sequence[str], column: str, rows: Sequence[Sequence]
) -> dict[str, tuple[dt.date, dt.date]]:
    """First and last day of each wave; the wave is the first column."""
    at = header.index(column)
    return {wave: (min(days), max(days)) for wave in dict.fromkeys(row[0] for row in rows)
            if (days := [row[at] for row in rows if row[0] == wave])}
