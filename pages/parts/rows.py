"""Indicators as lines of a list: name, newest figure, both statements. For what needs no chart."""

from collections.abc import Sequence
from html import escape

from charts import words
from charts.series import latest
from pages.parts.links import anchor
from pages.parts.status_icons import badge
from pages.parts.view import View


def indicator_rows(view: View, ids: Sequence[str], title: str) -> str:
    """A card of lines as HTML, each linking to the indicator in depth."""
    lines = "".join(_line(view, id) for id in ids)
    return f'<section class="ec ec-card"><h2>{escape(title)}</h2><ul class="ec-rows">{lines}</ul></section>'


def _line(view: View, id: str) -> str:
    indicator, row = view.framework.indicator(id), view.said("indicator", id)
    newest = latest(view.series(id, view.place_for(indicator)))
    figure = words.figure(newest.value, indicator.unit) if newest else "no figure yet"
    when = f"<br><small>{escape(words.period(newest.period))}</small>" if newest else ""
    return (
        f"<li><span>{anchor(escape(indicator.name), 'indicator', id)}<br>"
        f"<small>{escape(indicator.unit_text)}</small></span><span><b>{escape(figure)}</b>{when}</span>"
        f"<span>{badge(row.change, bool(row.detail.get('early')))}</span>"
        f"<span>{badge(row.target)}</span></li>"
    )
