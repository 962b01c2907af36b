"""A small publication written straight into the tables: enough of everything for the pages to draw."""

import datetime as dt
import random

from data import schema
from data.framework import Framework, load_framework
from data.framework.indicators import Indicator
from data.store import Store
from tests.pages.said import link_detail, said_rows

NOW = dt.datetime(2026, 11, 1, 9, 0, tzinfo=dt.UTC)
WAVES = (
    (dt.date(2024, 2, 1), dt.date(2024, 3, 31), "telephone"),
    (dt.date(2024, 10, 1), dt.date(2024, 11, 30), "online"),
    (dt.date(2025, 9, 1), dt.date(2025, 9, 30), "telephone"),
    (dt.date(2026, 9, 1), dt.date(2026, 9, 30), "telephone"),
)
STATES = (
    ("improving", "on_course"),
    ("no_clear_change", "uncertain"),
    ("too_early", "uncertain"),
    ("worsening", "off_course"),
    ("not_comparable", "no_target"),
    ("changed", "no_target"),
)


def publish_fake(store: Store, number: int = 1, seed: int = 1) -> int:
    """Write a publication with its upload, estimates and statuses; return its id."""
    held, dice = load_framework(), random.Random(seed)
    with store.write() as connection:
        actor = _first(
            connection, schema.actors, name=f"illustrative data {number}", role="system", created_at=NOW
        )
        file = _first(
            connection,
            schema.source_files,
            name="citizen_survey_w1.xlsx",
            sha256_received=f"{number:064d}",
            size=1000,
            received_at=NOW,
        )
        upload = _first(
            connection,
            schema.uploads,
            source_file_id=file,
            dataset="citizen_survey",
            scope="W1",
            origin="sample",
            status="published",
            columns={},
            rows=1200,
            actor_id=actor,
            created_at=NOW,
            published_at=NOW,
        )
        parent = number - 1 or None
        issue = _first(
            connection,
            schema.publications,
            number=number,
            parent_id=parent,
            published_at=NOW,
            as_at=dt.date(2026, 10, 31),
            actor_id=actor,
            note="Made by a test.",
            framework=held.model_dump(mode="json"),
            reference_versions={},
            settings={},
            weight_sets={},
            software="test",
            seed=seed,
            illustrative=True,
            headline="Confidence in services is rising; demand is not yet falling.",
            lead="Two of five impacts show a real improvement since April 2024.",
        )
        connection.execute(
            schema.publication_uploads.insert(), [{"publication_id": issue, "upload_id": upload}]
        )
        rows = [row for indicator in held.indicators for row in _estimates(held, indicator, dice)]
        fixed = {
            "publication_id": issue,
            "illustrative": True,
            "area_valid_from": dt.date(2009, 4, 1),
            "trace": [[upload, "Data", "F2:F1201"]],
        }
        connection.execute(schema.estimates.insert(), [row | fixed for row in rows])
        connection.execute(
            schema.statuses.insert(), [row | {"publication_id": issue} for row in _statuses(held, rows)]
        )
    return issue


def _first(connection, table, **values) -> int:
    return connection.execute(table.insert().values(**values)).inserted_primary_key[0]


def _row(indicator: Indicator, span: tuple, value: float | None, **more) -> dict:
    start, end, kind = span
    base = {
        "indicator": indicator.id,
        "source": indicator.dataset,
        "mode": "",
        "segment": 1,
        "statistic": "level",
        "period_start": start,
        "period_end": end,
        "period_kind": kind,
        "area_code": indicator.areas[0],
        "group_dim": "",
        "group_value": "",
        "scenario": "",
        "value": value,
        "low": None,
        "high": None,
        "method": "made by a test",
        "base": 400.0,
        "base_effective": None,
        "numerator": None,
        "denominator": None,
        "absence": None if value is not None else "withheld",
        "reason": "" if value is not None else "too few people",
        "centre": None,
        "lower_limit": None,
        "upper_limit": None,
        "mark": "",
    }
    return base | more


def _estimates(held: Framework, indicator: Indicator, dice: random.Random) -> list[dict]:
    if indicator.formula.kind == "survey_share":
        return _survey(held, indicator, dice)
    if indicator.formula.kind == "demand_rate":
        return _demand(held, indicator, dice)
    if indicator.formula.kind == "net_fiscal":
        year = (dt.date(2025, 4, 1), dt.date(2026, 3, 31), "financial_year")
        return [
            _row(indicator, year, 90_000.0 * (at - 1), statistic="net", scenario=case)
            for at, case in enumerate(("low", "central", "high"))
        ]
    return _counts(held, indicator, dice)


