"""Patterns of personal data in text: a net, not proof. Nothing leaves this machine."""

import re
from collections.abc import Callable

REMOVED = "[{what} removed]"
NHS_LENGTH = 10


def is_nhs_number(digits: str) -> bool:
    """Ten digits whose last is the check digit: 11 minus the weighted sum mod 11, 11 being 0 and 10 never."""
    if len(digits) != NHS_LENGTH or not digits.isascii() or not digits.isdecimal():
        return False
    weighted = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    check = (11 - weighted % 11) % 11
    return check != 10 and check == int(digits[9])


def _nhs(found: re.Match) -> bool:
    return is_nhs_number(re.sub(r"\D", "", found[0]))


def _phone(found: re.Match) -> bool:
    return 10 <= len(re.sub(r"\D", "", found[0])) <= 13


def _always(found: re.Match) -> bool:
    return True


# In this order: an NHS number could pass for a phone number, a postcode stands inside nothing else.
PATTERNS: tuple[tuple[str, re.Pattern, Callable[[re.Match], bool]], ...] = (
    ("an email address", re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"), _always),
    ("an NHS number", re.compile(r"(?<![\d,.£-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d,])"), _nhs),
    ("a phone number", re.compile(r"(?<![\w,.£])(?:\+44|0044|\(?0)[\d ()-]{8,14}\d(?!\d)"), _phone),
    (
        "a National Insurance number",
        re.compile(
            r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?(?:\d{2} ?){3}[A-D]\b", re.I
        ),
        _always,
    ),
    (
        "a postcode",
        re.compile(
            r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d(?!(?:st|nd|rd|th)\b)[ABD-HJLNP-UW-Z]{2})\b", re.I
        ),
        _always,
    ),
)


def redact(text: str) -> tuple[str, list[str]]:
    """The text with personal data replaced by what it was, and the list of what was found."""
    kinds: list[str] = []
    for what, pattern, confirms in PATTERNS:

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
