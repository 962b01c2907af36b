"""Which columns of figures add up others: by what stands over them, alone or over a group."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from etl.tables.types import Column

OF_WHICH = re.compile(r"^of (?:which|whom|these)", re.I)
ADDS_UP = "its column adds up others"
TOTAL = re.compile(
    r"^(?:grand )?total(?:\b|_)|(?:\b|_)(?<!of )total$|\ball categories:|"
    r"^all (?:ages|persons|people|categories|households|offences)|^all$|^ytd$|year to date|"
    r"^all (?!other\b|saints\b|souls\b)(?:[\w'-]+ ){0,2}(?:fires|incidents|crimes?|residents|staff|"
    r"children|pupils|dwellings|casualties|deaths|births|complaints|tenures|groups|types|areas|services)$",
    re.I,
)
OF_NONE = re.compile(
    r"\b(?:rates?|per (?:[\d,]+|head|capita|cent)|mean|median|average|\d+(?:th|st) (?:per)?centile)\b|%", re.I
)  # nothing that a total adds up
IN_UNIT = re.compile(r"\(((?:hours?|hrs?|min(?:ute)?s?|sec(?:ond)?s?|days?|weeks?)(?: ?: ?\w+)?)\)", re.I)
BARE = re.compile(r"(?:grand |overall |sub[- ]?)?totals?|all(?: ages| persons| people| categories)?", re.I)


def with_column_totals(columns: Sequence[Column]) -> list[Column]:
    """The columns, those of figures that add up others with the reason.

    "Total fires" over several columns makes totals of them only where another group is divided alike; over "Primary"
    and "Secondary" it names what they are parts of. Nothing is a total where no column counts anything else.
    """
    measures = [column for column in columns if column.role == "measure"]
    found = [replace(each, total=_why(each, measures)) if each.role == "measure" else each for each in columns]
    totals = [each for each in found if each.role == "measure"]
    if all(each.total == ADDS_UP for each in totals) and len({each.name for each in totals}) == 1:
        return [replace(each, total="") for each in found]
    return found


def _unit(column: Column) -> str:
    said = [found[1].lower() for part in column.header if (found := IN_UNIT.search(part))]
    return column.unit or next(iter(said), "")


def _why(column: Column, measures: Sequence[Column]) -> str:
    if any(OF_WHICH.search(part) for part in column.header):
        return "a part of another column"
    says = [place for place, part in enumerate(column.header) if TOTAL.search(part)]
    return ADDS_UP if any(_adds_up(column, place, measures) for place in says) else ""


def _adds_up(column: Column, place: int, measures: Sequence[Column]) -> bool:
    if not _has_parts(column, place, measures):
        return False
    part, below = column.header[place], _below(column, place)
    group = [each for each in measures if each.header[place : place + 1] == (part,)]
    if not below or BARE.fullmatch(part) or len({_below(each, place) for each in group}) < 2:
        return True
    others = {_below(each, place) for each in measures if each.header[place : place + 1] != (part,)}
    return bool(others & {_below(each, place) for each in group})


def _has_parts(column: Column, place: int, measures: Sequence[Column]) -> bool:
    """Whether another column may be a part of a total: of a count no rate, share or average is, nor one in another
    unit."""
    others = (each for each in measures if not any(map(_says_total, each.header[place : place + 1])))
    return _kind(column) in map(_kind, others)


@lru_cache(maxsize=20_000)
def _says_total(part: str) -> bool:
    return TOTAL.search(part) is not None


def _kind(column: Column) -> tuple[str, bool]:
    """What a column is in, as far as that is said, and whether it is a rate, a share or an average."""
    said = (found[1].lower() for part in column.header if (found := IN_UNIT.search(part)))
    return column.unit or next(said, ""), column.percent or OF_NONE.search(column.name) is not None


def _below(column: Column, place: int) -> tuple[str, ...]:
    """What stands over the column further down than a part of its header, without that part over again."""
    return tuple(part for part in column.header[place + 1 :] if part and part != column.header[place])
