"""Complementary suppression by linear programming: what else to withhold so that no withheld count is found."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from metrics.disclosure_attack import ANYTHING, Attack
from metrics.disclosure_ranges import Known, company, narrow
from metrics.disclosure_rules import SERVICE, SURVEY, told
from metrics.types import Estimate

A_TOTAL = 1e4  # what hiding a total costs beside its size: parts go first


class Company(NamedTuple):
    """`hide` are places of figures to withhold too, `exposed` those that earlier publications give away."""

    hide: list[int]
    exposed: list[int]


def find_company(attack: Attack, truths: Sequence[Estimate]) -> Company:
    """Withhold more until no withheld count can be known to fewer values than 0 to `small_count`.

    First from exact figures alone; then also from what the words say that withhold a figure ("a count from
    1 to 7"), where a count withheld by itself must keep all that its words leave open, or as much, if that can be.
    Counts that earlier publications withheld and this one lacks are protected against what is new in it.
    """
    hunt, width = _Hunt(attack), float(attack.rules.small_count)
    old = hunt.still_secret(attack.old_secrets, width)
    exposed: list[int] = []
    before = -1
    while before < (before := len(hunt.hidden)):
        hunt.words, hunt.exposed = {}, []
        hunt.settle([*attack.secrets, *old], width)
        exposed, hunt.exposed = hunt.exposed, []  # what words leave too little open isn't history's doing
        hunt.words = {each: _words(attack, truths, each) for each in (*attack.secrets, *hunt.hidden)}
        hunt.settle([each for each, (_, high) in hunt.words.items() if high < np.inf], width)
    places = [sorted({at for column in columns for at in attack.behind.get(column, ())})
              for columns in (hunt.hidden, exposed)]
    return Company(*places)


class _Hunt:
    """The attacker's knowledge as more and more is withheld; `words` are bounds that a reason told."""

    def __init__(self, attack: Attack):
        self.attack, self.known = attack, attack.known()
        self.words: dict[int, tuple[float, float]] = {}
        self.hidden: list[int] = []
        self.exposed: list[int] = []
        self.cost = np.full(len(self.known.truth), np.inf)
        totals = {total for total, _ in attack.sums}
        # what stands in an earlier publication can't be withheld any more
        for column in set(attack.now.values()) - set(attack.secrets) - set(attack.before):
            self.cost[column] = 1 + self.known.truth[column] + (A_TOTAL if column in totals else 0)

    def still_secret(self, columns: list[int], width: float) -> list[int]:
        """Those of the columns that earlier publications by themselves don't give away."""
        if not columns:
            return []
        low, high = np.array([self.attack.before.get(each, ANYTHING) for each in range(len(self.cost))]).T
        known = replace(self.known, low=low, high=high)
        lost = narrow(known, np.array(columns), np.full(len(columns), width))
        return [each for each in columns if each not in lost]

    def settle(self, secrets: list[int], width: float) -> None:
        """Withhold until each secret keeps that width, or nothing is left that could help it."""
        plain = not self.words
        while open_ := [each for each in {*secrets, *(self.hidden if plain else ())} if each not in self.exposed]:
            ranges = {each: self._wanted(each, width) for each in open_}
            widths = np.array([high - low for low, high in ranges.values()])
            found = narrow(self._told(), np.array(open_), widths)
            if not len(found):
                return
            lost = set(found.tolist())
            for part, columns in self._told().parts(found, np.isfinite(self.cost)):
                secret = int(columns[np.isin(columns, found)][0])
                lost -= set(columns.tolist())
                if not any(self._help(part, columns, secret, number) for number in ranges[secret]):
                    lost.add(secret)
            self.exposed += sorted(lost)

    def _wanted(self, secret: int, width: float) -> tuple[float, float]:
        """The range a secret should keep: up from the truth, but inside its words, where there are some."""
        truth = self.known.truth[secret]
        least, most = self.words.get(secret, ANYTHING)
        low = max(least, min(truth, most - width))
        return low, min(low + width, most)

    def _help(self, part: Known, columns: np.ndarray, secret: int, number: float) -> bool:
        """Withhold what lets the secret be that number; where no set does, the cheapest near it. False: none left."""
        cost = self.cost[columns]
        more = company(part, int(np.searchsorted(columns, secret)), number, cost, self._floors(columns))
        if more is None:
            more = np.argsort(cost)[:1]
        left = more[np.isfinite(cost[more])]
        for column in columns[left].tolist():
            self._hide(column)
        return bool(len(left))

    def _hide(self, column: int) -> None:
        self.hidden.append(column)
        self.cost[column] = np.inf
        self.known.low[column], self.known.high[column] = ANYTHING
        if self.words:
            floor = _floor(self.attack, column)
            self.words[column] = (floor if self.known.truth[column] >= floor else 0.0), np.inf

    def _told(self) -> Known:
        """What is known, with the words."""
        low, high = self.known.low.copy(), self.known.high.copy()
        for column, (least, most) in self.words.items():
            low[column], high[column] = max(low[column], least), min(high[column], most)
        return replace(self.known, low=low, high=high)

    def _floors(self, columns) -> np.ndarray:
        """How small each count may be without being withheld by itself, where words are known; else 0."""
        return np.array([_floor(self.attack, each) if self.words else 0.0 for each in columns])


def _words(attack: Attack, truths: Sequence[Estimate], column: int) -> tuple[float, float]:
    """What the words of a withheld figure tell of its count: its bounds, or that it isn't small by itself."""
    said = [ends for at in attack.behind[column] if (ends := told(truths[at], attack.rules))]
    floor, truth = _floor(attack, column), attack.truth[column]
    if said and said[0][0] <= truth <= said[0][1]:
        return said[0]
    return (floor, np.inf) if truth >= floor else ANYTHING


def _floor(attack: Attack, column: int) -> float:
    """From which size on a count isn't withheld by itself."""
    kind, rules = attack.names[column].series[0], attack.rules
    if kind == SERVICE:
        return rules.small_count + 1.0
    return float(rules.minimum_base if kind == SURVEY else rules.fewest_leaders)
