"""The framework's lists as the ETL looks them up: any accepted way of writing a thing -> its id."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from data.framework import Framework
from etl.area_names import LONGEST_NAME, code_meant, code_of_name, without_notes
from etl.areas import plain_name
from etl.convert import fold
from etl.hints import did_you_mean
from etl.specs import ColumnSpec, DatasetSpec
from etl.workbook import Raw

LISTS = {"area": "areas", "service": "services", "sector": "sectors"}  # of a column's type
PROBLEMS = {"area": "unknown_area", "service": "unknown_service", "sector": "unknown_sector"}


NHS_KINDS = (
    (re.compile(r"\b(?:nhs (?:foundation )?trust|nhs ft|foundation trust|ft)\b"), "trust"),
    (re.compile(r"\bintegrated care board\b"), "icb"),
    (re.compile(r"^(?:the|nhs)\b|&| and |\W"), ""),
)  # ways of writing the same board or trust


@dataclass(frozen=True, slots=True)
class Codebook:
    """`lists` name -> {folded text: id}; `questions` and `items` id -> the framework's entry. `members` area ->
    all its parts, of areas that may be summed; `shares` the measures of others that are percentages; `names` name of
    an area -> its code; `joined` the same names as one word."""

    lists: Mapping[str, Mapping[str, str]]
    questions: Mapping[str, Any]
    items: Mapping[str, Any] = field(default_factory=dict)
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shares: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    joined: Mapping[str, str] = field(default_factory=dict)

    def area(self, raw: Raw) -> str:
        """The area of ours that a cell means, by code or name however written; "" where none is or it may be two."""
        known, text = self.lists.get(LISTS["area"], {}), fold(raw)
        if text in known or not isinstance(raw, str):
            return known.get(text, "")
        name = without_notes(raw)
        return known.get(fold(code_meant(name))) or self.joined.get(_joined(name), "")

    def area_hint(self, text: str) -> str:
        """“Did you mean …?” of a text that nearly names an area of ours and isn't known as another's."""
        if code_of_name(text):
            return ""
        return did_you_mean(text, self.names) or did_you_mean(plain_name(text[:LONGEST_NAME]), self.names)

    def accepted(self, column: ColumnSpec) -> Mapping[str, object]:
        """Folded text -> stored value, for a column whose values must be one of a list."""
        name = LISTS.get(column.type) or column.vocabulary
        own = {fold(choice): choice for choice in column.choices}
        spaced = {fold(choice.replace("_", " ")): choice for choice in column.choices}
        return {
            **spaced,
            **own,
            **{fold(text): value for text, value in column.also.items()},
            **(self.lists[name] if name else {}),
        }

    def answers(self, question: str) -> Mapping[str, int]:
        """Folded label or code as text -> the code, for one question."""
        labels = self.questions[question].labels
        return {
            **{str(label.code): label.code for label in labels},
            **{fold(label.label): label.code for label in labels},
        }

    def values(self, column: ColumnSpec) -> tuple[str, ...]:
        """The stored values of such a column, in the framework's order, each once."""
        return tuple(dict.fromkeys(str(value) for value in self.accepted(column).values() if value != ""))

    def fields(self, spec: DatasetSpec) -> tuple[str, ...]:
        """Every field a sheet of the dataset may have: its columns, then the questions."""
        return spec.names + (tuple(self.questions) if spec.question_columns else ())


def codebook(framework: Framework) -> Codebook:
    """The lists of a framework. A name that two ids share isn't accepted, only the ids are."""
    lists = {
        "areas": _by_text([(area.code, area.name) for area in framework.areas]),
        "services": _by_text([(each.id, each.name) for each in framework.services]),
        "sectors": _by_text([(each.id, each.name) for each in framework.sectors]),
        "citizen_groups": _by_text([(each.id, each.name) for each in framework.citizen_groups]),
    }
    asked = ({each.id: each for each in entries} for entries in (framework.questions, framework.items))
    names = {area.name: code for area in framework.areas if (code := lists["areas"].get(fold(area.name)))}
    joined = {text: code for text, code in ((_joined(name), code) for name, code in names.items()) if text}
    return Codebook(lists, *asked, _summable(framework), _percentages(framework), names, joined)


def _joined(name: str) -> str:
    """A name as one word, its kind of board or trust written in one way; "" where it is too long for a name."""
    text = fold(name) if len(name) <= LONGEST_NAME else ""
    for pattern, kind in NHS_KINDS:
        text = pattern.sub(kind, text)
    return text


def _summable(framework: Framework) -> dict[str, tuple[str, ...]]:
    return {
        area.code: tuple(member.code for member in area.members)
        for area in framework.areas
        if getattr(area, "members", ()) and area.members_complete and not any(m.valid_from for m in area.members)
    }


def _percentages(framework: Framework) -> frozenset[str]:
    indicators = [each for each in getattr(framework, "indicators", ()) if each.unit == "percent"]
    return frozenset({name for each in indicators for name in (each.id, each.published_measure) if name})


def _by_text(entries: list[tuple[str, str]]) -> dict[str, str]:
    codes_of = Counter(fold(name) for name, _ in {(name, code) for code, name in entries})
    named = {fold(name): code for code, name in entries if codes_of[fold(name)] == 1}
    return {**named, **{fold(code): code for code, _ in entries}}
