"""Columns that answer on the same scale: one of them may lack a point that nobody chose there."""

from collections import Counter
from collections.abc import Mapping, Sequence

from etl.convert import fold
from etl.number_codes import MOST_LABELS, is_number
from etl.platforms.types import Label
from etl.scales import no_answer, one_family

ALIKE = 0.6  # of the labels of the shorter of two columns
YES_OR_NO = frozenset(("yes", "no"))  # a whole scale: no point of it is missing


def shared_labels(columns: Sequence[tuple[int, Label]], counted: Mapping[int, Counter]) -> dict[int, tuple[str, ...]]:
    """Column -> the labels of all columns that answer on its scale.

    Rows of one grid share a scale where they have an answer in common or all their answers are of one known scale,
    other columns where they have most in common.
    """
    worded = {at: set(counted[at]) for at, _ in columns if 2 <= len(counted[at]) <= MOST_LABELS}
    worded = {at: said for at, said in worded.items() if not all(is_number(text) for text in said)}
    stems = {at: label.text for at, label in columns if label.item}
    pools: list[tuple[set[str], list[int]]] = []
    for at, said in worded.items():
        grid = [at in stems and stems.get(members[0]) == stems[at] for _, members in pools]
        pool = next((each for each, row in zip(pools, grid, strict=True) if _same(each[0], said, row)), None)
        if pool:
            pool[0].update(said)
            pool[1].append(at)
        else:
            pools.append((set(said), [at]))
    return {at: tuple(sorted(pool)) for pool, members in pools for at in members if len(members) > 1}


def _same(pool: set[str], said: set[str], grid: bool) -> bool:
    both = pool & said
    if not grid and YES_OR_NO in ({fold(text) for text in pool}, {fold(text) for text in said}):
        return pool == said
    if grid:
        return any(no_answer(text) is None for text in both) or one_family(pool | said)
    return len(both) >= max(2, ALIKE * min(len(pool), len(said)))
