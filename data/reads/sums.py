"""The selects behind the stored sums of a wave: the database groups, whatever the number of respondents."""

from collections.abc import Sequence

from sqlalchemy import (
    ColumnElement,
    Float,
    Select,
    String,
    and_,
    case,
    cast,
    column,
    func,
    literal,
    null,
    select,
    values,
)

from data.schema import answers, respondents, weights

_people = respondents.c

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


def _numbered_psus(wave_id: int):
    """Each sampling point of a wave with a number in place of its name, which may be a person's code."""
    return (
        select(_people.stratum, _people.psu, cast(func.min(_people.id), String).label("number"))
        .where(_people.wave_id == wave_id)
        .group_by(_people.stratum, _people.psu)
        .subquery("psus")
    )


def _weighted(wave_id: int, weight_set_id: int, *columns) -> tuple[Select, ColumnElement]:
    psus = _numbered_psus(wave_id)
    statement = (
        select(literal(weight_set_id), *columns, _people.stratum, psus.c.number)
        .select_from(respondents)
        .join(psus, (psus.c.stratum == _people.stratum) & (psus.c.psu == _people.psu))
        .join(weights, weights.c.respondent_id == _people.id)
        .where(_people.wave_id == wave_id, weights.c.weight_set_id == weight_set_id)
    )
    return statement, psus.c.number


def design(wave_id: int, weight_set_id: int) -> Select:
    """Rows of wave_psus: weight_set_id, stratum, psu, n, w."""
    statement, number = _weighted(wave_id, weight_set_id)
    return statement.add_columns(func.count(), func.sum(weights.c.weight)).group_by(_people.stratum, number)


def cells(wave_id: int, weight_set_id: int, dimension: str) -> Select:
    """Rows of wave_sums for one dimension: weight_set_id, question_version_id, code, group_dim,
    group_value, stratum, psu, n, w, w2. Respondents without a value of the dimension are left out."""
    value = DIMENSIONS[dimension].label("group_value")
    asked, code, weight = answers.c.question_version_id, answers.c.code, weights.c.weight
    statement, number = _weighted(
        wave_id, weight_set_id, asked, code, literal(dimension).label("group_dim"), value
    )
    statement = statement.join(answers, answers.c.respondent_id == _people.id)
    grouped = [asked, code, _people.stratum, number]
    if dimension:
        statement = statement.where(DIMENSIONS[dimension].is_not(None))
        grouped.append(value)
    return statement.add_columns(func.count(), func.sum(weight), func.sum(weight * weight)).group_by(*grouped)


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


def weights_by_traits(
    wave_id: int, weight_set_id: int, traits: Sequence[str], cells: Sequence[tuple[str | float, ...]]
) -> Select:
    """Rows of weights: each respondent's is that of their cell, none where no cell is theirs.

    `cells` are the traits' values, then a weight.
    """
    columns = [*(column(name, String) for name in traits), column("weight", Float)]
    listed = values(*columns, name="listed").data(list(cells)).cte("cells")
    same = and_(*(_trait(name) == listed.c[name] for name in traits))
    return (
        select(literal(weight_set_id), _people.id, listed.c.weight)
        .join(listed, same, isouter=True)  # outer, so that it is the cells that are looked up, not the people
        .where(_people.wave_id == wave_id)
    )


def _trait(name: str) -> ColumnElement:
    """A respondent's value of a dimension; empty where they have none."""
    return func.coalesce(DIMENSIONS[name], "")
