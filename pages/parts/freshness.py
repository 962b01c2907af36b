"""How fresh each dataset is, as the publication recorded it."""

import datetime as dt
from html import escape

from charts import words
from pages.parts import data
from pages.parts.tables import Table, html_table
from pages.parts.view import View

ORIGINS = {"sample": "illustrative", "real": "real", "reference": "reference", "": "none yet"}


def freshness_card(view: View) -> str:
    """A table of the datasets: what the newest figure is about, how many rows, where it comes from."""
    rows = [row for (kind, _), row in sorted(data.statuses(view.publication.id).items()) if kind == "dataset"]
    if not rows:
        return ""
    table = Table(
        f"Each dataset as it stood on {words.day(view.publication.as_at)}",
        ("Dataset", "Newest data", "Rows", "Kind", "Upload"), tuple(_line(row) for row in rows),
    )
    return ('<section class="ec ec-card" style="margin-top:.9rem"><h2>How fresh is the data?</h2>'
            f'<div class="ec-scroll" tabindex="0" role="region" aria-label="Freshness of each dataset">'
            f"{html_table(table)}</div></section>")


def _line(row: data.Said) -> tuple:
    latest, upload = row.detail.get("latest"), row.detail.get("upload")
    origin = str(row.detail.get("origin") or "")
    return (
        row.subject.replace("_", " ").capitalize(), _date(latest), row.detail.get("rows") or 0,
        ORIGINS.get(origin, origin), f"upload {upload}" if upload else "",
    )


def _date(latest: object) -> str:
    if not latest:
        return "none"
    try:
        return words.day(dt.date.fromisoformat(str(latest)[:10]))
    except ValueError:
        return escape(str(latest))
