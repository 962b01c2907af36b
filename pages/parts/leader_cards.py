"""The same leaders, before and after: how far they moved, how many, and who was lost on the way."""

from html import escape

from charts import findings, words
from charts.intervals import Row, caterpillar
from charts.sentence import interval
from charts.series import latest
from metrics.types import Estimate
from pages.parts.cards import foot
from pages.parts.figure import Card, estimate_table
from pages.parts.provenance import made
from pages.parts.view import View

MOVES = {"moved_up": "rose", "moved_same": "stayed the same", "moved_down": "fell"}


def same_leaders_card(view: View, own: str, peers: str) -> Card | None:
    """Changes within the same leaders: their own score, looking back, and their peers'; None without a change."""
    indicator = view.framework.indicator(own)
    changes = sorted(_everyone(view, own, "paired_change"), key=lambda each: each.period)
    newest = latest(changes)
    if newest is None:
        return None
    rows = [Row(f"Their own score, to {words.period(each.period)}", each) for each in changes]
    rows += [
        Row(f"Looking back, in {words.period(each.period)}", each) for each in _everyone(view, own, "retro_change")
    ]
    rows += [
        Row(f"As peers rate them, to {words.period(each.period)}", each)
        for each in _everyone(view, peers, "paired_change")
    ]
    estimates, unit = [row.estimate for row in rows], "points; per cent of leaders"
    title, moves = _finding(newest), _moves(view, own, newest)
    lost = _attrition(view, own, newest)
    against = sorted(_everyone(view, peers, "peers_against_self"), key=lambda each: each.period)
    seen = _seen_by_peers(latest(against))
    kept = {row.estimate: row.name for row in rows} | moves
    kept |= {each: f"Peers’ score minus their own, {words.period(each.period)}" for each in against}
    return Card(
        key=f"{own}_same",
        alt=f"{title}. {' '.join((_moved(moves), lost, seen))} {len(rows)} changes, all in the data table.",
        head=f"<h2>{escape(title)}</h2><p class='ec-sub'>Change of the mind-set index in points of 100, in leaders who "
        f"answered both times, with 95% intervals. {escape(_moved(moves))} {escape(lost)} {escape(seen)} Nobody was "
        "chosen by lot, so a change is not yet the programme’s doing.</p>",
        chart=caterpillar(rows, "points", view.colours, zero="no change"),
        foot=foot(view, indicator, estimates, newest),
        table=estimate_table(
            "Changes within the same leaders", [*estimates, *moves, *against], unit, "What", kept.get
        ),
        made=made(view, indicator, estimates),
    )


def _everyone(view: View, id: str, statistic: str) -> list[Estimate]:
    return [each for each in view.of(id, statistic) if not each.group_dim]


def _finding(change: Estimate) -> str:
    spread = interval(change, "points")
    who = f"{words.number(change.base, 0)} leaders" if change.base else "leaders"
    if findings.excludes(change, 0.0):
        way = "up" if change.value > 0 else "down"
        return f"The same {who} moved {way} {_points(change.value)} on average ({_unsigned(change)})"
    return f"The same {who} show no clear change on average: {words.difference(change.value, 'points')} ({spread})"


def _points(value: float) -> str:
    return f"{words.number(abs(value), 1)} points"


def _unsigned(clear: Estimate) -> str:
    """The interval of a clear difference without its sign, the smaller end first."""
    return " to ".join(words.number(size, 1) for size in sorted((abs(clear.low), abs(clear.high))))


def _moves(view: View, id: str, change: Estimate) -> dict[Estimate, str]:
    """The shares that rose, stayed and fell in the same waves, with their words."""
    found = {}
    for statistic, said in MOVES.items():
        same = [each for each in _everyone(view, id, statistic) if each.period == change.period]
        found |= dict.fromkeys(same, f"Share that {said}")
    return found


def _moved(moves: dict[Estimate, str]) -> str:
    known = [(each, said) for each, said in moves.items() if each.value is not None]
    if not known:
        return ""
    parts = [f"{words.figure(each.value, 'percent')} {said.removeprefix('Share that ')}" for each, said in known]
    first = known[0][0]
    return f"Of these leaders, {findings.listed(parts)} (interval of the first {interval(first, 'percent')})."


def _seen_by_peers(gap: Estimate | None) -> str:
    """Whether peers see more, or less, than leaders say of themselves; nothing where nobody has both."""
    if gap is None:
        return ""
    when, who = words.period(gap.period), f"{words.number(gap.base, 0)} leaders" if gap.base else "leaders"
    if gap.low is None or not findings.excludes(gap, 0.0):
        return f"In {when} peers’ ratings of {who} did not clearly differ from their own."
    side = "lower" if gap.value < 0 else "higher"
    return f"In {when} peers rated {who} {_points(gap.value)} {side} than they rated themselves ({_unsigned(gap)})."


def _attrition(view: View, id: str, change: Estimate) -> str:
    """How many of the first wave were lost, and how they differed from those who stayed."""
    gap = next((each for each in _everyone(view, id, "leavers_gap") if each.period == change.period), None)
    if gap is None or gap.numerator is None or gap.denominator is None:
        return ""
    lost = f"{words.number(gap.numerator, 0)} of the {words.number(gap.denominator, 0)} who began did not answer again"
    if gap.value is None or not findings.excludes(gap, 0.0):
        return f"{lost}; at the start they did not clearly differ from those who stayed."
    side = "lower" if gap.value < 0 else "higher"
    flattering = ", so each wave’s own average flatters the change" if gap.value < 0 < change.value else ""
    return (
        f"{lost}; at the start they scored {_points(gap.value)} {side} ({_unsigned(gap)}) than those who stayed"
        f"{flattering}."
    )
