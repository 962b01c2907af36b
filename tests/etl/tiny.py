"""A store small enough to publish in a second: the product's own framework, a few rows of three datasets."""

import datetime as dt
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from data import reads
from data.store import Store, open_store
from etl.load import receive
from etl.publish import publish
from tests.etl.small import csv

AS_AT = dt.date(2026, 10, 31)
ACTOR = "An evaluator"
DISTRICTS = ("E07000066", "E07000067", "E07000068")
MONTHS = [f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)]
# What makes a row of one publication the row of another.
KEPT_APART = ["id", "publication_id"]

POPULATION = csv(
    "area,year,sex,age_band,unit,count,source",
    *(f"{area},2024,,,persons,{1000 * n},Made up" for n, area in enumerate(DISTRICTS, 150)),
)
DEMAND = csv(
    "service,area,period,count",
    *(
        f"asb,{area},{month},{400 + 10 * n + 7 * (at % 5)}"
        for n, area in enumerate(DISTRICTS)
        for at, month in enumerate(MONTHS)
    ),
)
SURVEY = csv(
    "respondent,wave,mode,interview_date,area,psu,sex,lga_trust",
    *(
        f"R{n},W1,telephone,2024-02-{1 + n % 28:02},{DISTRICTS[n % 3]},P{n % 12},"
        f"{'female' if n % 2 else 'male'},{1 + n * n % 4}"
        for n in range(150)
    ),
)
ATTENDANCE = csv(
    "session,held_on,kind,hours,person,sector,organisation",
    *(
        f"S{month},2024-{month:02}-14,board,2,L{leader},nhs,Trust A"
        for month in range(5, 11)
        for leader in range(1, 9)
    ),
)
FILES = {
    "population": POPULATION,
    "service_demand": DEMAND,
    "citizen_survey": SURVEY,
}


def offer(store: Store, dataset: str, content: bytes, **more) -> int:
    """Stage a file; the test fails with its faults where it is refused."""
    offered = receive(store, content, f"{dataset}.csv", dataset, ACTOR, as_at=AS_AT, **more)
    assert offered.upload_id is not None, offered.errors
    return offered.upload_id


def fill(store: Store) -> int:
    """Stage and publish the three files."""
    return publish(store, [offer(store, *each) for each in FILES.items()], ACTOR, "The first", as_at=AS_AT)


def estimates(store: Store, number: int) -> pd.DataFrame:
    """The estimates of a publication, comparable with those of another."""
    with store.read() as connection:
        publication = reads.publication(connection, number)
        found = reads.estimates(connection, publication.id)
    return found.drop(columns=KEPT_APART)


def statuses(store: Store, number: int) -> pd.DataFrame:
    with store.read() as connection:
        return reads.statuses(connection, reads.publication(connection, number).id)


def dump(store: Store) -> list[str]:
    """Every row of every table of a store on SQLite."""
    with closing(sqlite3.connect(store.url.database)) as connection:
        return list(connection.iterdump())


@dataclass(frozen=True)
class Series:
    """One series of a publication, in order of time."""

    rows: pd.DataFrame

    @property
    def values(self) -> list[float]:
        return self.rows.sort_values("period_start")["value"].tolist()


def series(store: Store, number: int, **wanted) -> Series:
    """The estimates of a publication whose columns have these values; everyone unless a group is wanted."""
    found = estimates(store, number)
    for column, value in {"group_dim": "", **wanted}.items():
        found = found[found[column] == value]
    return Series(found)


@pytest.fixture(scope="session")
def tiny_template(tmp_path_factory, sqlite_template) -> Path:
    """The three files published as publication 1, to copy."""
    path = tmp_path_factory.mktemp("tiny") / "tiny.sqlite"
    shutil.copy(sqlite_template, path)
    made = open_store(f"sqlite:///{path}", migrate=False)
    fill(made)
    made.close()
    return path


@pytest.fixture
def tiny(tiny_template, tmp_path):
    """A store of the test's own with publication 1 of the three files."""
    path = tmp_path / "tiny.sqlite"
    shutil.copy(tiny_template, path)
    opened = open_store(f"sqlite:///{path}", migrate=False)
    yield opened
    opened.close()
