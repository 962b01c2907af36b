"""What a column of a survey is besides a question: by its heading, and by what its answers say of that."""

from collections import Counter

from etl.choices import several_in
from etl.convert import fold
from etl.multiples import NO, YES
from etl.number_codes import is_number
from etl.personal import is_a_person, is_personal
from etl.platforms.roles import role_by_name
from etl.platforms.types import Found, Label
from etl.scales import no_answer

SAMPLE, SHORTEST = 60, 6  # answers looked at for personal data, and the letters of the shortest
LANGUAGES = ("language", "languages")  # the survey's own in one word; those a person speaks are several
COUNTS = frozenset(("X", "x", "...1", "index", "num", "nr"))  # what programs call the numbers of rows


def role_of(found: Found, at: int, label: Label, said: Counter) -> str:
    """The role of a column by its platform or its heading, where its answers don't speak against it; "" of a question.

    `said` is how often each answer was given. Respondents numbered by their names or addresses are personal data.
    """
    role = found.roles.get(at) or role_by_name(label.name) or role_by_name(label.text if not label.item else "")
    if label.name in COUNTS and _counts_rows(said):
        return "other"
    doubted = (
        (role == "weight" and (_is_of_a_body(said) or _weighs_nobody(found, label, said)))
        or (role == "personal" and _names_nobody(label, said))
        or (fold(label.name) in LANGUAGES and bool(several_in(said, found.separator or ";")))
    )
    if role == "id" and _names_people(said):
        return "personal"
    # "Date", ticked in a column of that heading
    an_option = len(said) < 3 and {fold(text) for text in said} == {fold(label.name)}
    return "" if doubted or an_option else role


def _counts_rows(said: Counter) -> bool:
    return len(said) > SHORTEST and all(text.isdecimal() for text in said) and max(said.values()) == 1


def _names_nobody(label: Label, said: Counter) -> bool:
    """Ticks, codes or its own heading under "Email" or "Phone": a way to be reached was chosen, not told."""
    given = {fold(text) for text in said} - YES - NO - {fold(label.name), fold(label.item)}
    return bool(said) and all(text.isdecimal() and len(text) < 3 for text in given)


def _is_of_a_body(said: Counter) -> bool:
    """Kilograms or pounds: whole numbers far from the 1 that survey weights lie around."""
    whole = [float(text) for text in said if text.isdecimal()]
    return bool(whole) and len(whole) == len(said) and min(whole) > 30 and max(whole) < 500


def _weighs_nobody(found: Found, label: Label, said: Counter) -> bool:
    """Nothing but noughts; or "weight" where height is told as well, which is a body's whatever its unit."""
    if said and all(is_number(text) and not float(text) for text in said):
        return True
    return fold(label.name) == "weight" and any(fold(each.name) == "height" for each in found.labels)


def _names_people(said: Counter) -> bool:
    """Whether those who answered are numbered by their names or addresses."""
    sample = [text for text in list(said)[:SAMPLE] if not text.isdecimal()]
    return len(sample) > 1 and sum(map(is_a_person, sample)) * 2 > len(sample)


def holds_personal_data(said: Counter) -> bool:
    """Most of its answers, two at the least, are addresses, telephone numbers and the like and nothing else."""
    sample = [text for text in list(said)[:SAMPLE] if len(text) >= SHORTEST and not no_answer(text)]
    found = sum(map(is_personal, sample))
    return found >= 2 and found * 2 > len(sample)
