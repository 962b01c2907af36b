"""What an attacker knows who keeps every publication: counts, how exactly each is known, which add up.

A count is known under its vintage, the uploads its figure was made from: recomputed from other uploads it
is another quantity, and isn't combined with the first. A publication's sums hold for its own vintages.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from metrics.disclosure_counts import Count, counts_of, sums_of
from metrics.disclosure_ranges import SLACK, Known, furthest
from metrics.disclosure_rules import Rules, is_hidden, is_rounded, rounded_count
from metrics.types import Estimate

Vintage = frozenset
ANYTHING = (0.0, np.inf)


class Earlier(NamedTuple):
    """A publication still readable: the uploads it rested on, and its figures as they were published."""

    uploads: frozenset[int]
    estimates: Sequence[Estimate]


class Attack:
    """Columns are counts of one vintage; rows are sums that a publication let anybody make.

    `behind` lists the places of the new publication's figures that tell a column's count; `before` says
    which columns are known from earlier publications, `old_secrets` those withheld there and not there now.
    """

    def __init__(self, truths: Sequence[Estimate], shown: Sequence[Estimate], earlier: Sequence[Earlier], rules: Rules):
        self.rules = rules
        self.columns: dict[tuple, int] = {}
        self.vintages: list[object] = []
        self.truth: list[float] = []
        self.bounds: list[tuple[float, float]] = []
        self.behind: dict[int, list[int]] = {}
        self.before: dict[int, tuple[float, float]] = {}
        self.sums: dict[tuple, None] = {}
        self.secrets: list[int] = []
        self.old_secrets: list[int] = []
        self.now = self._new(truths, shown)
        for number, publication in enumerate(earlier):
            self._old(number, publication)
        self.names = {column: count for (count, _), column in self.columns.items()}

    def lasting(self) -> set[int]:
        """The places of figures whose count an earlier publication tells."""
        return {at for column in self.before for at in self.behind.get(column, ())}

    def known(self) -> Known:
        """As a linear system; sums that don't hold for the true numbers are left out, as they would mislead."""
        truth = np.array(self.truth)
        low, high = np.array(self.bounds, dtype=float).reshape(-1, 2).T
        rows, target = [], []
        for total, parts in self.sums:
            rest = truth[total] - truth[list(parts)].sum()
            if np.isnan(rest):
                fits = low[list(parts)].sum() <= high[total] + SLACK and high[list(parts)].sum() >= low[total] - SLACK
                rest = 0.0 if fits else -1.0
            if rest >= -SLACK:  # people in no group are taken as known: that only makes the attacker stronger
                rows.append((total, parts))
                target.append(-rest)
        return _with_truth(Known(_matrix(rows, len(truth)), np.array(target), low, high, truth))

    def _new(self, truths, shown) -> dict[Count, int]:
        traces = _traces(truths, self.rules)
        now: dict[Count, int] = {}
        told: set[int] = set()
        for at, (true, out) in enumerate(zip(truths, shown, strict=True)):
            for count, number in counts_of(true, self.rules).items():
                if number is None and not is_hidden(out):
                    continue
                column = self._column(count, traces.get(count, Vintage()), number)
                now[count] = column
                self.behind.setdefault(column, []).append(at)
                if out.value is not None:
                    told.add(column)
                    self.bounds[column] = interval(out, number, self.rules)
        self.secrets = [column for column in now.values() if column not in told]
        self._add_sums(now)
        return now

    def _old(self, number: int, publication: Earlier) -> None:
        traces = _traces(publication.estimates, self.rules)
        there: dict[Count, int] = {}
        for e in publication.estimates:
            for count, value in counts_of(e, self.rules).items():
                if value is not None:
                    there[count] = self._seen(count, traces[count], number, interval(e, value, self.rules))
                elif is_hidden(e) and count not in there:
                    there[count] = self._unseen(count, number, publication.uploads)
        self._add_sums(there)

    def _seen(self, count, vintage, number, ends) -> int:
        """The column of a count that an earlier publication shows."""
        column = self.columns.get((count, vintage))
        truth = np.nan if column is None else self.truth[column]
        if truth < ends[0] - SLACK or truth > ends[1] + SLACK:
            column = None  # made differently then: another quantity
        if column is None:
            column = self._column(count, vintage if (count, vintage) not in self.columns else (number, vintage), None)
        low, high = self.before.get(column, ANYTHING)
        self.before[column] = max(low, ends[0]), min(high, ends[1])
        low, high = self.bounds[column]
        self.bounds[column] = max(low, ends[0]), min(high, ends[1])
        if ends[0] == ends[1]:
            self.truth[column] = ends[0]
        return column

    def _unseen(self, count, number, uploads) -> int:
        """The column of a count withheld there: today's, where today's uploads were live then, else its own."""
        today = self.now.get(count)
        if today is not None and self.vintages[today] <= uploads:
            return today
        column = self._column(count, ("withheld", number), None)
        if today is None and column not in self.old_secrets:
            self.old_secrets.append(column)
        return column

    def _column(self, count, vintage, number) -> int:
        column = self.columns.setdefault((count, vintage), len(self.truth))
        if column == len(self.truth):
            self.vintages.append(vintage)
            self.truth.append(np.nan if number is None else float(number))
            self.bounds.append(ANYTHING)
        elif number is not None:
            self.truth[column] = float(number)
        return column

    def _add_sums(self, places: dict[Count, int]) -> None:
        for total, parts in sums_of(places, self.rules):
            self.sums[places[total], tuple(sorted(places[part] for part in parts))] = None


