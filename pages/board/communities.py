"""Communities: more say, more empowered, taking more part; and whether the disadvantaged gain too."""

from pages.parts.cards import indicator_card
from pages.parts.frame import Board, board_page, heading, present
from pages.parts.group_cards import groups_card
from pages.parts.titles import page_title
from pages.parts.view import View


def build(view: View) -> Board:
    title, lead = page_title(view, ("IM2", "IM3", "OC6"))
    return Board(
        heading(view, title, lead, view.place_name),
        present(
            [
                *(indicator_card(view, id) for id in ("I14", "I20", "I19")),
                groups_card(
                    view,
                    "I14",
                    "imd",
                    "Who feels able to influence decisions, by deprivation of the neighbourhood",
                ),
                groups_card(
                    view, "I14", "district", "Who feels able to influence decisions, district by district"
                ),
                groups_card(view, "I19", "age", "Who volunteers every month, by age"),
            ]
        ),
    )


board_page("communities", build)
