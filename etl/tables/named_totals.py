"""What the labels of a row say of its rank: a total, a nation, a region, or an area like the others."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from etl.area_names import NOT_OF_COUNCILS, code_of_name, without_notes
from etl.areas import is_group_name, is_region_name, is_total_name, is_whole
from etl.convert import as_text, fold
from etl.tables.cells import BLANK, MARK, cell_at, kind_of_cell
from etl.tables.own_parts import over_their_parts
from etl.tables.ranks import ABOVE
from etl.tables.types import Column
from etl.workbook import Raw, Sheet

LEVEL = re.compile(r"level|geography|breakdown|area.?type", re.I)
LEVELS = ("national", "country", "regional", "region", "england")
# In a column of times: no row to add up either, as "Change" or "2018 over 2017" is none.
COMPARES = re.compile(r"\bchange\b|\bdifference\b|\d\s(?:over|on|vs\.?|versus|compared (?:to|with))\s", re.I)
OF_WHICH = re.compile(r"\W*of (?:which|whom|these)\b", re.I)
FORCES = {"avon & somerset", "avon and somerset", "cleveland", "devon & cornwall", "devon and cornwall", "dyfed-powys",
          "humberside", "metropolitan police", "northumbria", "sussex", "thames valley", "west mercia"}  # fmt: skip
IN_LONDON = re.compile(r"metropolitan|\blondon\b", re.I)
NATIONS = {"england", "wales", "scotland", "northern ireland"}
MOST_AGAIN = 3  # times that a region's name is told again
FEWEST = 10  # codes, before a row without one is taken for a total


@dataclass
class Labels:
    """The labels of a table's rows. `named` are the columns that name a row's area, or the first dimension;
    `others` further dimensions and times; `kinds` row -> kind of its code; `filled` column -> {row: label}."""

    sheet: Sheet
    rows: Sequence[int]
    named: Sequence[Column]
    others: Sequence[Column]
    codes: Sequence[Column]
    kinds: Mapping[int, str]
    filled: Mapping[int, Mapping[int, str]] = field(default_factory=dict)

    def why_total(self, row: int) -> str:
        """Why the row adds others up by its labels, or ""."""
        return self._by_name(row) or self._by_others(row) or self._by_missing_code(row)

    def label(self, row: int, column: Column) -> Raw:
        """The label without footnotes, carried down where the cell is blank."""
        text = cell_at(self.sheet.rows[row], column.index)
        text = self.filled.get(column.index, {}).get(row) if text is None else text
        return without_notes(text) if isinstance(text, str) else text

    @cached_property
    def texts(self) -> dict[int, Raw]:
        return {row: text for row in self.rows if self.named and (text := self.label(row, self.named[0]))}

    @cached_property
    def below_nations(self) -> set[int]:
        """Rows of regions and smaller areas: by their codes, or named neither a nation nor a total."""
        coded = {row for row in self.rows if self.kinds.get(row) and self.kinds[row] not in ABOVE}
        return coded | {row for row, text in self.texts.items() if not is_whole(text) and not is_total_name(text)}

    @cached_property
    def below_regions(self) -> set[int]:
        coded = {row for row in self.rows if self.kinds.get(row) and self.kinds[row] not in ABOVE}
        return coded | {row for row in self.below_nations if not is_region_name(self.texts.get(row))}

    @cached_property
    def headed(self) -> Collection[int]:
        """Rows with an area smaller than a region right under them."""
        return {row for row, below in pairwise(self.rows) if below in self.below_regions}

    def _by_name(self, row: int) -> str:
        for column in self.named:
            text, area = self.label(row, column), column.role == "area_name"
            if is_total_name(text) or (area and self._is_group(text)):
                return f"its label says “{as_text(text)}”"
            if isinstance(text, str) and OF_WHICH.match(text):
                return f"“{as_text(text)}” is a part of another row"
            if self.kinds.get(row):
                continue
            if area and text in self._over_parts:
                return f"“{as_text(text)}” is the whole of areas beside it"
            if is_whole(text) and self._has_parts(row, text):
                return f"“{as_text(text)}” is the whole of the other areas"
            over = area and column is self.named[-1] and is_region_name(text) and len(self.below_regions) >= 2
            if over and not self._is_city(text) and not self._is_force(row, text):
                return f"“{as_text(text)}” is a region above other rows"
        return ""

    @cached_property
    def _over_parts(self) -> Collection[Raw]:
        """Names of areas of ours among their own districts: of councils, not of forces."""
        councils = self.named and not NOT_OF_COUNCILS.search(self.named[0].name)
        return over_their_parts(self.texts.values()) if councils else ()

    def _is_city(self, text: Raw) -> bool:
        """Whether "London" stands beside other places as one of them."""
        return fold(text) == "london" and self._beside_london

    @cached_property
    def _beside_london(self) -> bool:
        """Whether most of the smaller areas have a known code, and none lies in London."""
        names = {self.texts.get(row) for row in self.below_regions}
        known = [code for name in names if (code := code_of_name(name))]
        within = any(code.startswith("E09") for code in known) or any(re.search(IN_LONDON, str(name)) for name in names)
        return len(known) * 2 >= len(names) > 0 and not within

    def _is_force(self, row: int, text: Raw) -> bool:
        """Whether a region's name is a police force's: the one name that comes again below the region's own, or among
        forces without any other region."""
        if fold(text) == self._twice:
            return row != self._first[fold(text)]
        return len(FORCES & self._first.keys()) >= 2 and self._regions == 1

    @cached_property
    def _first(self) -> dict[str, int]:
        """Name -> the first row that says it."""
        found: dict[str, int] = {}
        for row, text in self.texts.items():
            found.setdefault(fold(text), row)
        return found

    @cached_property
    def _regions(self) -> int:
        return sum(map(is_region_name, self._first))

    @cached_property
    def _twice(self) -> str:
        """The one name that stands in several rows, where nothing else tells rows apart; "" where there are more."""
        if self.others or len(self.texts) > len(self._first) + MOST_AGAIN:
            return ""
        again = [name for name, count in Counter(map(fold, self.texts.values())).items() if count > 1]
        return again[0] if len(again) == 1 else ""

    def _is_group(self, text: Raw) -> bool:
        """Whether the label is of a group of areas; "Metropolitan" is one beside "Non-metropolitan", else a force."""
        if not is_group_name(text) or fold(text) != "metropolitan":
            return is_group_name(text)
        return any(re.match(r"non.?met|shire", str(each).strip(), re.I) for each in self.texts.values())

    def _has_parts(self, row: int, text: Raw) -> bool:
        """Whether a nation stands above others: of Wales beside the regions of England nothing is told but itself."""
        nations = {fold(each) for each in self.texts.values()} & NATIONS
        if fold(text) in NATIONS - {"england"}:
            alone = nations == {fold(text)} and not any(map(is_region_name, self.texts.values()))
            return row in self.headed or (alone and len(self.below_nations) >= 2)
        return len(self.below_nations) >= 2 or (len(nations) >= 2 and fold(text) not in NATIONS)

    def _by_others(self, row: int) -> str:
        for column, totals, wholes in self.telling:
            text = cell_at(self.sheet.rows[row], column.index)
            if text in totals or (text in wholes and self._unnamed(row)):
                return f"“{column.name or column.letters}” says “{as_text(text)}”"
        return ""

    @cached_property
    def telling(self) -> list[tuple[Column, set[Raw], set[Raw]]]:
        """Further columns with texts that say a row is a total, and with names of nations and regions."""
        found = []
        for column in self.others:
            texts = {text for row in self.rows if isinstance(text := cell_at(self.sheet.rows[row], column.index), str)}
            named = any(each.index == column.index for each in self.named)
            totals = set() if named else {text for text in texts if is_total_name(text)}
            totals |= {text for text in texts if LEVEL.search(column.name) and fold(text) in LEVELS}
            if column.role == "period":
                totals |= {text for text in texts if COMPARES.search(text)}
            wholes = set() if named else {text for text in texts if is_whole(text) or is_region_name(text)}
            if totals or wholes:
                found.append((column, totals, wholes))
        return found

    def _unnamed(self, row: int) -> bool:
        """Whether no area stands in the areas' own column, where there are areas smaller than regions."""
        unnamed = bool(self.named) and self.named[0].role == "area_name" and row not in self.texts
        return unnamed and len(self.below_regions) >= 2

    @cached_property
    def mostly_coded(self) -> bool:
        coded = sum(map(bool, self.kinds.values()))
        police = sum(kind == "police" for kind in self.kinds.values())  # not all of whose forces have an area
        return coded >= FEWEST and coded * 10 >= 8 * len(self.kinds) and police * 2 < coded

    def _by_missing_code(self, row: int) -> str:
        if not self.mostly_coded or self.kinds[row]:
            return ""
        blank = kind_of_cell(cell_at(self.sheet.rows[row], self.codes[0].index)) in (BLANK, MARK)
        return "no area's code stands in it, while the other rows have one" if blank else ""
