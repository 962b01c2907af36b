"""Leadership: who is in the room and who is not, whether minds, ties, effort and ownership change."""

from html import escape

from charts import words
from pages.parts.cards import indicator_card
from pages.parts.frame import Board, board_page, heading, present
from pages.parts.group_cards import bars_card, newest_by_group
from pages.parts.rows import indicator_rows
from pages.parts.titles import page_title
from pages.parts.view import View

NODES = ("OC1", "OC2", "OC3", "OC4", "OP1")
CHARTS = ("I08", "I10", "I12", "I13")


def absent_sectors(view: View) -> tuple[str, float]:
    """A headline that names the sectors with too few leaders, and how many leaders are enough.

    A withheld count is a small one or protects one: never taken for a sector that is in the room.
    """
    enough = float(view.framework.indicator("I02").formula.model_dump().get("at_least") or 3)
    newest = newest_by_group(view, "I01", "sector")
    name = {each: view.framework.group_name("sector", each.group_value) for each in newest}
    few = [name[each] for each in newest if each.value is not None and each.value < enough]
    hidden = [name[each] for each in newest if each.value is None]
    if not newest:
        return "Which sectors are in the room", enough
    said = [f"Not enough in the room: {_listed(few)}"] if few else []
    said += [f"Too few to show: {_listed(hidden)}"] if hidden else []
    return "; ".join(said) or "Every sector is in the room", enough


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
                    f"{enough:.0f} leaders make a sector present",
                ),
                *(indicator_card(view, id) for id in CHARTS),
                indicator_rows(view, ("I01", "I02", "I03", "I09", "I11"), escape("Also measured")),
            ]
        ),
    )


board_page("leadership", build)
