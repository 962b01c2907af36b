"""Which service of the framework a text names: by the framework's own names, and by those that publishers use."""

import re
from collections.abc import Iterator, Mapping

from etl.convert import fold
from etl.convert.dates import MONTH_NAMES

LONGEST = 200  # of a title; a longer text names more than one thing
OTHERS: tuple[tuple[str, str], ...] = (  # in lower case, besides the framework's names
    ("ae_type1", r"type 1 (?:a ?& ?e|a and e|emergency department|accident (?:and|&) emergency)(?: attendances)?"),
    ("ae_type1", r"(?:a ?& ?e|a and e|emergency department|accident (?:and|&) emergency) attendances[ ,(-]+type 1\)?"),
    ("emergency_admissions", r"emergency (?:hospital )?admissions"),
    ("asb", r"(?:anti[- ]?social behaviou?r|asb)(?: incidents?)?(?: \(asb\))?(?: incidents?)?"),
    ("homeless_prevention", r"(?:homeless(?:ness)? )?prevention dut(?:y|ies)(?: owed)?"),
    ("homeless_relief", r"(?:homeless(?:ness)? )?relief dut(?:y|ies)(?: owed)?"),
    ("ambulance_calls", r"(?:ambulance (?:service )?(?:999 |emergency )?calls|999 ambulance calls"
                        r"|(?:999|emergency) calls to (?:the )?ambulance(?: service)?)"),
    ("fire_incidents", r"fire (?:(?:and|&) rescue )?(?:service )?incidents"),
    ("asc_requests", r"(?:new )?(?:requests for (?:adult )?social care(?: support)?|adult social care requests)"),
)  # fmt: skip
# What may stand beside a service's name without making it a part or a share of it; any other word might:
PLAIN = frozenset([
    "a", "all", "and", "annual", "area", "areas", "as", "at", "attended", "authorities", "authority", "borough",
    "boroughs", "by", "calendar", "code", "codes", "count", "counts", "county", "council", "councils", "data",
    "date", "district", "districts", "each", "ended", "ending", "figures", "financial", "from", "in", "incidents",
    "la", "local", "made", "month", "monthly", "months", "name", "number", "numbers", "of", "on", "police",
    "quarter", "quarterly", "quarters", "received", "recorded", "region", "reported", "return", "returns", "sheet",
    "statistics", "summary", "table", "the", "time", "to", "total", "totals", "trust", "trusts", "unitary",
    "volume", "volumes", "year", "yearly", "years",
])  # fmt: skip
MONTHS = frozenset([*MONTH_NAMES, *(name[:3] for name in MONTH_NAMES), "sept", "q", "fy", "ye"])
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|[%£]")


def service_in(text: str, services: Mapping[str, str], places: Mapping[str, str]) -> str:
    """The id of the one service that a title, a heading or a value names, "" where it names none, or a part of one.

    `services` and `places` are the framework's lists, folded name -> id. "Ambulance calls by district, 2024" names
    one; "Emergency admissions for asthma" and "Fear of anti-social behaviour" don't.
    """
    said = fold(text).replace("_", " ").strip()
    if not said or len(said) > LONGEST:
        return ""
    if said in services or fold(text) in services:
        return services.get(said) or services[fold(text)]
    for service, start, end in _mentions(said, services):
        plain = PLAIN | MONTHS | _words_of(places)
        if all(word in plain for word in WORD.findall(f"{said[:start]} {said[end:]}")):
            return service
    return ""


def _mentions(said: str, services: Mapping[str, str]) -> Iterator[tuple[str, int, int]]:
    """Every service's name in the text: its id, and where it stands."""
    named = [(id, re.escape(name)) for name, id in services.items()]
    for service, wording in (*named, *((id, each) for id, each in OTHERS if not services or id in services.values())):
        if found := re.search(rf"(?<!\w){wording}(?!\w)", said):
            yield service, found.start(), found.end()


def _words_of(places: Mapping[str, str]) -> frozenset[str]:
    return frozenset(word for name in places for word in WORD.findall(name))
