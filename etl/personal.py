"""Personal data in text, found and taken out: a net, not proof. Nothing leaves this machine."""

import re
from collections.abc import Callable

from etl.personal_patterns import PATTERNS, is_nhs_number

__all__ = ["NAME", "REMOVED", "found_in", "is_nhs_number", "is_personal", "redact"]

REMOVED = "[{what} removed]"
NAME = "a name"
AROUND = 4  # letters such as "tel" or "home"


def redact(text: str, skip: tuple[str, ...] = ()) -> tuple[str, list[str]]:
    """The text with personal data replaced by what it was, and the list of what was found."""
    kinds: list[str] = []
    for what, pattern, confirms in PATTERNS:
        if what in skip:
            continue

        def replace(found: re.Match, what: str = what, confirms: Callable = confirms) -> str:
            if not confirms(found):
                return found[0]
            kinds.append(what)
            return REMOVED.format(what=what.removeprefix("an ").removeprefix("a "))

        text = pattern.sub(replace, text)
    return text, kinds


def found_in(text: str, skip: tuple[str, ...] = ()) -> list[str]:
    """What kinds of personal data the text holds, each once."""
    return [
        what
        for what, pattern, confirms in PATTERNS
        if what not in skip and any(confirms(found) for found in pattern.finditer(text))
    ]


def is_personal(text: str) -> bool:
    """Whether a text is nothing but personal data, such as an email address: its finds, and hardly a letter more."""
    rest, kinds = redact(text, (NAME,))
    return bool(kinds) and len(re.sub(r"\[[^\]]* removed\]|\W", "", rest)) <= AROUND
