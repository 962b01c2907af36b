"""Demand on public services: is it falling, is it noise, is need unmet, and what is it worth?"""

from html import escape

from pages.parts.anyway import anyway
from pages.parts.cards import indicator_card
from pages.parts.demand_cards import areas_card
from pages.parts.failure_card import failure_card
from pages.parts.frame import Board, board_page, heading, present
from pages.parts.guard_rail_card import guard_rail_card
from pages.parts.money_card import money_card
from pages.parts.rebase_card import rebased_card
from pages.parts.rows import indicator_rows
from pages.parts.service_table import service_table
from pages.parts.titles import page_title
from pages.parts.value_card import return_card
from pages.parts.view import View


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
        present(
            [
                service_table(view),
                hazards(view),
                guard_rail_card(view),
                *(card for id in ("I21", "I22", "I23") for card in (indicator_card(view, id), rebased_card(view, id))),
                areas_card(view, "I21", "trust", "Type 1 A&E attendances by hospital trust, a day"),
                areas_card(
                    view, "I21", "trust", "Other A&E attendances by hospital trust, a day", "ae_other"
                ),
                areas_card(view, "I22", "district", "Emergency admissions, district by district"),
                failure_card(view, "I24"),
                indicator_rows(view, ("I24", "I26"), "Demand that could be avoided"),
                money_card(view, "I25"),
                return_card(view),
            ]
        ),
    )


board_page("demand", build, then=anyway)
