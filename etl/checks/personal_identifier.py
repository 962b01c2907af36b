"""A column of codes must hold codes: not names, addresses, or numbers that identify a person."""

import re
from collections.abc import Iterator

from etl.checks.context import CheckContext
from etl.faults import Fault, fault
from etl.personal import found_in, is_nhs_number
from etl.personal_patterns import NHS_LENGTH
from etl.records import Records

# Two or three words of letters only. "Leader A" and "District-07" are codes; a first and last name isn't.
NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr)\.? )?[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?(?: [A-Z]\.?)?(?: [A-Z][a-z'’]+)+"
)
NHS_SHARE = 0.5  # survey platforms number respondents with ten digits; one in eleven passes by chance


def personal_identifier(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A fault for each code that is personal data. The value itself is never shown."""
    for column in records.spec.columns:
        if column.type not in ("code", "person"):
            continue
        distinct = {value for _, value in records.each(column.name)}
        skip = () if _mostly_nhs(distinct) else ("an NHS number",)
        doubted = distinct if _found_in_any(distinct, column.personal, skip) else ()
        bad = {value: found for value in doubted if (found := _found(value, column.personal, skip))}
        for index, value in records.each(column.name) if bad else ():
            if value in bad:
                yield fault(
                    "personal_identifier",
                    records.sheet,
                    records.cell(column.name, index),
                    column=records.heading(column.name),
                    found=bad[value],
                )


def _mostly_nhs(values: set[str]) -> bool:
    long = (value for value in values if len(value) >= NHS_LENGTH)
    valid = sum(is_nhs_number(value.replace(" ", "").replace("-", "")) for value in long)
    return valid > NHS_SHARE * len(values)


def _found_in_any(values: set[str], personal: bool, skip: tuple[str, ...]) -> bool:
    """Whether it is worth looking at each: all of them as one text take a tenth of the time."""
    told = "\n".join(values)
    return bool(found_in(told, (*skip, "a postcode")) or (personal and NAME.search(told)))


def _found(value: str, personal: bool, skip: tuple[str, ...]) -> str:
    # A short code can look like a postcode ("E1 2AB"): only what identifies one person is refused.
    found = found_in(value, (*skip, "a postcode"))
    if found:
        return found[0]
    return "a name" if personal and NAME.fullmatch(value) else ""
