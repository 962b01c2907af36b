"""Personal data in text, found and taken out: a net, not proof. Nothing leaves this machine."""

import re
from collections.abc import Callable

from etl.personal_patterns import PATTERNS, is_nhs_number

__all__ = ["NAME", "REMOVED", "found_in", "is_nhs_number", "personal_header", "redact"]

REMOVED = "[{what} removed]"
NAME = "a name"
_PERSON = r"(?:respondent|recipient|contact|customer|client|participant|patient|leader|person|your|the)(?:'s|’s)?"
# What a column is said to hold. "Area name" and "Service name" are no names of people.
HEADERS = (
    (NAME, rf"(?:{_PERSON} )?(?:(?:first|last|full|middle|family|given|maiden) ?name|surname|forename|name)s?"),
    (NAME, r"(?:recipient|respondent)(?:first|last) ?name"),
    ("an email address", rf"(?:{_PERSON} |recipient)?e-? ?mail(?: ?address(?:es)?)?s?"),
    ("a phone number", rf"(?:{_PERSON} )?(?:(?:tele)?phone|mobile|tel|landline)(?: (?:no\.?|number))?s?"),
    ("an address", rf"(?:{_PERSON} )?(?:home |postal |street )?address(?: line)?(?: ?\d)?"),
    ("a postcode", rf"(?:{_PERSON} )?(?:full |home )?post ?code"),
    ("a date of birth", rf"(?:{_PERSON} )?(?:date of birth|d\.?o\.?b\.?|birth ?(?:date|day))"),
    ("an NHS number", rf"(?:{_PERSON} )?nhs (?:no\.?|number)"),
    ("a National Insurance number", r"(?:national insurance|ni|nino)(?: (?:no\.?|number))?"),
    ("an IP address", r"ip ?address"),
    ("coordinates", r"(?:location ?)?(?:latitude|longitude|lat|long|lng|easting|northing)s?"),
)
_HEADERS = tuple((what, re.compile(text, re.I)) for what, text in HEADERS)


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


def personal_header(text: str) -> str:
    """What kind of personal data a column of this header holds by its own words; empty for any other."""
    bare = re.sub(r"[\s_]+", " ", text).strip(" :*?")
    return next((what for what, pattern in _HEADERS if pattern.fullmatch(bare)), "")
