"""A funnel: figures against the size of their base, between the limits that chance alone would keep."""

from collections.abc import Sequence

from charts import words
from charts.intervals import Row
from charts.series import reach
from charts.theme import Figure, Palette, axis, layout, note
from metrics.types import Estimate

ALIKE = "alike"


def funnel(inner: Sequence[Row], outer: Sequence[Row], unit: str, colours: Palette, height: int = 400) -> Figure:
    """Each row's figure over its effective base; `inner` carries 95 % limits, `outer` 99.8 % limits.

    A figure outside the inner limits is filled and named; within them it is hollow: chance is enough to
    explain it. Rows without a figure are left out; the data table names them.
    """
    kept = [row for row in inner if row.estimate.value is not None]
    lines = [*_limits(inner, "dot", colours), *_limits(outer, "solid", colours)]
    bounds = [bound for row in outer for bound in (row.estimate.lower_limit, row.estimate.upper_limit)]
    centre = next((row.estimate.centre for row in kept), None)
    bases = [row.estimate.base_effective for row in kept]
    span = [min(bases) * 0.9, max(bases) * 1.06] if bases else None
    return {
        "data": [*lines, _points(kept, unit, colours)],
        "layout": layout(
            colours,
            height,
            margin={"l": 8, "r": 60, "t": 16, "b": 8},
            shapes=_centre(centre, colours),
            annotations=[
                *_names(kept, colours), *_centre_note(centre, unit, colours), *_limit_notes(inner, outer, colours)
            ],
            xaxis=axis(colours, range=span, nticks=6, title=_title("Effective base", colours)),
            yaxis=axis(
                colours,
                grid=True,
                nticks=6,
                range=reach([row.estimate for row in kept], [bound for bound in bounds if bound is not None]),
                ticksuffix="%" if unit == "percent" else "",
            ),
        ),
    }


def _by_base(rows: Sequence[Row]) -> list[Estimate]:
    known = [row.estimate for row in rows if row.estimate.value is not None]
    return sorted(known, key=lambda each: each.base_effective)


def _limits(rows: Sequence[Row], dash: str, colours: Palette) -> list[Figure]:
    points = _by_base(rows)
    return [
        {
            "type": "scatter", "mode": "lines", "hoverinfo": "skip",
            "x": [each.base_effective for each in points], "y": [getattr(each, side) for each in points],
            "line": {"color": colours.common, "width": 1.4, "dash": dash},
        }
        for side in ("lower_limit", "upper_limit")
    ]  # fmt: skip


def _points(rows: Sequence[Row], unit: str, colours: Palette) -> Figure:
    outside = [row.estimate.mark != ALIKE for row in rows]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row.estimate.base_effective for row in rows],
        "y": [row.estimate.value for row in rows],
        "marker": {
            "size": 11,
            "symbol": ["diamond" if far else "circle" for far in outside],
            "color": [colours.improving if far else colours.card for far in outside],
            "line": {"color": colours.improving, "width": 2},
        },
        "customdata": [
            f"<b>{row.name}: {words.figure(row.estimate.value, unit)}</b><br>"
            f"effective base {words.number(row.estimate.base_effective, 0)}"
            for row in rows
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _names(rows: Sequence[Row], colours: Palette) -> list[Figure]:
    return [
        note(
            colours, row.name, x=row.estimate.base_effective, y=row.estimate.value,
            yshift=14 if row.estimate.mark == "above" else -16,
            font={"color": colours.ink, "size": 13},
        )
        for row in rows
        if row.estimate.mark != ALIKE
    ]  # fmt: skip


def _centre(centre: float | None, colours: Palette) -> list[Figure]:
    if centre is None:
        return []
    line = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": centre, "y1": centre, "layer": "below"}
    return [line | {"line": {"color": colours.ink, "width": 1.2}}]


def _centre_note(centre: float | None, unit: str, colours: Palette) -> list[Figure]:
    if centre is None:
        return []
    return [
        note(
            colours, f"everyone<br>{words.figure(centre, unit)}", xref="paper", x=1, xanchor="left", xshift=4,
            y=centre, align="left",
        )
    ]  # fmt: skip


def _limit_notes(inner: Sequence[Row], outer: Sequence[Row], colours: Palette) -> list[Figure]:
    ends = [(_by_base(rows)[-1], label) for rows, label in ((inner, "95%"), (outer, "99.8%")) if _by_base(rows)]
    return [
        note(
            colours, f"{label} limit", x=end.base_effective, y=end.upper_limit, xanchor="right", yanchor="bottom",
        )
        for end, label in ends
    ]  # fmt: skip


def _title(text: str, colours: Palette) -> Figure:
    return {"text": text, "font": {"color": colours.mute, "size": 13}}
