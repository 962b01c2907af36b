"""The selects behind the weights and the stored sums of a wave."""

from collections.abc import Iterator, Sequence

import numpy as np
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    String,
    case,
    cast,
    func,
    literal,
    null,
    select,
)

from data.schema import answers, respondents, weights

_people = respondents.c
PEOPLE = 50_000  # whose answers are read together
WHO, ASKED, NEGATIVE = 36, 20, 1 << 19  # where in a packed answer its parts begin; codes may be below zero

# Groups a wave is summed for: dimension -> its value for a respondent, None to leave them out.
DIMENSIONS: dict[str, ColumnElement] = {
    "": literal(""),
    "district": _people.area_code,
    "age": _people.age_band,
    # a handful of others would have to be withheld, and the next group with them: left out instead
    "sex": case((_people.sex.in_(("female", "male")), _people.sex)),
    "ethnicity": case(
        (_people.ethnicity == "white", "white"), (_people.ethnicity.is_(None), null()), else_="other_groups"
    ),
    "tenure": case((_people.tenure == "shared", "owned"), else_=_people.tenure),
    "imd": cast(_people.imd_quintile, String),
    "vulnerable": case((_people.vulnerable.is_(True), "yes"), (_people.vulnerable.is_(False), "no")),
}


def people_of_wave(wave_id: int) -> Select:
    """Each respondent of a wave, in the order of their ids: id, stratum, psu, supplied_weight, and a column
    (`column_of`) for each dimension."""
    groups = (value.label(column_of(name)) for name, value in DIMENSIONS.items())
    told = select(_people.id, _people.stratum, _people.psu, _people.supplied_weight, *groups)
    return told.where(_people.wave_id == wave_id).order_by(_people.id)


def people_weighed(wave_id: int, weight_set_id: int) -> Select:
    """`people_of_wave` with a weight in the set, and that weight."""
    told = people_of_wave(wave_id).add_columns(weights.c.weight)
    return told.join(weights, weights.c.respondent_id == _people.id).where(weights.c.weight_set_id == weight_set_id)


def column_of(dimension: str) -> str:
    """The column of `people_of_wave` that says a respondent's group."""
    return f"of_{dimension}"


def answers_of_people(connection: Connection, people: np.ndarray, versions: Sequence[int]) -> Iterator[np.ndarray]:
    """Every answer to these questions (ids of their versions) of the respondents from the first to the last of
    `people` (ids, rising; who else has an id between them is told too) as one number (`unpacked`), some thousands of
    people at once.

    The database writes them one after the other as a text: with millions a third of the time of a row for each.
    """
    who, asked, code = (cast(column, BigInteger) for column in answers.c)
    packed = who * (1 << WHO) + asked * (1 << ASKED) + code + NEGATIVE
    written = select(func.aggregate_strings(cast(packed, String), ","))
    asked_for = answers.c.question_version_id.in_(list(versions))
    for first in range(0, len(people), PEOPLE):
        some = people[first : first + PEOPLE]
        theirs = answers.c.respondent_id.between(int(some[0]), int(some[-1]))
        text = connection.scalar(written.where(theirs, asked_for))
        yield np.fromstring(text or "", dtype=np.int64, sep=",")


def unpacked(packed: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """respondent_id, question_version_id and code of answers of `answers_of_people`."""
    return packed >> WHO, (packed >> ASKED) & ((1 << WHO - ASKED) - 1), (packed & ((1 << ASKED) - 1)) - NEGATIVE


def rows_of_wave(wave_id: int) -> Select:
    """Sheet, first and last row of a wave's respondents."""
    return select(
        func.min(_people.sheet).label("sheet"),
        func.min(_people.row).label("first_row"),
        func.max(_people.row).label("last_row"),
        func.count().label("respondents"),
    ).where(_people.wave_id == wave_id)


def respondent_ids(wave_id: int) -> Select:
    return select(_people.id).where(_people.wave_id == wave_id)
