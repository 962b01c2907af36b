"""Leadership: who is in the room and who is not, whether minds, ties, effort and ownership change."""

from html import escape

from charts import words
from metrics.disclosure_rules import NOT_YET
from metrics.types import Estimate
from pages.parts.cards import indicator_card
from pages.parts.frame import Board, board_page, heading, present
from pages.parts.group_cards import bars_card, newest_by_group
from pages.parts.leader_cards import same_leaders_card
from pages.parts.rows import indicator_rows
from pages.parts.titles import page_title
from pages.parts.view import View

NODES = ("OC1", "OC2", "OC3", "OC4", "OP1")
CHARTS = ("I08", "I10", "I12", "I13")


def absent_sectors(view: View) -> tuple[str, float]:
    """A headline that names the sectors not yet in the room, and how many leaders are enough.

    A small count is withheld, but whether its sector is in the room is always said, in the reason.
    """
    enough = float(view.framework.indicator("I02").formula.params["at_least"])
    newest = newest_by_group(view, "I01", "sector")
    name = {each: view.framework.group_name("sector", each.group_value) for each in newest}
    missing = [name[each] for each in newest if _not_yet(each, enough)]
    hidden = [name[each] for each in newest if each.value is None and not _not_yet(each, enough)]
    if not newest:
        return "Which sectors are in the room", enough
    said = [f"Not yet in the room: {_listed(missing)}"] if missing else []
    said += [f"there, but too few to count here: {_listed(hidden)}"] if hidden else []
    text = "; ".join(said) or "Every sector is in the room"
    return text[0].upper() + text[1:], enough


def _not_yet(sector: Estimate, enough: float) -> bool:
    return sector.reason.startswith(NOT_YET) if sector.value is None else sector.value < enough


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def build(view: View) -> Board:
    title, lead = page_title(view, NODES)
    room, enough = absent_sectors(view)
    newest = next(iter(newest_by_group(view, "I01", "sector")), None)
    when = f", {words.period(newest.period)}" if newest else ""
    return Board(
        heading(view, title, lead),
        present(
            [
                bars_card(
                    view,
                    "I01",
                    "sector",
                    room,
                    f"Leaders with at least one session, by sector{when}",
                    enough,
                    f"present from {enough:.0f} leaders",
                ),
                indicator_card(view, CHARTS[0]),
                same_leaders_card(view, CHARTS[0], "I09"),
                *(indicator_card(view, id) for id in CHARTS[1:]),
                indicator_rows(view, ("I01", "I02", "I03", "I09", "I11"), escape("Also measured")),
            ]
        ),
    )


board_page("leadership", build)
