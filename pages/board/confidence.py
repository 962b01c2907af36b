"""Confidence: are citizens more confident in public services, and who is?"""

from pages.parts.cards import indicator_card
from pages.parts.frame import Board, board_page, heading, present
from pages.parts.group_cards import groups_card
from pages.parts.titles import page_title
from pages.parts.view import View

INDICATORS = ("I18", "I16", "I15", "I17")


def build(view: View) -> Board:
    title, lead = page_title(view, ("IM1",))
    return Board(
        heading(view, title, lead, view.place_name),
        present(
            [
                *(indicator_card(view, id) for id in INDICATORS),
                groups_card(
                    view, "I18", "district", "Confidence that services would be there, district by district"
                ),
                groups_card(view, "I18", "vulnerable", "Confidence of people in vulnerable circumstances")
                or groups_card(view, "I18", "imd", "Confidence by how deprived the neighbourhood is"),
            ]
        ),
    )


board_page("confidence", build)
