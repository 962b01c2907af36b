"""Communities: more say, more empowered, taking more part; and whether the disadvantaged gain too."""

from pages.parts.cards import indicator_card
from pages.parts.closer import closer_look
from pages.parts.frame import Board, board_page, heading, present
from pages.parts.gap_cards import gaps_card
from pages.parts.titles import page_title
from pages.parts.view import View

INDICATORS = ("I14", "I20", "I19")


def build(view: View) -> Board:
    title, lead = page_title(view, ("IM2", "IM3", "OC6"))
    return Board(
        heading(view, title, lead, view.place_name),
        present(
            [
                *(indicator_card(view, id) for id in INDICATORS),
                gaps_card(view, INDICATORS, "Disadvantaged residents and their say"),
            ]
        ),
    )


board_page("communities", build, then=lambda view: closer_look("communities", view, INDICATORS))
