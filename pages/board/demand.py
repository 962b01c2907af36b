"""Demand on public services: is it falling, is it noise, is need unmet, and what is it worth?"""

from collections.abc import Sequence
from html import escape

from pages.parts.anyway import anyway
from pages.parts.failure_card import failure_card
from pages.parts.figure import Card
from pages.parts.frame import Board, board_page, heading, present, show_pieces
from pages.parts.guard_rail_card import guard_rail_card
from pages.parts.money_card import money_card
from pages.parts.one_service import one_service
from pages.parts.rows import indicator_rows
from pages.parts.service_table import service_table
from pages.parts.titles import page_title
from pages.parts.value_card import return_card
from pages.parts.view import View, built


def hazards(view: View) -> str | None:
    """How good news here may mislead, from the framework."""
    items = "".join(f"<li>{escape(text)}</li>" for text in view.framework.node("IM4").hazards)
    if not items:
        return None
    return (
        '<div class="ec"><div class="ec-warn"><h2>Less demand is not always better</h2>'
        f'<ul class="ec-list">{items}</ul></div></div>'
    )


def build(view: View) -> Board:
    title, lead = page_title(view, ("IM4", "IM5"))
    return Board(
        heading(view, title, lead, view.place_name),
        present([service_table(view), hazards(view), guard_rail_card(view)]),
    )


def beneath(view: View) -> Sequence[Card | str]:
    """What stands below the two choosers."""
    return present(
        [
            failure_card(view, "I24"),
            indicator_rows(view, ("I24", "I26"), "Demand that could be avoided"),
            return_card(view),
            money_card(view, "I25"),
        ]
    )


def below(view: View) -> None:
    """One service at a time, twice: is it changing, and would it have happened anyway? Then the rest."""
    one_service(view)
    anyway(view)
    show_pieces(built("demand_beneath", view, beneath))


board_page("demand", build, then=below)
