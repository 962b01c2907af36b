"""What a cell of a statistical table says: a number, a number with a mark, or a mark that stands for none.

Marks are those of the Government Analysis Function's guidance ("Using symbols in tables") and those
publishers used before it. What a file's own notes say of a mark outranks both.
"""

import datetime as dt
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from etl.convert import absence_of, is_error, to_number
from etl.convert.types import tidy
from etl.workbook import Raw
from metrics.types import Absence

MEANINGS: dict[str, tuple[Absence, str]] = {
    "[x]": (Absence.MISSING, "not available"),
    "[c]": (Absence.WITHHELD, "confidential"),
    "[z]": (Absence.NOT_APPLICABLE, "not applicable"),
    "[low]": (Absence.WITHHELD, "rounds to zero but is not zero"),
    "low": (Absence.WITHHELD, "rounds to zero but is not zero"),
    "[u]": (Absence.WITHHELD, "too unreliable to show"),
    "u": (Absence.WITHHELD, "too unreliable to show"),
    "k": (Absence.WITHHELD, "rounds to zero but is not zero"),
    "~": (Absence.WITHHELD, "rounds to zero but is not zero"),
    "[w]": (Absence.MISSING, "no data"),
    "[d]": (Absence.NOT_COMPARABLE, "not comparable"),
    "[b]": (Absence.NOT_COMPARABLE, "break in the series"),
    "..": (Absence.MISSING, "not available"),
    "…": (Absence.MISSING, "not available"),
    "...": (Absence.MISSING, "not available"),
    ".": (Absence.MISSING, "not available"),
    ":": (Absence.MISSING, "not available"),
    "-": (Absence.NOT_APPLICABLE, "nil or not applicable"),
    "–": (Absence.NOT_APPLICABLE, "nil or not applicable"),
    "—": (Absence.NOT_APPLICABLE, "nil or not applicable"),
    "*": (Absence.WITHHELD, "suppressed"),
    "**": (Absence.WITHHELD, "suppressed"),
    "#": (Absence.WITHHELD, "suppressed"),
    "$": (Absence.WITHHELD, "suppressed"),
    "s": (Absence.WITHHELD, "suppressed"),
    "!": (Absence.WITHHELD, "sample too small, or disclosive"),
    "supp": (Absence.WITHHELD, "suppressed"),
    "no data": (Absence.MISSING, "no data"),
    "data not available": (Absence.MISSING, "not available"),
    "not collected": (Absence.MISSING, "not collected"),
    "not provided": (Absence.MISSING, "not provided"),
    "not submitted": (Absence.MISSING, "not submitted"),
    "dna": (Absence.MISSING, "did not submit"),
    "#n/a": (Absence.MISSING, "an error of the spreadsheet"),
    "redacted": (Absence.WITHHELD, "suppressed"),
    "pending": (Absence.TOO_EARLY, "not yet published"),
    "tbc": (Absence.TOO_EARLY, "not yet published"),
    "[tbc]": (Absence.TOO_EARLY, "not yet published"),
}
ATTACHED = {
    "r": "revised",
    "p": "provisional",
    "e": "estimated",
    "f": "forecast",
    "b": "break in the series",
    "u": "low reliability",
    "er": "estimated and revised",
    "x": "marked x",
    "low": "low",
    "*": "marked *",
    "**": "marked **",
    "***": "marked ***",
    "#": "marked #",
    "~": "marked ~",
    "†": "marked †",
    "‡": "marked ‡",
    "^": "marked ^",
}
LEADING = re.compile(
    r"^(\(?[<>≤≥~≈]?\s?[-+−]?[£$€]?\d[\d,]*(?: \d{3})*(?:\.\d+)?%?\)?)\s*\[?\(?([a-z]{1,3}|\*{1,3}|[#~†‡^])\)?\]?$",
    re.I,
)
# "r 15", "[r] 15": without brackets only what is sure to be no code, as "R 15" and "p15" may be.
BEFORE = re.compile(r"(?:[\[(]\s?([rpeRPE])\s?[\])]\s*|([rp])\s+)([-+−]?[£$€]?\d[\d,]*(?:\.\d+)?%?)")
WITH_NOTE = re.compile(r"^([-+−]?[£$€]?\d[\d,]*(?: \d{3})*(?:\.\d+)?%?)\s*\[note\s*[\w, ]+\]$", re.I)
BESIDE = re.compile(r"^([-+−]?[£$€]?\d[\d,]*(?: \d{3})*(?:\.\d+)?%?)\s*[(\[]\s*([^()\[\]]{1,20}?)\s*[)\]]$")
SPACED = re.compile(r"[-+−]?\d{1,3}(?:[  ]\d{3})+(?:\.\d+)?")
THOUSANDS = re.compile(r"[£$€]\s?0{3}s?")  # a unit in a header, no figure
WITH_UNIT = re.compile(
    r"([-+–−]?[£$€]?\d[\d,]*(?:\.\d+)?)\s*((?:per|/)\s?(?:1,?000|10,?000|100,?000|million|head|person|capita|household)\b"
    r".{0,40}|p(?:er ?cent|p|pts?|ercentage points?)\.?)",
    re.I,
)
LONGEST = 300  # letters: no figure or mark is longer, and looking for one takes the longer the longer the text
IN_UNITS = "its unit stands beside it: "
IN_SECONDS = "a length of time, in seconds"
DECIMAL_COMMA = re.compile(r"[-+−]?\d{1,3}(?:\.\d{3})+|[-+−]?\d{1,3}(?:\.\d{3})*,\d+|[-+−]?\d+,\d+")
OF_MINUTES = re.compile(r"mm:ss|m:s\b|\bmin(?:ute)?s?:sec|_min_sec\b", re.I)  # in a heading: then 3:12 is 192 seconds
MINUTES = re.compile(r"(\d{1,4}):([0-5]\d(?:\.\d+)?)")
CLOCK = re.compile(r"(?:(\d+) days?, )?(\d{1,4}):([0-5]\d):([0-5]\d(?:\.\d+)?)")
BEFORE_DAYS = dt.datetime.fromisoformat("1899-12-31")  # from here Excel counts the hours of more than a day
CURRENCY = re.compile(r"^([-+]?)\s*[£$€]\s*([-+]?)\s*(?=\d)")
DASHES = re.compile(r"^(\(?\s*[£$€]?\s*)[–—−](?=\s?[£$€]?\d)")  # a minus, as word processors write it
IN_MILLIONS = re.compile(
    r"([-+–−(]?\s?[£$€]\s?[-–−]?\d[\d,]*(?:\.\d+)?)\s?(k|m|mn|million|bn|billion|thousand)(\)?)", re.I
)
TIMES = {"k": 1e3, "t": 1e3, "m": 1e6, "b": 1e9}
SEVERAL = re.compile(r"(\S.*?)\s*((?:[\[(]\s*[a-z]{1,3}\s*[\])]\s*){2,})", re.I)


