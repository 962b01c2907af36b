"""What pages may read: one publication, through `data.reads`, cached by the publication's id.

A publication never changes, so nothing here ever needs clearing; the store's address is part of every
key because tests (and a changed DATABASE_URL) look at another store with the same ids. Cached values
are immutable and shared, which spares a copy in every run.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from data import reads
from data.framework import Framework
from data.settings import setting
from data.store import Store, open_store
from metrics.types import Absence, Estimate, Period


@dataclass(frozen=True, slots=True)
class Said:
    """One row of what the status engine said: kind indicator, node, link, chain or dataset."""

    subject: str
    kind: str
    change: str
    target: str
    headline: str
    why: str
    detail: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class File:
    """One upload as the register shows it."""

    id: int
    name: str
    dataset: str
    scope: str
    origin: str
    actor: str
    received: str


def where() -> str:
    """The address of the store in force."""
    return setting("DATABASE_URL")


@st.cache_resource(show_spinner=False)
def _store(address: str) -> Store:
    return open_store(address)


def store() -> Store:
    """The store, opened once."""
    return _store(where())


def newest() -> reads.Publication | None:
    """The latest publication, or None before the first. Read in every run: it is how news arrives."""
    with store().read() as connection:
        return reads.latest_publication(connection)


def framework(publication_id: int) -> Framework:
    """The framework as that publication froze it."""
    return _framework(where(), publication_id)


@st.cache_resource(show_spinner=False, max_entries=20)
def _framework(address: str, publication_id: int) -> Framework:
    with _store(address).read() as connection:
        return reads.frozen_framework(connection, publication_id)


def estimates(publication_id: int, indicator: str) -> tuple[Estimate, ...]:
    """Every estimate of an indicator in a publication."""
    return _estimates(where(), publication_id, indicator)


@st.cache_resource(show_spinner=False, max_entries=400)
def _estimates(address: str, publication_id: int, indicator: str) -> tuple[Estimate, ...]:
    with _store(address).read() as connection:
        frame = reads.estimates(connection, publication_id, indicators=[indicator])
    return tuple(_estimate(row) for row in frame.to_dict("records"))


def statuses(publication_id: int) -> Mapping[tuple[str, str], Said]:
    """What was said in a publication, by (kind, subject)."""
    return _statuses(where(), publication_id)


@st.cache_resource(show_spinner=False, max_entries=20)
def _statuses(address: str, publication_id: int) -> Mapping[tuple[str, str], Said]:
    with _store(address).read() as connection:
        frame = reads.statuses(connection, publication_id)
    names = Said.__dataclass_fields__
    rows = [Said(**{name: row[name] for name in names}) for row in frame.to_dict("records")]
    return {(row.kind, row.subject): row for row in rows}


def weight_reports(publication_id: int) -> tuple[Mapping[str, Any], ...]:
    """How each survey wave of a publication was asked and weighted."""
    return _weight_reports(where(), publication_id)


@st.cache_resource(show_spinner=False, max_entries=20)
def _weight_reports(address: str, publication_id: int) -> tuple[Mapping[str, Any], ...]:
    with _store(address).read() as connection:
        return tuple(reads.weight_reports(connection, publication_id))


def files(publication_id: int) -> Mapping[int, File]:
    """The register of uploads by id, as it stood when this publication was first asked for."""
    return _files(where(), publication_id)


@st.cache_resource(show_spinner=False, max_entries=20)
def _files(address: str, publication_id: int) -> Mapping[int, File]:
    with _store(address).read() as connection:
        frame = reads.uploads(connection)
    return {int(row["id"]): _file(row) for row in frame.to_dict("records")}


def _file(row: Mapping[str, Any]) -> File:
    received = row.get("created_at") or row.get("received_at")
    return File(
        id=int(row["id"]),
        name=str(row.get("name") or row.get("file") or "file"),
        dataset=str(row["dataset"]),
        scope=str(row.get("scope") or ""),
        origin=str(row["origin"]),
        actor=str(row.get("actor") or ""),
        received=_day(received).isoformat() if _known(received) else "",
    )


def _estimate(row: Mapping[str, Any]) -> Estimate:
    """A row of the estimates table as the word metrics answers in."""
    numbers = (
        "value",
        "low",
        "high",
        "base",
        "base_effective",
        "numerator",
        "denominator",
        "centre",
        "lower_limit",
        "upper_limit",
    )
    texts = (
        "indicator",
        "statistic",
        "source",
        "method",
        "reason",
        "mode",
        "group_dim",
        "group_value",
        "scenario",
        "mark",
    )
    absence = row["absence"] if _known(row["absence"]) else None
    return Estimate(
        period=Period(_day(row["period_start"]), _day(row["period_end"]), row["period_kind"]),
        area=row["area_code"],
        absence=Absence(absence) if absence else None,
        segment=int(row["segment"]),
        illustrative=bool(row["illustrative"]),
        trace=tuple(tuple(place) for place in row["trace"] or ()),
        **{name: float(row[name]) if _known(row[name]) else None for name in numbers},
        **{name: row[name] if _known(row[name]) else "" for name in texts},
    )


def _known(value: Any) -> bool:
    return value is not None and value == value  # a missing number is the only value unlike itself


def _day(value: Any) -> dt.date:
    if isinstance(value, str):
        return dt.date.fromisoformat(value[:10])
    return value.date() if isinstance(value, dt.datetime) else value
