"""Personal data in text, found and taken out: a net, not proof. Nothing leaves this machine."""

import re
from collections.abc import Callable, Collection

from etl.personal_patterns import NEEDED, PATTERNS, is_nhs_number

__all__ = ["NAME", "REMOVED", "found_in", "is_a_person", "is_nhs_number", "is_personal", "redact"]

REMOVED = "[{what} removed]"
NAME = "a name"
AROUND = 4  # letters such as "tel" or "home"


def redact(text: str, skip: tuple[str, ...] = ()) -> tuple[str, list[str]]:
    """The text with personal data replaced by what it was, and the list of what was found.

    Words that only lead to a name, such as "Kind regards", stay.
    """
    kinds: list[str] = []
    for what, pattern, confirms in PATTERNS:
        if what in skip:
            continue

        def replace(found: re.Match, what: str = what, confirms: Callable = confirms) -> str:
            if not confirms(found):
                return found[0]
            kinds.append(what)
            kept = "" if found.lastgroup not in ("closed", "alone") else found[0].removesuffix(found[found.lastgroup])
            return kept + REMOVED.format(what=what.removeprefix("an ").removeprefix("a "))

        text = pattern.sub(replace, text)
    return text, kinds


def found_in(text: str, skip: tuple[str, ...] = ()) -> list[str]:
    """What kinds of personal data the text holds, each once."""
    signs = set(text)
    found = {
        what: None
        for what, pattern, confirms in PATTERNS
        if what not in skip and may_hold(what, signs) and any(confirms(each) for each in pattern.finditer(text))
    }
    return list(found)


def may_hold(what: str, signs: Collection[str]) -> bool:
    """Whether a text of these signs can hold that kind of personal data at all."""
    return what not in NEEDED or any(each in signs for each in NEEDED[what])


def is_personal(text: str) -> bool:
    """Whether a text is nothing but personal data, such as an email address: its finds, and hardly a letter more."""
    return _is_nothing_but(text, (NAME,))


def is_a_person(text: str) -> bool:
    """Whether a text is nothing but a person's name or other personal data."""
    return _is_nothing_but(text, ())


def _is_nothing_but(text: str, skip: tuple[str, ...]) -> bool:
    rest, kinds = redact(text, skip)
    return bool(kinds) and len(re.sub(r"\[[^\]]* removed\]|\W", "", rest)) <= AROUND