def interval(e: Estimate, number: float, rules: Rules) -> tuple[float, float]:
    """Between which numbers a count lies that is shown: itself, or what would be rounded to the same."""
    if not is_rounded(e, rules) or number == 0:
        return number, number
    rounded, half = rounded_count(number, rules), rules.round_to // 2
    return max(rounded - half, 0.0), rounded + half


def _traces(estimates: Iterable[Estimate], rules: Rules) -> dict[Count, Vintage]:
    """The uploads behind each count: of several figures of it the one made from the fewest."""
    found: dict[Count, Vintage] = {}
    for e in estimates:
        vintage = Vintage(part[0] for part in e.trace)
        for count in counts_of(e, rules):
            if count not in found or (vintage and not found[count]) or 0 < len(vintage) < len(found[count]):
                found[count] = vintage
    return found


def _matrix(rows: Sequence[tuple[int, tuple[int, ...]]], columns: int) -> csr_matrix:
    """Sums as rows: 1 for each part, -1 for the total."""
    at = [row for row, (_, parts) in enumerate(rows) for _ in range(len(parts) + 1)]
    places = [column for total, parts in rows for column in (*parts, total)]
    signs = [sign for _, parts in rows for sign in (*[1.0] * len(parts), -1.0)]
    return csr_matrix((signs, (at, places)), shape=(len(rows), columns))


def _with_truth(known: Known) -> Known:
    """Numbers that fit for counts whose true ones nobody here knows (withheld by their source, or long ago)."""
    unknown = np.flatnonzero(np.isnan(known.truth))
    if not len(unknown):
        return known
    sure = ~np.isnan(known.truth)
    fixed = Known(
        known.matrix, known.target, np.where(sure, known.truth, known.low),
        np.where(sure, known.truth, known.high), known.truth,
    )
    truth, keep = np.where(sure, known.truth, known.low), np.ones(len(known.target), dtype=bool)
    for part, columns in fixed.parts(unknown):
        try:
            truth[columns] = furthest(part, np.zeros(len(columns)))
        except ArithmeticError:  # these sums can't all have held: they tell the attacker nothing
            keep &= known.matrix[:, columns].getnnz(axis=1) == 0
    return Known(known.matrix[keep], known.target[keep], known.low, known.high, truth)
