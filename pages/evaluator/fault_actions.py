"""What an evaluator may do about a file's faults: take it back with comments, or release a quote."""

import streamlit as st

from etl.annotate import annotated
from etl.load import Offer, examine
from etl.mapping import ColumnMap
from etl.redact import release_key
from pages.parts import data

QUOTES = ("personal_data_removed", "quote_let_stand")


def released(key: str) -> tuple[str, ...]:
    """The quotes chosen below, as the page knows them before it draws the choice again."""
    mark, state = f"release_{key}_", st.session_state.items()
    return tuple(sorted(str(name).removeprefix(mark) for name, on in state if str(name).startswith(mark) and on))


def release_choice(offer: Offer, key: str) -> None:
    """Let a person who has read them say which quotes hold nobody's personal data. It is signed."""
    quotes = {release_key(each.sheet, each.cell): each.cell for each in offer.faults if each.code in QUOTES}
    if not quotes:
        return
    with st.expander("Release a quote", key=f"quotes_{key}"):
        st.html(
            '<div class="ec"><p class="ec-sub">These texts look as if they held personal data, and it was taken out. '
            "Where you have read one and it names nobody, it can be stored as it is. The register says who let it.</p>"
            "</div>"
        )
        for quote, cell in quotes.items():
            st.checkbox(f"Store the text of {cell} as it is", key=f"release_{key}_{quote}")


def send_back(
    offer: Offer, content: bytes, name: str, dataset: str, mapping: ColumnMap, weights: str, key: str
) -> None:
    """The evaluator's own file with a comment on each cell at fault, made when it is asked for."""
    if not offer.faults:
        return

    def made() -> bytes:
        book, checked = examine(data.store(), content, name, dataset, None, mapping, weights=weights)
        return annotated(content, book, checked.faults, checked.layout.header_row if checked.layout else 0)

    st.download_button(
        "Download your file with comments",
        made,
        f"{name.rpartition('.')[0] or name}-checked.xlsx",
        key=f"annotated_{key}",
        on_click="ignore",
        icon=":material/download:",
        help="To send back to whoever supplied it. Personal data is not repeated in it.",
    )