def _survey(held: Framework, indicator: Indicator, dice: random.Random) -> list[dict]:
    rows, level = [], dice.uniform(30, 55)
    for at, (start, end, mode) in enumerate(WAVES):
        span, value = (start, end, "wave"), level + 2.5 * at - (6 if mode == "online" else 0)
        rows.append(
            _row(
                indicator,
                span,
                value,
                statistic="share",
                mode=mode,
                low=value - 3.2,
                high=value + 3.2,
                base=1204.0,
                base_effective=861.0,
            )
        )
        for dim, group in _groups(held, indicator):
            near = value + dice.gauss(0, 4)
            seen = dice.random() > 0.05
            rows.append(
                _row(
                    indicator,
                    span,
                    near if seen else None,
                    statistic="share",
                    mode=mode,
                    low=near - 8 if seen else None,
                    high=near + 8 if seen else None,
                    base=100.0,
                    group_dim=dim,
                    group_value=group,
                )
            )
    return rows


def _groups(held: Framework, indicator: Indicator) -> list[tuple[str, str]]:
    found = []
    for dim in indicator.breakdowns:
        if dim == "district":
            found += [(dim, area.code) for area in held.areas_of("district")]
        elif dim == "sector":
            found += [(dim, sector.id) for sector in held.sectors]
        elif dim == "citizen_group":
            found += [(dim, group.id) for group in held.citizen_groups]
        elif dim in {each.id for each in held.dimensions}:
            found += [(dim, value.id) for value in held.dimension(dim).values]
    return found


def _demand(held: Framework, indicator: Indicator, dice: random.Random) -> list[dict]:
    areas = dict.fromkeys((*indicator.areas, *(area.code for area in held.areas_of("district"))))
    level = dice.uniform(40, 160)
    rows = []
    for code in areas:
        for at in range(60):
            month = dt.date(2021 + (9 + at) // 12, (9 + at) % 12 + 1, 1)
            end = (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
            value = level + dice.gauss(0, 5) - (6 if at > 42 else 0)
            mark = "improvement_low" if at > 48 else "concern_high" if at == 20 else "common_cause"
            rows.append(
                _row(
                    indicator,
                    (month, end, "month"),
                    value,
                    statistic="rate",
                    area_code=code,
                    centre=level,
                    lower_limit=level - 14,
                    upper_limit=level + 14,
                    mark=mark,
                    segment=1 if at < 30 else 2,
                )
            )
    return rows


def _counts(held: Framework, indicator: Indicator, dice: random.Random) -> list[dict]:
    rows, step = [], dice.uniform(1, 12)
    for at in range(10):
        start = dt.date(2024 + (3 + 3 * at) // 12, (3 + 3 * at) % 12 + 1, 1)
        end = (start.replace(day=28) + dt.timedelta(days=66)).replace(day=1) - dt.timedelta(days=1)
        value = min(95.0, step * (at + 1)) if indicator.unit == "percent" else round(step * (at + 1))
        rows.append(_row(indicator, (start, end, "quarter"), value))
        rows += [
            _row(
                indicator,
                (start, end, "quarter"),
                float(dice.randint(0, 9)),
                group_dim=dim,
                group_value=group,
            )
            for dim, group in _groups(held, indicator)
        ]
    return rows


def _statuses(held: Framework, rows: list[dict]) -> list[dict]:
    found = []
    for at, indicator in enumerate(held.indicators):
        change, target = STATES[at % len(STATES)]
        found.append(
            {
                "subject": indicator.id,
                "kind": "indicator",
                "change": change,
                "target": target,
                "headline": f"{indicator.short} is {change.replace('_', ' ')}",
                "why": "Difference between two waves.",
                "detail": {
                    "delta": 7.8,
                    "delta_low": 3.2,
                    "delta_high": 12.4,
                    "target_to_date": 46.0,
                    "end_target": 55.0,
                    "progress": 0.59,
                    "points": 4,
                    "method": "difference",
                    "early": at % 3 == 0,
                    "baseline": {"value": 41.8},
                },
            }
        )
    for at, node in enumerate(held.nodes):
        change = ("improving", "no_clear_change", "mixed", "too_early", "no_measure", "worsening")[at % 6]
        found.append(
            {
                "subject": node.id,
                "kind": "node",
                "change": change,
                "target": "no_target",
                "headline": f"{node.name}: {change.replace('_', ' ')}",
                "why": "From its indicators.",
                "detail": {},
            }
        )
    verdicts = (
        "supported",
        "partly_supported",
        "not_yet_testable",
        "not_yet_testable",
        "contradicted",
        "not_supported",
    )
    found += [
        {
            "subject": link.id,
            "kind": "link",
            "change": verdicts[at % 6],
            "target": "no_target",
            "headline": "",
            "why": "",
            "detail": link_detail(),
        }
        for at, link in enumerate(held.links)
    ]
    found += said_rows(held)
    found += [
        {
            "subject": each.id,
            "kind": "dataset",
            "change": "fresh",
            "target": "no_target",
            "headline": "",
            "why": "",
            "detail": {"latest": "2026-09-30", "rows": 4800, "origin": "sample", "uploads": [1]},
        }
        for each in held.datasets
    ]
    return found
