"""What an upload changes among the live rows, counted by the database."""

from dataclasses import dataclass

from sqlalchemy import Connection, Table, and_, case, func, literal, select, tuple_, union, union_all

from data.reads.live import SUPERSEDE_KEYS, live_rows, live_waves
from data.schema import answers, leader_answers, leader_forms, network_ties, respondents, uploads, waves

# Where a row came from is not what it says.
PLACE = ("id", "upload_id", "wave_id", "sheet", "row", "cell")
# Of a survey: the table of its people, what names one within a wave, its answers, and what ties those to it.
SURVEYS = {
    "citizen_survey": (respondents, ("code",), answers, "respondent_id"),
    "leader_survey": (leader_forms, ("ratee_id", "rater_code"), leader_answers, "form_id"),
}


@dataclass(frozen=True, slots=True)
class RowChanges:
    """Live rows with an upload against those without it; `same` of the upload's own. A respondent is a row.

    `displaced` illustrative rows count no more because real ones have come."""

    added: int
    changed: int
    removed: int
    same: int
    displaced: int = 0


def row_changes(connection: Connection, upload_id: int) -> RowChanges:
    """How an upload that counts changes the live rows of its dataset. KeyError if unknown."""
    dataset = connection.scalar(select(uploads.c.dataset).where(uploads.c.id == upload_id))
    if dataset is None:
        raise KeyError(f"there is no upload {upload_id}")
    if dataset in SURVEYS:
        return _of_survey(connection, dataset, upload_id)
    return _of_table(connection, next(each for each in SUPERSEDE_KEYS if each.name == dataset), upload_id)


def _of_table(connection: Connection, table: Table, upload_id: int) -> RowChanges:
    values = [each.name for each in table.columns if each.name not in PLACE]
    # a wave of ties has no key within it: a tie is there or it is not
    key = values if table is network_ties else list(SUPERSEDE_KEYS[table])
    without, including = (live_rows(table, excluding=ids) for ids in ([upload_id], []))
    names = [*values, "origin"]
    both = _sides(*([each.c[name] for name in names] for each in (without, including)))
    added, removed, kept = _counted(connection, both, key)
    changed = kept - _counted(connection, both, names)[2]
    own = connection.scalar(select(func.count()).select_from(including).where(including.c.upload_id == upload_id))
    displaced = _fewer_illustrative(connection, without, including)
    return RowChanges(added, changed, removed, own - added - changed, displaced)


def _fewer_illustrative(connection: Connection, without, including) -> int:
    counts = (select(func.count()).select_from(each).where(each.c.origin == "sample") for each in (without, including))
    before, after = map(connection.scalar, counts)
    return before - after


def _of_survey(connection: Connection, dataset: str, upload_id: int) -> RowChanges:
    people, code, given, ref = SURVEYS[dataset]
    traits = [each.name for each in people.columns if each.name not in PLACE]
    named = select(waves.c.wave).where(waves.c.upload_id == upload_id)
    live = [live_waves(dataset, excluding=ids) for ids in ([upload_id], [])]
    mine = [and_(people.c.wave_id == each.c.id, each.c.wave.in_(named)) for each in live]
    # traits, then answers, each with the wave it belongs to
    said = [[each.c.wave, each.c.origin, *(people.c[name] for name in traits)] for each in live]
    # labelled, for an answer's code is not a respondent's
    answered = [column.label(f"answer_{column.name}") for column in given.columns if column.name != ref]
    ticked = [[each.c.wave, *(people.c[name] for name in code), *answered] for each in live]
    key = ["wave", *code]
    of_people = _sides(*said, where=mine)
    added, removed, kept = _counted(connection, of_people, key)
    everyone = [
        select(each.c.wave, each.c.origin).join(people, people.c.wave_id == each.c.id).subquery() for each in live
    ]
    displaced = _fewer_illustrative(connection, *everyone)
    if displaced:  # of every wave, while `mine` are those of the upload
        removed += displaced - _fewer_illustrative(connection, *(_of(each, named) for each in everyone))
    if not kept:
        return RowChanges(added, 0, removed, 0, displaced)
    of_answers = _sides(*ticked, where=[and_(each, given.c[ref] == people.c.id) for each in mine])
    differing = union(*(_differing(each, key) for each in (of_people, of_answers))).subquery()
    twice = _grouped(of_people, key).having(func.sum(of_people.c.before) == func.sum(of_people.c.after)).subquery()
    changed = connection.scalar(
        select(func.count()).select_from(twice)
        .where(tuple_(*(twice.c[name] for name in key)).in_(select(*(differing.c[name] for name in key))))
    )  # fmt: skip
    return RowChanges(added, changed, removed, kept - changed, displaced)


def _of(people, named):
    """The people of the waves so named."""
    return select(people).where(people.c.wave.in_(named)).subquery()


def _sides(without, including, where=(None, None)):
    """Both states below each other, each row with a one in `before` or in `after`."""
    marks = ((literal(1).label("before"), literal(0).label("after")), (literal(0), literal(1)))
    parts = [
        select(*columns, *mark) if condition is None else select(*columns, *mark).where(condition)
        for columns, mark, condition in zip((without, including), marks, where, strict=True)
    ]
    return union_all(*parts).subquery("sides")


def _grouped(sides, names):
    columns = [sides.c[name] for name in names]
    return select(*columns, func.sum(sides.c.before).label("b"), func.sum(sides.c.after).label("a")).group_by(*columns)


def _counted(connection: Connection, sides, names) -> tuple[int, int, int]:
    """Rows only after, only before, and in both; rows alike in `names` are set against each other."""
    each = _grouped(sides, names).subquery()
    more, less = each.c.a - each.c.b, each.c.b - each.c.a
    both = case((each.c.a < each.c.b, each.c.a), else_=each.c.b)
    sums = (func.coalesce(func.sum(case((one > 0, one), else_=0)), 0) for one in (more, less, both))
    return tuple(map(int, connection.execute(select(*sums)).one()))


def _differing(sides, key):
    """The keys of rows that are not the same on both sides."""
    names = [each.name for each in sides.columns if each.name not in ("before", "after")]
    uneven = _grouped(sides, names).having(func.sum(sides.c.before) != func.sum(sides.c.after)).subquery()
    return select(*(uneven.c[name] for name in key))
