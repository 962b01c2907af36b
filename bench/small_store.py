"""A store that publishes in a second: one publication of three datasets, and an upload waiting for the second."""

import datetime as dt

from data.store import Store
from etl.load import receive
from etl.publish import publish

AS_AT = dt.date(2026, 10, 31)
ACTOR = "A bench"
DISTRICTS = ("E07000066", "E07000067", "E07000068")
MONTHS = [f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)]


def _demand(extra: int) -> list[str]:
    lines = ["service,area,period,count"]
    return lines + [
        f"asb,{area},{month},{400 + extra + 10 * n + 7 * (at % 5)}"
        for n, area in enumerate(DISTRICTS) for at, month in enumerate(MONTHS)
    ]  # fmt: skip


FILES = {
    "population": ["area,year,sex,age_band,unit,count,source",
                   *(f"{area},2024,,,persons,{1000 * n},Made up" for n, area in enumerate(DISTRICTS, 150))],
    "service_demand": _demand(0),
    "citizen_survey": ["respondent,wave,mode,interview_date,area,psu,sex,lga_trust",
                       *(f"R{n},W1,telephone,2024-02-{1 + n % 28:02},{DISTRICTS[n % 3]},P{n % 12},"
                         f"{'female' if n % 2 else 'male'},{1 + n * n % 4}" for n in range(150))],
}  # fmt: skip


def fill(store: Store) -> None:
    """Publish the three files, and stage the counts anew."""
    publish(store, [_offer(store, *each) for each in FILES.items()], ACTOR, as_at=AS_AT)
    assert _offer(store, "service_demand", _demand(100)) == second()


def second() -> int:
    """The id of the upload that waits."""
    return len(FILES) + 1


def _offer(store: Store, dataset: str, lines: list[str]) -> int:
    content = "\n".join(lines).encode()
    return receive(store, content, f"{dataset}.csv", dataset, ACTOR, as_at=AS_AT).upload_id
