"""What a column is said to hold by its own header, where that is personal: a name, an address, a telephone number."""

import re

_PERSON = (
    r"(?:respondent|recipient|contact|customer|client|participant|patient|leader|person|user|student|parent|staff"
    r"|your|the|my)(?:'s|s'|’s|s)?"
)
_NAMES = r"(?:(?:first|last|full|middle|family|given|maiden|sur|fore|user)[ -]?)?name"
_MAIL, _PHONE = (
    r"e-? ?mail(?: ?address(?:es)?)?",
    r"(?:(?:tele)?phone|mobile|tel|landline|contact(?= n))(?: ?(?:no\.?|number))?",
)
_POST, _BORN = (
    r"(?:full |home )?(?:post ?code|zip(?: ?code)?|zip/ ?postal code|postal(?: code)?)",
    r"(?:date of birth|d\.?o\.?b\.?|birth ?(?:date|day))",
)
_HOME = r"(?:home |postal |street |full )?address(?: line)?(?: ?\d)?"
# What a column is said to hold. "Area name" and "Service name" are no names of people.
HEADERS = (
    ("a name", rf"(?:{_PERSON} )?{_NAMES}s?(?: and {_NAMES})?"),
    ("a name", r"(?:recipient|respondent)(?:first|last) ?name"),
    ("a name", r"login(?: name)?|screen ?name|username"),
    ("an email address", rf"(?:{_PERSON} |recipient)?{_MAIL}s?"),
    ("a phone number", rf"(?:{_PERSON} )?{_PHONE}s?"),
    ("an address", rf"(?:{_PERSON} )?{_HOME}"),
    ("an address", r"(?:first|second|1st|2nd) line of (?:your |home )?address"),
    ("a name", r"signature|(?:twitter|instagram|social media) handle"),
    ("a vehicle's number", r"(?:vehicle|car) registration(?: ?(?:no\.?|number))?"),
    ("an address", r"contact(?: details?| information)?"),
    ("a postcode", rf"(?:{_PERSON} )?{_POST}"),
    ("a date of birth", rf"(?:{_PERSON} )?{_BORN}"),
    ("an NHS number", rf"(?:{_PERSON} )?nhs (?:no\.?|number)"),
    ("a National Insurance number", r"(?:national insurance|ni|nino)(?: (?:no\.?|number))?"),
    ("an IP address", r"ip(?: ?addr(?:ess)?)?"),
    (
        "coordinates",
        r"gps|(?:.+ )?gps (?:coords?|coordinates|location|point)|.*\b(?:start|end|loc|location|home|site) gps"
        r"|(?:.*[ /])?gps (?:latitude|longitude|altitude|precision)"
        r"|.*[ /](?:latitude|longitude)",
    ),
    ("coordinates", r"(?:location ?)?(?:latitude|longitude|lat|long|lng|easting|northing)s?"),
)
_HEADERS = tuple((what, re.compile(text, re.I)) for what, text in HEADERS)
NUMBER = re.compile(r"^(?:q(?:uestion)? ?)?\d{1,3}[a-z]?(?:[.:)]| -)? (?=\w)", re.I)  # of a question, before its words
# A question that asks for it: "What is your full (passport) name?", "Please leave your phone number if …".
_ASKED = (
    r"(?:(?:if|to|so that|in case)\b[^,?]{0,120}, ?)?(?:please )?"
    r"(?:what(?: is| are|'s)|give|enter|provide|leave|tell|add|share|supply|confirm|type)"
    r"(?: us)?(?: with)? your "
)
_NOT_OWN = r"(?!(?:\S+ ){0,3}(?:organi[sz]ation|company|business|school|employer|practice|team|group|job|work ?place))"
_BETWEEN = r"(?:(?!(?:on|of|about|for|with|to|in)\b)[\w()]+ ){0,3}?"
_QUESTIONS = tuple(
    (what, re.compile(_ASKED + _NOT_OWN + _BETWEEN + kind + r"(?![\w-])(?! of\b).*", re.I))
    for what, kind in (
        ("an email address", _MAIL), ("a phone number", _PHONE), ("a name", _NAMES), ("a postcode", _POST),
        ("a date of birth", _BORN), ("an address", _HOME), ("an address", r"contact (?:details?|information)"),
    )
)  # fmt: skip


def personal_header(text: str) -> str:
    """What kind of personal data a column of this header holds by its own words; empty for any other.

    The number of a question, footnotes in brackets and the digit of a repeated header (“Name2”) don't matter.
    """
    bare = NUMBER.sub("", re.sub(r"[\s_]+", " ", text).strip(" :*?"))
    head = re.sub(r"(?<=[a-z])\d$", "", re.sub(r"\s*\([^()]*\)$", "", bare)).strip(" :*?")
    found = next((what for what, pattern in _HEADERS if pattern.fullmatch(bare) or pattern.fullmatch(head)), "")
    halves = [half.strip() for half in bare.split("/")] if "/" in bare else []  # in two languages, or two of a kind
    if not found and any(half.lower() != "name" and personal_header(half) for half in halves):
        return next(filter(None, map(personal_header, halves)))
    return found or next((what for what, pattern in _QUESTIONS if pattern.fullmatch(bare)), "")
