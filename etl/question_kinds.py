"""What kind of question a column is, by its labels or by the answers it holds, and which of them are none."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from etl.choices import ranked_in, several_in
from etl.convert import fold
from etl.multiples import NO, YES
from etl.number_codes import MOST_LABELS, is_number, of_numbers
from etl.platforms.types import Label, Question
from etl.scales import Scale, no_answer, scale_of

OTHER_TEXT = re.compile(
    (
        r".*\bother\b.*(?:specify|state|describe|text|say)|.*_text\b|.*\[other\]|.*other \(please.*|"
        r".*- other.*- text|other"
    ),
    re.I,
)
SURELY_OTHER = re.compile(
    r"_TEXT$|\[other\]$|_oth(?:er)?$|write[- ]in$"
    r"|(?:please|pls) (?:specify|state|say|describe)(?: (?:it|here|below|which|them|briefly))*\W*$",
    re.I,
)
OTHERS = frozenset((
    "other", "autre", "autres", "sonstiges", "sonstige", "andere", "anderes", "otro", "otra", "otros", "altro", "inne",
    "arall",
))  # fmt: skip
ASKS_FOR_WORDS = re.compile(
    r".*\b(?:comments?|feedback|suggestions?|in your own words|open[- ]ended|(?:anything|something) else"
    r"|please (?:explain|describe|expand|elaborate|tell us|give (?:details|reasons?|examples?))"
    r"|tell us (?:more|why))\b.*"
    r"|(?:.*\b)?why(?: not| is that)?\s*\??",
    re.I | re.S,
)
MOST_DIFFERENT = 2_000  # answers; of more than these only those that come again are looked at one by one
DECLARED = ("missing", "declared missing in the file")


def in_one_cell(separator: str, said: Counter) -> dict[str, str]:
    """{"kind", "reason"} of answers that are several choices each, in an order or in none."""
    if not separator:
        return {}
    ranked = ranked_in(said, separator)
    several = ranked or several_in(said, separator)
    return {"kind": "rank" if ranked else "multi", "reason": several} if several else {}


def apart_of(said: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Folded answer -> (absence, meaning), of the answers that are none by their words."""
    return {fold(text): found for text in said if (found := no_answer(text))}


def apart_by_label(labels: Mapping[str, str], missing: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Folded code -> (absence, meaning), of the codes whose label is no answer and of those declared missing."""
    apart = {fold(value): found for value, label in labels.items() if (found := no_answer(label))}
    return apart | {fold(value): DECLARED for value in missing if fold(value) not in apart}


def is_other_text(label: Label, said: Counter) -> bool:
    """A field for what is none of the options; not the option "Other" itself, whose only answer is its own name."""
    texts = (label.item, label.name, label.text)
    own = {fold(text) for text in texts}
    if fold(label.name) == fold(label.text) == "other" and said:
        return not {fold(text) for text in said} <= own | YES | NO and not all(is_number(text) for text in said)
    if any(SURELY_OTHER.search(text) for text in texts) and not {fold(text) for text in said} & own:
        return not said or not all(is_number(text) or fold(text) in YES | NO for text in said)
    if fold(label.item) in OTHERS and said:
        return not {fold(text) for text in said} <= own | YES | NO and not all(is_number(text) for text in said)
    return any(OTHER_TEXT.fullmatch(text) for text in texts) and _is_free(said)


def _is_free(said: Counter) -> bool:
    return not said or len(said) > 0.5 * sum(said.values()) or max(map(len, said)) > 40


def labelled(plain: Question, labels: dict[str, str], missing: Sequence[str], said: Counter) -> Question:
    """Codes with labels of the file's own: the codes stay, and a label that is no answer sets its code apart."""
    apart = apart_of(text for text in said if not is_number(text) and text not in labels) | apart_by_label(
        labels, missing
    )
    ticks = {fold(label) for label in labels.values()}
    if ticks <= YES | NO and any(each.startswith(("not ", "un")) for each in ticks):
        return replace(plain, kind="multi", labels=dict(labels), apart=apart, reason="labelled as ticked or not")
    if labels and all(fold(value) in apart for value in labels):  # an age, say, of which only 999 has a label
        found = by_answers(plain, said, (), [*labels, *missing])
        return replace(found, labels=dict(labels), apart={**found.apart, **apart})
    scale = scale_of([label for value, label in labels.items() if fold(value) not in apart and not is_number(label)])
    if scale and scale.ordered:
        apart |= _beyond(labels, apart, scale)
    points = [value for value in dict.fromkeys((*labels, *said)) if fold(value) not in apart and is_number(value)]
    codes = {fold(value): float(value) for value in points}
    listed = set(said) <= set(labels) or len(said) <= MOST_LABELS
    kind = _kind(scale) if scale and scale.ordered else "single" if listed else "number"
    reason = "the file's own value labels" + (f"; {len(apart)} of them no answer" if apart else "")
    return replace(plain, kind=kind, labels=dict(labels), codes=codes, apart=apart, reason=reason, confidence=0.97)


def _beyond(labels: dict[str, str], apart: Mapping[str, tuple[str, str]], scale: Scale) -> dict[str, tuple[str, str]]:
    """Codes apart from those of the scale whose label says nothing of it, such as 7 "Never tried" over 1 to 4."""
    numbers = {value: label for value, label in labels.items() if is_number(value) and fold(value) not in apart}
    known = [float(value) for value, label in numbers.items() if fold(label) in scale.codes]
    return {
        fold(value): ("missing", f"no point of the scale: “{label}”")
        for value, label in numbers.items()
        if fold(label) not in scale.codes and known and not min(known) - 1 <= float(value) <= max(known) + 1
    }


def by_answers(plain: Question, said: Counter, shared: Sequence[str], declared: Sequence[str]) -> Question:
    """A question of which only the answers are known: `shared` the labels of columns on the same scale, `declared`
    the values that the file itself declares missing."""
    if not said:
        return replace(plain, kind="text", reason="nobody answered", confidence=0.5)
    often = said if len(said) <= MOST_DIFFERENT else [text for text, times in said.items() if times > 1]
    apart = apart_of(often) | {fold(value): DECLARED for value in declared}
    given = Counter({text: times for text, times in said.items() if fold(text) not in apart})
    if given and all(is_number(text) for text in given):
        numbers = of_numbers(plain, given)  # what is declared missing needs no guess
        return replace(numbers, apart={**numbers.apart, **apart})
    if scale := _scale(said, shared):
        return replace(
            plain,
            kind=_kind(scale),
            codes=scale.codes,
            apart=scale.apart,
            reason=scale.reason,
            confidence=scale.confidence,
        )
    total = sum(said.values())
    if ASKS_FOR_WORDS.fullmatch(plain.item or plain.text):
        return replace(plain, kind="text", apart=apart, reason="it asks for people's own words", confidence=0.8)
    if len(said) <= MOST_LABELS and (len(said) <= 12 or len(said) < 0.5 * total) and max(map(len, said)) <= 120:
        return replace(
            plain, kind="single", apart=apart, reason=f"{len(said)} different answers, no order in them", confidence=0.7
        )
    return replace(
        plain, kind="text", apart=apart, reason=f"{len(said):,} different answers in {total:,}", confidence=0.8
    )


def _kind(scale: Scale) -> str:
    return "band" if scale.banded else "scale" if scale.ordered else "single"


def _scale(said: Counter, shared: Sequence[str]) -> Scale | None:
    return (scale_of(shared) or scale_of(said)) if len(said) <= MOST_LABELS else None
