"""Several choices in one cell: whether there are, and where one ends and the next begins."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

BRACKETS = re.compile(r"\([^()]*\)")
KEPT = "\x1f"  # stands for the separator inside brackets
Pairs = frozenset[tuple[str, str]]


def separator_of(columns: Iterable[Counter]) -> str:
    """What parts the choices in a file whose platform doesn't tell: ";" or ", ", whichever more columns go by."""
    semicolons = commas = 0
    for said in columns:
        semicolons += bool(any(";" in text for text in said) and several_in(said, ";"))
        commas += bool(any(", " in text for text in said) and several_in(said, ", "))
    return ";" if semicolons and semicolons >= commas else ", "


def several_in(said: Counter, separator: str) -> str:
    """Why a cell holds several choices: its pieces come again in other cells, more often than the whole. "" if not."""
    together = [text for text in said if separator.strip() in text.rstrip("; ")]
    ended = any(text.endswith(";") for text in said)
    if not together and not ended:
        return ""
    if separator.endswith(" ") and not ended and not any(separator in text for text in together):
        return ""  # "1,5": a decimal comma
    cells = {text: choices_of(text, separator) for text in said}
    if "," in separator and _goes_on(list(cells.values())):
        return ""
    if not ended and not _come_again(cells, together):
        return ""
    pieces = Counter()
    for text, times in said.items():
        pieces.update(dict.fromkeys(cells[text], times))
    again = sum(times for times in pieces.values() if times > 1)
    few = len(pieces) <= max(12, 0.5 * sum(said.values())) and max(map(len, pieces), default=0) < 120
    if few and again >= 0.7 * sum(pieces.values()):
        return f"cells hold several of {len(pieces)} choices, parted by “{separator.strip()}”"
    return ""


def _come_again(cells: dict[str, list[str]], together: Iterable[str]) -> bool:
    """Whether one of the pieces stands in another cell as well: a list of somebody's own is no choice of several."""
    places = Counter(piece for pieces in cells.values() for piece in set(pieces))
    return any(places[piece] > 1 for text in together for piece in cells[text])


def _goes_on(cells: list[list[str]]) -> bool:
    """Whether the comma stands inside answers, as in "Yes, definitely": what follows it never begins a cell."""
    begun = {cell[0] for cell in cells if cell}
    return not any(piece in begun for cell in cells for piece in cell[1:])


def ranked_in(said: Counter, separator: str) -> str:
    """Why a cell holds an order of preference: every cell has the same three or more pieces, in several orders."""
    first: list[str] = []
    several = False
    for text in said:
        order = choices_of(text, separator)
        first = first or order
        if len(order) < 3 or sorted(order) != sorted(first):
            return ""
        several = several or order != first
    if not several:
        return ""
    return f"every cell holds the same {len(first)} choices, in an order of preference"


def halves(said: Counter, separator: str) -> Pairs:
    """Pieces that are one option with the separator in it, such as "Walked, cycled or ran".

    The second goes on in small letters, and neither ever stands without the other.
    """
    found, alone = set(), Counter()
    beside: Counter[tuple[str, str]] = Counter()
    for text in said:
        pieces = choices_of(text, separator)
        alone.update(pieces)
        beside.update(pairwise(pieces))
    for (left, right), times in beside.items():
        if right[:1].islower() and alone[left] == alone[right] == times:
            found.add((left, right))
    return frozenset(found)


def choices_of(text: str, separator: str, together: Pairs = frozenset()) -> list[str]:
    """The choices of one cell; the halves of one option stay together, and so does what stands in brackets."""
    found: list[str] = []
    last, sign = "", separator.strip()
    closed = BRACKETS.sub(lambda each: each[0].replace(sign, KEPT), text) if "(" in text else text
    for piece in (each.replace(KEPT, sign).strip() for each in closed.split(sign)):
        if not piece:
            continue
        if found and (last, piece) in together:
            found[-1] += separator + piece
        else:
            found.append(piece)
        last = piece
    return found
