"""“Did you mean …?”, the only place where a likeness is guessed, and only to say it in a fault."""

from collections.abc import Iterable

ALIKE_ENOUGH = 74  # of 100: finds a slip of the keys, not another word


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """ " Did you mean “x”?" with a leading space, or "" where nothing is alike enough."""
    from rapidfuzz import fuzz, process  # only a file with faults pays for the import

    found = process.extractOne(
        text, list(known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=ALIKE_ENOUGH
    )
    return f" Did you mean “{found[0]}”?" if found else ""
