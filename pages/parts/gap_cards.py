"""The disadvantaged against others: every gap of a page's questions in one figure."""

from collections.abc import Sequence
from html import escape

from charts import findings, words
from charts.intervals import Row, caterpillar
from charts.series import latest
from pages.parts.cards import foot
from pages.parts.figure import Card, estimate_table
from pages.parts.provenance import made
from pages.parts.view import View

GAPS = {  # the disadvantaged minus the others, in words
    "gap_q1_q5": "most minus least deprived fifth",
    "gap_vulnerable": "vulnerable minus others",
    "gap_tenure": "social renters minus owners",
}


def gaps_card(view: View, ids: Sequence[str], subject: str) -> Card | None:
    """Disadvantaged against other residents on each question, the newest wave; None where none is known."""
    rows = [row for id in ids for row in _gap_rows(view, id)]
    if not rows:
        return None
    indicator = view.framework.indicator(ids[0])
    estimates = [row.estimate for row in rows]
    title = findings.gaps(rows, subject)
    when = words.period(max(each.period for each in estimates))
    return Card(
        key=f"gaps_{ids[0]}",
        alt=f"{title}. {findings.largest(rows)} {len(rows)} gaps, all in the data table.",
        head=f"<h2>{escape(title)}</h2><p class='ec-sub'>Difference in percentage points between residents in a "
        f"disadvantaged group and the others, {when}, with 95% intervals. Left of the line the disadvantaged answer "
        f"less positively. {escape(findings.largest(rows))} Of {findings.counted(len(rows))} gaps looked at together, "
        "one in twenty would look clear by chance alone.</p>",
        chart=caterpillar(rows, "points", view.colours, zero="no gap"),
        foot=foot(view, indicator, estimates, latest(view.series(ids[0], indicator.areas[0]))),
        table=estimate_table(
            "Gaps between groups", estimates, "percentage points", "Question and groups",
            {row.estimate: row.name for row in rows}.__getitem__,
        ),
        made=made(view, indicator, estimates),
    )  # fmt: skip


def _gap_rows(view: View, id: str) -> list[Row]:
    """The newest gap of each kind, in fixed order; those that can't be known keep their reason."""
    indicator, found = view.framework.indicator(id), []
    for statistic, words_of_it in GAPS.items():
        newest = max(view.of(id, statistic), key=lambda each: each.period.end, default=None)
        if newest is not None:
            found.append(Row(f"{indicator.short}: {words_of_it}", newest))
    return found
