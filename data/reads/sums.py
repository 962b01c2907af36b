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

WEIGHED_BY = ("district", "age", "sex", "ethnicity", "tenure")


def people_weighed(wave_id: int, weight_set_id: int) -> Select:
    """Each respondent of a wave with a weight in the set, in the order of their ids: id, stratum, psu, weight, and
    a column (`column_of`) for each dimension."""
    return (
        select(
            _people.id, _people.stratum, _people.psu, weights.c.weight,
            *(value.label(column_of(name)) for name, value in DIMENSIONS.items()),
        )
        .join(weights, weights.c.respondent_id == _people.id)
        .where(_people.wave_id == wave_id, weights.c.weight_set_id == weight_set_id)
        .order_by(_people.id)
    )  # fmt: skip


def column_of(dimension: str) -> str:
    """The column of `people_weighed` that says a respondent's group."""
    return f"of_{dimension}"


def answers_of_wave(
    connection: Connection, wave_id: int, people: np.ndarray, versions: Sequence[int]
) -> Iterator[np.ndarray]:
    """Every answer of these respondents (ids, rising) to these questions (ids of their versions) as one number
    (`unpacked`), some thousands of people at once.

    The database writes them one after the other as a text: with millions a third of the time of a row for each.
    """
    who, asked, code = (cast(column, BigInteger) for column in answers.c)
    packed = who * (1 << WHO) + asked * (1 << ASKED) + code + NEGATIVE
    written = select(func.aggregate_strings(cast(packed, String), ",")).join(
        respondents, answers.c.respondent_id == _people.id
    )
    asked_for = answers.c.question_version_id.in_(list(versions))
    for first in range(0, len(people), PEOPLE):
        some = people[first : first + PEOPLE]
        theirs = _people.id.between(int(some[0]), int(some[-1]))
        text = connection.scalar(written.where(_people.wave_id == wave_id, theirs, asked_for))
        yield np.fromstring(text or "", dtype=np.int64, sep=",")


def unpacked(packed: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """respondent_id, question_version_id and code of answers of `answers_of_wave`."""
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


def people_by_traits(wave_id: int) -> Select:
    """How many respondents have which traits and which weight of their own: WEIGHED_BY, supplied_weight, n."""
    by = [*(_trait(name).label(name) for name in WEIGHED_BY), _people.supplied_weight]
    return (
        select(*by, func.count().label("n")).where(_people.wave_id == wave_id).group_by(*by).order_by(*by)
    )


def supplied_weights(wave_id: int, weight_set_id: int) -> Select:
    """Rows of weights: each respondent's own, as it came."""
    return select(literal(weight_set_id), _people.id, _people.supplied_weight).where(
        _people.wave_id == wave_id
    )


def traits_of_people(wave_id: int, traits: Sequence[str]) -> Select:
    """Each respondent of a wave: id, then their traits; empty where they have none."""
    return select(_people.id, *(_trait(name).label(name) for name in traits)).where(_people.wave_id == wave_id)


def _trait(name: str) -> ColumnElement:
    """A respondent's value of a dimension; empty where they have none."""
    return func.coalesce(DIMENSIONS[name], "")
