"""What personal data looks like in text, one pattern a kind, each confirmed by what else must hold.

Sources: NHS numbers by the check digit of the NHS Data Dictionary and the ranges issued; UK telephone numbers
by Ofcom's numbering plan; postcodes by the areas of Royal Mail's PAF; National Insurance numbers by HMRC's
prefixes.
"""

import ipaddress
import re
from collections.abc import Callable
from string import ascii_lowercase

from etl.personal_names import NAMED, SIGNED, names_a_person, signs

NHS_LENGTH = 10
NHS_ISSUED = re.compile(r"3[2-9]|4|6|70[0-8]|9")  # England, Wales, Northern Ireland, and the range for examples
UK_PHONE = re.compile(r"0[1235789]\d{8,9}")
DAY_FIRST = re.compile(r"\(?\d{1,2}-\d{1,2}-(?:\d{4}|\d{2})\b")
_AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|"
    "G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|"
    "NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|"
    "WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
AREAS = frozenset(_AREAS.split("|"))  # looked up, not in the pattern: a hundred alternatives are slow
MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
DATE = (
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTHS})[a-z]*\.?,? \d{{2,4}}"
    rf"|(?:{MONTHS})[a-z]*\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"
)
LATITUDES, LONGITUDES = (49.0, 61.5), (-9.0, 2.5)  # of the United Kingdom


def is_nhs_number(digits: str) -> bool:
    """Ten digits whose last is the check digit: 11 minus the weighted sum mod 11, 11 being 0 and 10 never."""
    if len(digits) != NHS_LENGTH or not digits.isascii() or not digits.isdecimal():
        return False
    weighted = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    check = (11 - weighted % 11) % 11
    return check != 10 and check == int(digits[9])


def _nhs(found: re.Match) -> bool:
    digits = re.sub(r"\D", "", found[0])
    return bool(NHS_ISSUED.match(digits)) and is_nhs_number(digits)


def _phone(found: re.Match) -> bool:
    """A number of the UK's plan in at most four groups, or an international one; never a date."""
    text = found[0]
    digits = re.sub(r"\D", "", text)
    if text.startswith("+") and not digits.startswith("44"):
        return 9 <= len(digits) <= 15
    if digits.startswith(("44", "0044")):
        digits = "0" + digits.removeprefix("00").removeprefix("44").removeprefix("0")
    grouped = len(re.findall(r"\d+", text)) <= (5 if "44" in text[:4] else 4)
    return bool(grouped and UK_PHONE.fullmatch(digits) and not DAY_FIRST.match(text))


def _ip(found: re.Match) -> bool:
    """An address of either version. Four single digits are the number of a section."""
    text = found[0]
    if "." in text and max(len(part) for part in text.split(".")) == 1:
        return False
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return "." in text or text.count(":") >= 3


def _in_britain(found: re.Match) -> bool:
    latitude, longitude = float(found[1]), float(found[2])
    return LATITUDES[0] <= latitude <= LATITUDES[1] and LONGITUDES[0] <= longitude <= LONGITUDES[1]


def _posted(found: re.Match) -> bool:
    return found[1] is None or found[1].upper() in AREAS


def _always(found: re.Match) -> bool:
    return True


# In this order: an NHS number could pass for a phone number, a postcode stands inside nothing else.
PATTERNS: tuple[tuple[str, re.Pattern, Callable[[re.Match], bool]], ...] = (
    # tried once a run of such signs, not once a sign of it: a cell of half a million letters must not take minutes
    ("an email address", re.compile(r"(?<![\w.+'-])[\w.+'-]++@[\w-]+(?:\.[\w-]+)+"), _always),
    ("a date of birth", re.compile(
        rf"\b(?:born(?: on)?(?: the)?|date of birth|d\.?o\.?b|birth ?date|birthday)\b[\s.:=,(is-]{{0,8}}{DATE}", re.I,
    ), _always),
    ("an IP address", re.compile(
        r"(?<![\w.:-])(?:(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{1,4})(?![\w:]|\.\d)", re.I,
    ), _ip),
    ("coordinates", re.compile(
        r"(?<![\d.,])(\d{2}\.\d{3,20})°?\s{0,2}N?\s{0,2}[,;/ ]\s{0,2}(-?\d\.\d{3,20})(?!\d)",
    ), _in_britain),
    ("an NHS number", re.compile(r"(?<![\d.£-])(?<!\d,)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d|[.,]\d)"), _nhs),
    ("a phone number", re.compile(r"(?<![\w.£-])(?<!\d,)(?:\+\d|0044|\(?0)[\d ()-]{7,16}\d(?!\d|[.,]\d)"), _phone),
    ("a National Insurance number", re.compile(
        r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?(?:\d{2} ?){3}[A-D]\b", re.I,
    ), _always),
    ("a postcode", re.compile(
        r"\b(?:GIR ?0AA|([A-Z]{1,2})\d[A-Z\d]? ?\d(?!(?-i:st|nd|rd|th)\b)[ABD-HJLNP-UW-Z]{2})\b", re.I,
    ), _posted),
    ("an address", re.compile(
        r"\b\d{1,4}[A-Za-z]? (?:[A-Z][\w'’]+ ){1,3}(?:Street|Road|Avenue|Close|Lane|Drive|Way|Crescent|Gardens|Terrace"
        r"|Rd|Ave)\b(?! (?:surgery|school|station|library|car park|junction|roundabout))",
    ), _always),
    ("a name", NAMED, names_a_person),
    ("a name", SIGNED, signs),
)  # fmt: skip

# Signs of which one stands in whatever is found: where none does, a long text needn't be gone through.
NEEDED = {
    "an email address": "@", "a date of birth": "bB", "an IP address": ".:", "coordinates": ".", "an address": " ",
    "a name": ascii_lowercase,
}  # fmt: skip
