"""Confidence: are citizens more confident in public services, and who is?"""

from pages.parts.cards import groups_card, indicator_card
from pages.parts.frame import Board, board_page, heading, present
from pages.parts.view import View

INDICATORS = ("I18", "I16", "I15", "I17")


def build(view: View) -> Board:
    node = view.said("node", "IM1")
    return Board(
        heading(view, node.headline or "Confidence in public services", node.why, view.place_name),
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
