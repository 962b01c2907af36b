"""Which code a name of an area stands for: its aliases, and its vintage by the period it is told of."""

import csv
import datetime as dt
import re
from functools import lru_cache

from data.settings import PROJECT
from etl.areas import is_total_name, is_whole, plain_name
from etl.workbook import Raw

REGISTER = PROJECT / "data" / "registers" / "areas.csv"
OLD_CODES = PROJECT / "data" / "registers" / "old_area_codes.csv"
NOT_OF_COUNCILS = re.compile(
    r"force|police|trust|provider|\bicb\b|\bstp\b|ccg|practice|school|hospital|\bward\b|lsoa|msoa|constituency|"
    r"commissioner|parent|fire|csp",
    re.I,
)  # in a column headed so, "Essex" is no county
OF_FORCES = re.compile(
    r"^(?!.*(?:local authorit|district|council|csp|partnership)).*(?:police forces?\b|force areas?|\bfrss?\b|"
    r"fire (?:and rescue )?(?:authorit|services?))",
    re.I | re.S,
)  # in a table titled so, "Essex" is no county either
OF_SERVICES = re.compile(
    r"\b(?:police|fire|constabulary|commissioner|nhs|icb|ics|stp|ccg|trust|hospitals?|ambulance|probation|csp)\b|"
    r"integrated care|university",
    re.I,
)  # "Essex Police" is no council, nor its county
LONGEST_NAME = 200
SHORTEST_JOINED = 6  # letters of a name that is known without its spaces
COUNCILS = ("E06", "E07", "E08", "E09", "E10", "W06", "S12", "N09")
NOTES = re.compile(
    r"\s*\[\s*(?:note|footnote|notes|fn)?\s*\d+[^\]]*\]|\s*\[[a-z]{1,2}\]$|[¹²³⁴⁵⁶⁷⁸⁹⁰]+(?:,\s?[¹²³⁴⁵⁶⁷⁸⁹⁰]+)*$|"
    r"(?<=[a-z)])\s*\(\d{1,2}(?:,\s?\d{1,2})*\)$|\s*\*+$",
    re.I,
)
ALIASES = {
    "hull": "kingston hull city of",
    "kingston hull": "kingston hull city of",
    "eastern": "east",
    "east of england": "east",
    "east england": "east",
    "yorkshire and humberside": "yorkshire and humber",
    "bcp": "bournemouth christchurch and poole",
    "uk": "united kingdom",
    "gb": "great britain",
    "durham": "county durham",
    "shepway": "folkestone and hythe",
    "scilly": "isles of scilly",
    "rhondda cynon taff": "rhondda cynon taf",
}
APRIL = (4, 1)  # councils are made and abolished on the first of April
Lived = tuple[str, int, int]


@lru_cache(maxsize=20_000)
def without_notes(name: str) -> str:
    """An area's name without footnotes: "Basildon [note 1]", "Essex³", and "Kent2" where Kent is an area."""
    if len(name) > LONGEST_NAME:
        return name  # no area is called that
    text = _in_one_language(NOTES.sub("", name).strip())
    bare = text.rstrip("0123456789, ").rstrip()
    known = is_total_name(bare) or is_whole(bare) or (code_of_name(bare) and not code_of_name(text))
    return bare if bare != text and bare and known else text


def _in_one_language(text: str) -> str:
    """Of a name in two languages, "Wales / Cymru", the one that an area is known by; the text itself else."""
    parts = text.split(" / ") if " / " in text else ()
    return next((part for part in parts if is_whole(part) or code_of_name(part)), text)


def code_meant(raw: Raw, on: dt.date | None = None) -> str:
    """As `code_of_name`, of a row's own label: "Essex Police" is no council's, "Basildon, Harlow" not one's alone."""
    if not isinstance(raw, str) or (OF_SERVICES.search(raw[:LONGEST_NAME]) and not is_whole(raw)):
        return ""
    if plain_name(raw[:LONGEST_NAME].partition(",")[2]):
        return ""
    return code_of_name(raw, on)


def code_of_name(raw: Raw, on: dt.date | None = None) -> str:
    """The ONS code of the council, county, region or nation named, as it was `on` that day (None: today).

    "" where no area is called that or where two are. The register (data/registers/areas.csv) has the names and
    codes of ONS's mid-2024 population estimates (Open Government Licence), and what was abolished or recoded
    since 2012. The years of those changes are compiled here; those of 2012 and 2013 agree with two public tables
    of recodings, Barnsley's and Sheffield's of 2025 with uses of SI 2024/1328, the others are not re-read. The codes
    in use until 2010 (data/registers/old_area_codes.csv) are ONS's too, of the framework's areas only; all agree with
    the Government Digital Service's list of local authorities in location-data-importer. Words for a council's kind,
    capitals, punctuation and spaces make no difference.
    """
    if not isinstance(raw, str) or not raw.strip() or len(raw) > LONGEST_NAME:
        return ""
    return _code(_known_key(raw), on.year - ((on.month, on.day) < APRIL) if on else 9998)


@lru_cache(maxsize=20_000)
def _code(key: str, year: int) -> str:
    key = ALIASES.get(key, key)
    known = _register().get(key) or _register().get(_joined().get(key.replace(" ", ""), ""), ())
    then = [code for code, first, last in known if first <= year < last]
    if not then and len({code for code, _, _ in known}) == 1:
        return known[0][0]  # told of a year in which it wasn't: restated to its bounds, or a name kept in use
    return then[0] if len(then) == 1 else ""


@lru_cache(maxsize=1)
def _register() -> dict[str, list[Lived]]:
    found: dict[str, list[Lived]] = {}
    with open(REGISTER, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lived = (row["code"], int(row["first_year"] or 0), int(row["last_year"] or 9999))
            found.setdefault(_key(row["name"]), []).append(lived)
    with open(OLD_CODES, encoding="utf-8", newline="") as file:
        found |= {_key(row["old_code"]): [(row["code"], 0, 9999)] for row in csv.DictReader(file)}
    return found


@lru_cache(maxsize=1)
def _joined() -> dict[str, str]:
    """A council's name written as one word, with and without "on-Sea" and the like -> its key in the register."""
    found: dict[str, set[str]] = {}
    with open(REGISTER, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = _key(row["name"])
            for text in (key, re.sub(r"[^a-z]", "", row["name"].lower())) if row["code"].startswith(COUNCILS) else ():
                found.setdefault(text.replace(" ", ""), set()).add(key)
    return {text: keys.pop() for text, keys in found.items() if len(keys) == 1 and len(text) >= SHORTEST_JOINED}


@lru_cache(maxsize=20_000)
def _known_key(name: str) -> str:
    return _key(name)


def _key(name: str) -> str:
    """As `plain_name`, but the City of London stays apart from London, Hull from Kingston upon Thames."""
    name = re.sub(r"(?<=\w) region$", "", name.strip(), flags=re.I)
    text = name.lower()
    if "christchurch" in text and "poole" in text:
        return "bournemouth christchurch and poole"
    if text.startswith(("city of london", "kingston upon hull")):
        return "kingston hull city of" if "hull" in text else "city of london"
    return plain_name(name)