@dataclass(frozen=True, slots=True)
class Reading:
    """`value`, or `absence` says why there is none; both empty where the cell is plain text. `mark`: in words."""

    value: float | None = None
    absence: str = ""
    mark: str = ""

    @property
    def is_text(self) -> bool:
        return self.value is None and not self.absence


def read_cell(raw: Raw, legend: Mapping[str, tuple[str, str]] | None = None) -> Reading:
    """What the cell says. `legend` is {mark: (absence or "0", meaning)}, from the file's own notes."""
    if raw is None:
        return Reading(absence=Absence.MISSING.value, mark="blank")
    if isinstance(raw, int | float):
        return Reading(float(raw)) if math.isfinite(raw) else Reading()
    if (length := seconds(raw)) is not None:
        return Reading(length, "", IN_SECONDS)
    if not isinstance(raw, str):
        return Reading()
    text = tidy(raw)
    if legend and text.lower() in legend:
        absence, meaning = legend[text.lower()]
        return Reading(0.0, "", meaning) if absence == "0" else Reading(None, absence, meaning)
    return _read_text(text) if len(text) <= LONGEST else Reading()


def seconds(raw: Raw) -> float | None:
    """A length of time written as hours, minutes and seconds, such as 0:08:23, in seconds; None where it is none."""
    if isinstance(raw, dt.time):
        return round(raw.hour * 3600 + raw.minute * 60 + raw.second + raw.microsecond / 1e6, 1)
    if isinstance(raw, dt.datetime) and raw.year <= BEFORE_DAYS.year + 1:
        return (raw - BEFORE_DAYS).total_seconds()
    found = CLOCK.fullmatch(raw.strip()) if isinstance(raw, str) and raw.count(":") == 2 else None
    if not found:
        return None
    return int(found[1] or 0) * 86400 + int(found[2]) * 3600 + int(found[3]) * 60 + float(found[4])


