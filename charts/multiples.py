"""Many small series on one scale, in a fixed order: the same picture for each group, never a ranking."""

from collections.abc import Mapping, Sequence
from textwrap import wrap

from charts import words
from charts.control import colour_of, family
from charts.series import known, reach, runs
from charts.theme import Figure, Palette, axis, layout, note
from metrics.types import Estimate

ROW, LINE = 144, 18  # pixels; a panel has room for two lines of its name
WIDE, NARROW = 22, 12  # letters of a name that fit in one line on a phone, by two columns or more
MOST_YEARS = 4  # named on a panel's axis


def small_multiples(
    groups: Mapping[str, Sequence[Estimate]],
    unit: str,
    colours: Palette,
    columns: int = 4,
    cuts: Mapping[str, Sequence[str]] | None = None,
) -> Figure:
    """One panel for each name, in the order given, all on the same axes; lines cut at breaks.

    `cuts` gives the ISO dates of the breaks of a panel, each drawn as a dotted line.
    """
    every = [point for points in groups.values() for point in points]
    rows = max(1, -(-len(groups) // columns))
    titles = [wrap(name, WIDE if columns <= 2 else NARROW) for name in groups]
    over = LINE * max((len(title) - 2 for title in titles[:columns] if len(title) > 2), default=0)
    body = layout(
        colours, 40 + ROW * rows + over, annotations=[], shapes=[], margin={"l": 8, "r": 8, "t": 8 + over, "b": 8}
    )
    shared, span = reach(known(every)), _span(known(every))
    years = _years(span)
    traces: list[Figure] = []
    for place, (name, points) in enumerate(groups.items()):
        box = _box(place, columns, rows)
        tag = "" if place == 0 else str(place + 1)
        body[f"xaxis{tag}"] = axis(
            colours,
            domain=box[0],
            anchor=f"y{tag}",
            type="date",
            range=span,
            tickvals=years,
            showticklabels=place // columns == rows - 1,
            tickformat="%Y",
        )
        body[f"yaxis{tag}"] = axis(
            colours,
            grid=True,
            domain=box[1],
            anchor=f"x{tag}",
            range=shared,
            nticks=4,
            showticklabels=place % columns == 0,
            ticksuffix="%" if unit == "percent" else "",
        )
        body["annotations"].append(
            note(
                colours,
                f"<b>{'<br>'.join(titles[place])}</b>",
                align="left",
                xref="paper",
                yref="paper",
                x=box[0][0],
                y=box[1][1],
                xanchor="left",
                yanchor="bottom",
                font={"color": colours.ink, "size": 13.5},
            )
        )
        body["shapes"] += [_cut(date, colours, tag) for date in (cuts or {}).get(name, ())]
        traces += _panel(points, unit, colours, tag)
    return {"data": traces or [{"type": "scatter", "x": [], "y": []}], "layout": body}


def _span(points: Sequence[Estimate]) -> list[str] | None:
    """The first and the last date of any panel, so that one place across is one time in all of them."""
    if not points:
        return None
    return [
        min(each.period.start for each in points).isoformat(),
        max(each.period.end for each in points).isoformat(),
    ]


def _years(span: list[str] | None) -> list[str]:
    """The Januaries in a span, thinned out to a few."""
    if span is None:
        return []
    first, last = int(span[0][:4]) + (span[0][5:] > "01-01"), int(span[1][:4])
    step = -(-(last - first + 1) // MOST_YEARS) or 1
    return [f"{year}-01-01" for year in range(first, last + 1, step)]


def _cut(date: str, colours: Palette, tag: str) -> Figure:
    return {
        "type": "line",
        "xref": f"x{tag}",
        "yref": f"y{tag} domain",
        "x0": date,
        "x1": date,
        "y0": 0,
        "y1": 1,
        "line": {"color": colours.worsening, "width": 1.4, "dash": "dot"},
    }


def _box(place: int, columns: int, rows: int) -> tuple[list[float], list[float]]:
    column, row = place % columns, place // columns
    width, height = 1 / columns, 1 / rows
    top = 1 - row * height - 0.27 * height
    return (
        [column * width + (0.02 if column else 0), (column + 1) * width - 0.02],
        [max(0.0, top - 0.62 * height), top],
    )


def _panel(points: Sequence[Estimate], unit: str, colours: Palette, tag: str) -> list[Figure]:
    where = {"xaxis": f"x{tag}", "yaxis": f"y{tag}"}
    found: list[Figure] = []
    for run in runs(points):
        x, y = [words.middle(p.period) for p in run.points], [p.value for p in run.points]
        kinds = [family(p.mark) for p in run.points]
        found.append(
            where
            | {
                "type": "scatter",
                "mode": "lines" if len(x) > 8 else "lines+markers",
                "x": x,
                "y": y,
                "line": {"color": colours.improving if len(x) <= 8 else colours.common, "width": 1.6},
                "marker": {"size": 5},
                "hovertemplate": "%{customdata}<extra></extra>",
                "customdata": [_hover(p, unit) for p in run.points],
            }
        )
        special = [place for place, kind in enumerate(kinds) if kind != "common"]
        if special:
            found.append(
                where
                | {
                    "type": "scatter",
                    "mode": "markers",
                    "hoverinfo": "skip",
                    "x": [x[i] for i in special],
                    "y": [y[i] for i in special],
                    "marker": {
                        "size": 6,
                        "color": [colour_of(kinds[i], colours) for i in special],
                        "symbol": [
                            "triangle-up"
                            if kinds[i] == "improvement"
                            else "triangle-down"
                            if kinds[i] == "concern"
                            else "diamond"
                            for i in special
                        ],
                    },
                }
            )
    return found


def _hover(point: Estimate, unit: str) -> str:
    said = words.absence(point.absence) if point.value is None else words.figure(point.value, unit)
    return f"<b>{said}</b> {words.period(point.period)}"
