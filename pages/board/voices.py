"""Voices: who was heard, what was learnt, and what became of it."""

from pages.parts.cards import indicator_card
from pages.parts.frame import Board, board_page, heading, present
from pages.parts.group_cards import bars_card, groups_card
from pages.parts.rows import indicator_rows
from pages.parts.titles import page_title
from pages.parts.view import View

NODES = ("OP3", "OP4", "OP5", "OC5")


def build(view: View) -> Board:
    title, lead = page_title(view, NODES)
    return Board(
        heading(view, title, lead),
        present(
            [
                bars_card(
                    view,
                    "I05",
                    "citizen_group",
                    "Who has been heard so far",
                    "Citizens met in small groups since the start, by the group they belong to",
                ),
                *(indicator_card(view, id) for id in ("I06", "I07", "I04")),
                groups_card(view, "I06", "service", "Where insights became changes, service by service"),
                indicator_rows(view, ("I05", "P04"), "Also measured"),
            ]
        ),
    )


board_page("voices", build)
