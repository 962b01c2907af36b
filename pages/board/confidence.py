"""Confidence: are citizens more confident in public services, and who is?"""

from pages.parts.cards import indicator_card
from pages.parts.closer import closer_look
from pages.parts.frame import Board, board_page, heading, present
from pages.parts.gap_cards import gaps_card
from pages.parts.index_card import index_card
from pages.parts.titles import page_title
from pages.parts.view import View
from pages.parts.wave_report import wave_report

INDICATORS = ("I18", "I16", "I15", "I17")
INDEX = "I27"


def build(view: View) -> Board:
    title, lead = page_title(view, ("IM1",))
    return Board(
        heading(view, title, lead, view.place_name),
        present(
            [
                *(indicator_card(view, id) for id in INDICATORS),
                index_card(view, INDEX),
                gaps_card(view, INDICATORS, "Disadvantaged residents and confidence"),
                wave_report(view, INDICATORS),
            ]
        ),
    )


board_page("confidence", build, then=lambda view: closer_look("confidence", view, INDICATORS))
