"""Small frames as the store hands them to metrics, and a definition and context to go with them."""

import datetime as dt

import pandas as pd

from metrics.context import Context
from metrics.types import Definition

START = dt.date(2024, 4, 1)


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def table(names: str, *rows, origin: str = "real", upload: int = 1) -> pd.DataFrame:
    """A raw frame with its addresses: rows 2, 3, ... of one sheet. ISO dates become dates."""
    made = pd.DataFrame([list(row) for row in rows], columns=names.split(), dtype=object)
    for name in made:
        if name.endswith("_on") or name in ("period_start", "period_end", "published_at"):
            made[name] = pd.Series([day(text) for text in made[name]], dtype=object)
    return made.assign(upload_id=upload, sheet="Data", row=range(2, len(made) + 2), cell=None, origin=origin)


def definition(formula: str, **more) -> Definition:
    params = more.pop("params", {})
    given = {"id": "I99", "name": "Test", "unit": "count", "direction": "up", "areas": ("COUNTY",), **more}
    return Definition(formula=formula, params=params, **given)


def context(as_at: str = "2024-09-30", **more) -> Context:
    given = {"start": START, "county": "COUNTY", "members": {"COUNTY": ("D1", "D2")}, **more}
    return Context(as_at=day(as_at), **given)


def series(estimates, statistic: str = "level", group: str = "", area: str = "COUNTY", scenario: str = ""):
    """The values of one series in order of their periods; an absence as its word."""
    chosen = [
        one
        for one in estimates
        if (one.statistic, one.group_value, one.area, one.scenario) == (statistic, group, area, scenario)
    ]
    chosen.sort(key=lambda one: (one.period.end, one.period.start))
    return [one.absence.value if one.absence else one.value for one in chosen]


def one(estimates, statistic: str = "level", group: str = "", area: str = "COUNTY", end: str | None = None):
    """The single estimate that fits; the last one where no end is given."""
    chosen = [
        each
        for each in estimates
        if (each.statistic, each.group_value, each.area) == (statistic, group, area)
        and (end is None or each.period.end == day(end))
    ]
    return max(chosen, key=lambda each: each.period.end)


def attendance(*rows, **more) -> pd.DataFrame:
    """Rows of session, held_on, kind, hours, person, sector, and the rest by name in a dict."""
    names = "session held_on kind hours person sector"
    rest = {
        "role": "official",
        "by_choice": True,
        "host": False,
        "chaired": False,
        "agenda_items": 0,
        "citizen_group": None,
        "citizens": None,
    }
    made = table(names, *(row[:6] for row in rows), **more)
    given = [row[6] if len(row) > 6 else {} for row in rows]
    for name, usual in rest.items():
        made[name] = pd.Series([each.get(name, usual) for each in given], dtype=object)
    return made


def months(first: str, count: int) -> list[tuple[str, str, str]]:
    spans = pd.period_range(first, periods=count, freq="M")
    return [(str(span.start_time.date()), str(span.end_time.date()), "month") for span in spans]


def counts(areas: dict[str, list], first="2024-04", service="ae", band="", **more) -> pd.DataFrame:
    rows = [
        (service, area, band, *span, value)
        for area, values in areas.items()
        for span, value in zip(months(first, len(values)), values, strict=True)
        if value != "skip"
    ]
    made = table("service area_code age_band period_start period_end period_kind count", *rows, **more)
    return made.assign(absence=None)


def people(areas: dict[str, dict[int, float]], unit="persons", band="", sex="", **more) -> pd.DataFrame:
    rows = [
        (area, sex, band, unit, f"{year}-01-01", f"{year}-12-31", "year", count)
        for area, years in areas.items()
        for year, count in years.items()
    ]
    return table(
        "area_code sex age_band unit period_start period_end period_kind count", *rows, upload=2, **more
    )
