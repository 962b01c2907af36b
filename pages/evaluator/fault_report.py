"""The report on a file's faults: grouped and counted, the first of each drawn where it stands in the sheet."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from etl.fault_kinds import FAULTS
from etl.faults import Fault, column_of
from etl.neighbourhood import HIDDEN, Neighbourhood, Place
from pages.parts.tables import Table, scrolling

SEVERITIES = {"error": "Fault", "warning": "Warning", "notice": "Notice"}
TONES = {"error": "bad", "warning": "doubt", "notice": "note"}
REST = "more_like_this"
NAMED = 12  # cells with the same value that are named
SHOWN, LISTED = 3, 50  # of one kind: with their surroundings or whole sentence; in the list of the others
COLUMNS = ("Where", "What we found")


def fault_report(faults: Iterable[Fault], around: Mapping[Place, Neighbourhood]) -> str:
    """Every kind of fault with how many, how to mend it, and the first ones in their surroundings. HTML."""
    groups = _grouped(faults)
    if not groups:
        return '<div class="ec"><p class="ec-sub">No fault was found.</p></div>'
    parts = "".join(_group(code, found, more, around) for code, (found, more) in groups.items())
    return f'<div class="ec ec-report" role="region" aria-label="Faults">{_counted(groups)}{parts}</div>'


def how_many(faults: Iterable[Fault]) -> tuple[int, int]:
    """Faults that stop the file, and whatever else there is to look at; those only counted are among them."""
    groups = _grouped(faults)
    numbers = {code: len(found) + more for code, (found, more) in groups.items()}
    wrong = sum(number for code, number in numbers.items() if FAULTS[code].severity == "error")
    return wrong, sum(numbers.values()) - wrong


def _grouped(faults: Iterable[Fault]) -> dict[str, tuple[list[Fault], int]]:
    """code -> its faults and how many more were only counted; the worst first, then the commonest."""
    found: dict[str, list[Fault]] = {}
    more: dict[str, int] = {}
    for each in faults:
        if each.code == REST:
            more[each.expected] = more.get(each.expected, 0) + int(each.value)
        else:
            found.setdefault(each.code, []).append(each)
    order = list(SEVERITIES)
    codes = sorted(found, key=lambda code: (order.index(FAULTS[code].severity), -len(found[code])))
    return {code: (found[code], more.get(code, 0)) for code in codes}


def _counted(groups: Mapping[str, tuple[list[Fault], int]]) -> str:
    """One line a kind: what a person sees before opening anything."""
    rows = tuple(
        (SEVERITIES[FAULTS[code].severity], FAULTS[code].title, len(found) + more)
        for code, (found, more) in groups.items()
    )
    return scrolling(Table("What to look at, faults first", ("Kind", "What", "How many"), rows), whole=True)


def _group(code: str, found: Sequence[Fault], more: int, around: Mapping[Place, Neighbourhood]) -> str:
    kind = FAULTS[code]
    number = len(found) + more
    alike = _alike(found)
    among = f" of the first {len(found)}" if more else ""
    drawn = ((each, around.get((each.sheet, each.cell)), rest, among) for each, *rest in alike[:SHOWN])
    first = "".join(_one(*each) for each in drawn)
    head = f"{SEVERITIES[kind.severity]}: {escape(kind.title)} <small>({number:,} found)</small>"
    opened = " open" if kind.severity == "error" else ""
    return (
        f'<details class="ec-fault ec-fault-{TONES[kind.severity]}"{opened}><summary>{head}</summary>'
        f"{first}{_others([each for same in alike[SHOWN:] for each in same], more)}</details>"
    )


def _alike(found: Sequence[Fault]) -> list[list[Fault]]:
    """The faults, those of one value in one column together: they are one mistake and have one mend."""
    groups: dict[tuple, list[Fault]] = {}
    for at, each in enumerate(found):
        mark = (each.sheet, column_of(each.cell), each.value) if each.value else (at,)
        groups.setdefault(mark, []).append(each)
    return list(groups.values())


def _one(each: Fault, drawn: Neighbourhood | None, rest: Sequence[Fault], among: str) -> str:
    """One fault and those with the same value; `among`: how many of all were looked at for them, or ""."""
    expected = f"<p>Expected: {escape(each.expected)}</p>" if _says_more(each) else ""
    grid = cell_grid(drawn) if drawn else ""
    said = f"<p><b>{escape(each.message)}</b></p>{expected}<p>To mend it: {escape(each.mend)}</p>"
    cells = ", ".join(other.cell for other in rest[:NAMED]) + (" …" if len(rest) > NAMED else ".")
    same = f"<p>The same in {len(rest):,} more{among}: {escape(cells)}</p>" if rest else ""
    return f"<section>{said}{same}{grid}</section>"


def _others(found: Sequence[Fault], more: int) -> str:
    rows = tuple((" ".join((each.sheet, each.cell)).strip(), each.message) for each in found[:LISTED])
    rest = len(found) - len(rows) + more
    last = f"<p>And {rest:,} more of the same. Mend the first ones, then offer the file again.</p>" if rest else ""
    return (scrolling(Table("The others", COLUMNS, rows)) if rows else "") + last


def _says_more(each: Fault) -> bool:
    """Whether what was expected is said neither by the message nor by the mend; a list of codes says nothing."""
    said = f"{each.mend} {each.message}"
    return each.code != "unknown_area" and bool(each.expected) and each.expected not in said


def cell_grid(drawn: Neighbourhood) -> str:
    """The cells around one, as a small table with row numbers and column letters, the cell itself marked. HTML."""
    row, place = drawn.marked
    name = f"{drawn.letters[place]}{row}"
    far = ["" if abs(at - place) <= 1 else " class=ec-far" for at in range(len(drawn.letters))]  # no room on a phone
    head = "".join(f"<th scope=col{far[at]}>{letters}</th>" for at, letters in enumerate(drawn.letters))
    lines = "".join(
        f"<tr><th scope=row>{number}</th>"
        + "".join(_cell(text, number == row and at == place, far[at]) for at, text in enumerate(texts))
        + "</tr>"
        for number, texts in drawn.rows
    )
    caption = f"Sheet “{escape(drawn.sheet)}” around {name}"
    hidden = any(text == HIDDEN for _, texts in drawn.rows for text in texts)
    why = f'<p class="ec-sub">{HIDDEN} stands for what may be about a person and isn’t used.</p>' if hidden else ""
    return (
        f'<div class="ec-scroll ec-whole" tabindex="0" role="region" aria-label="{caption}"><table class="ec-cells">'
        f"<caption>{caption}</caption><thead><tr><td></td>{head}</tr></thead><tbody>{lines}</tbody></table></div>{why}"
    )


def _cell(text: str, marked: bool, css: str) -> str:
    if not marked:
        return f"<td{css}>{escape(text)}</td>"
    return f'<td class="ec-marked"><mark>{escape(text) or "(blank)"}</mark></td>'
