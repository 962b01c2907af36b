"""How fresh each dataset is, as the publication recorded it."""

import datetime as dt

from charts import words
from pages.parts import data
from pages.parts.tables import Table, html_table
from pages.parts.view import View

ORIGINS = {"sample": "illustrative", "real": "real", "reference": "published figures"}
STATES = {"fresh": "up to date", "stale": "out of date", "none": "nothing yet"}


def freshness_card(view: View) -> str:
    """A table of the datasets: what the newest figure is about, whether that is old, where it comes from."""
    said = data.statuses(view.publication.id)
    rows = [_line(each.name, said[("dataset", each.id)]) for each in view.framework.datasets]
    header = ("Dataset", "Newest data", "State", "Kind", "Uploads")
    table = Table(f"Each dataset as it stood on {words.day(view.publication.as_at)}", header, tuple(rows))
    return (
        '<section class="ec ec-card" style="margin-top:.9rem"><h2>How fresh is the data?</h2>'
        '<div class="ec-wide" tabindex="0" role="region" aria-label="Freshness of each dataset">'
        f"{html_table(table)}</div></section>"
    )


def _line(name: str, row: data.Said) -> tuple[str, ...]:
    latest = row.detail.get("latest")
    origins = [ORIGINS[each] for each in str(row.detail.get("origin") or "").split("+") if each]
    return (
        name,
        words.day(dt.date.fromisoformat(latest)) if latest else "undated" if origins else "none",
        STATES[row.change],
        " and ".join(origins) or "nothing yet",
        ", ".join(str(upload) for upload in row.detail.get("uploads", ())),
    )