def minutes(raw: Raw) -> float | None:
    """Minutes and seconds such as 3:12, in seconds; for a column whose heading says that they are."""
    found = MINUTES.fullmatch(raw.strip()) if isinstance(raw, str) else None
    return int(found[1]) * 60 + float(found[2]) if found else None


@lru_cache(maxsize=100_000)
def _read_text(text: str) -> Reading:
    low = text.lower()
    if THOUSANDS.fullmatch(low):
        return Reading()
    if low in MEANINGS:
        absence, meaning = MEANINGS[low]
        return Reading(None, absence.value, meaning)
    if is_error(text):
        return Reading(None, Absence.MISSING.value, f"an error of the spreadsheet ({text})")
    if low in ("yes", "no", "y", "n", "true", "false"):
        return Reading()
    found = absence_of(text, numeric=True)
    if found is not None:
        return Reading(None, found.value, found.value.replace("_", " "))
    number = _number(text)
    if number is not None:
        return Reading(number)
    if marked := WITH_NOTE.fullmatch(text):
        return Reading(_number(marked[1]), "", "has a note")
    if (marked := LEADING.fullmatch(text)) and marked[2].lower() in ATTACHED:
        number = _number(marked[1])
        if number is not None:
            return Reading(number, "", ATTACHED[marked[2].lower()])
    if (marked := BEFORE.fullmatch(text)) and (number := _number(marked[3])) is not None:
        return Reading(number, "", ATTACHED[(marked[1] or marked[2]).lower()])
    if (several := SEVERAL.fullmatch(text)) and (number := _number(several[1])) is not None:
        marks = [ATTACHED.get(each, f"marked {each}") for each in re.findall(r"[a-z]+", several[2].lower())]
        return Reading(number, "", ", ".join(marks))
    if (large := IN_MILLIONS.fullmatch(text)) and (number := _number(large[1] + large[3])) is not None:
        return Reading(round(number * TIMES[large[2][0].lower()], 2), "", f"written as {text}")
    if unit := WITH_UNIT.fullmatch(text):
        return Reading(_number(unit[1]), "", f"{IN_UNITS}{unit[2]}")
    if (beside := BESIDE.fullmatch(text)) and any(letter in beside[2] for letter in ".:0123456789"):
        return Reading(_number(beside[1]), "", f"in brackets beside it: {beside[2]}")
    return Reading()


def _number(text: str) -> float | None:
    text = CURRENCY.sub(r"\1\2", DASHES.sub(r"\1-", text))
    if SPACED.fullmatch(text):
        text = re.sub(r"[  ]", "", text)
    return to_number(text).value


def decimal_comma(text: str) -> float | None:
    """A number with a decimal comma, as text; None where it is none. For columns where all are written so."""
    text = tidy(text)
    return float(text.replace(".", "").replace(",", ".").replace("−", "-")) if DECIMAL_COMMA.fullmatch(text) else None
