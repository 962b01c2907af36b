"""The two statements about an indicator, in icon and words, with the figures they rest on."""

from html import escape

from charts import words
from data.framework.indicators import Indicator
from pages.parts.data import Said
from pages.parts.status_icons import badge


def statements(row: Said, indicator: Indicator, about: str) -> str:
    """Is it changing, and will it reach its target: HTML. `about` names the place they are made for."""
    early = bool(row.detail.get("early"))
    change = f"<section><h3 class='ec-small'>Is it changing?</h3>{badge(row.change, early)}"
    change += f"<p>{escape(_change(row, indicator.unit))}</p></section>"
    target = f"<section><h3 class='ec-small'>Will it reach its target?</h3>{badge(row.target)}"
    target += f"<p>{escape(_target(row, indicator))}</p></section>"
    return change + target + (f"<p>{escape(about)}</p>" if about else "")


def _change(row: Said, unit: str) -> str:
    delta, low, high = (row.detail.get(name) for name in ("delta", "delta_low", "delta_high"))
    moved = ""
    if delta is not None:
        moved = f"{words.difference(delta, unit)} since the baseline"
        if low is not None and high is not None:
            moved += f" ({words.difference(low, unit)} to {words.difference(high, unit)})"
        moved += ". "
    return moved + row.why


def _target(row: Said, indicator: Indicator) -> str:
    target, unit, said = indicator.target, indicator.unit, []
    to_date, end, progress = (row.detail.get(name) for name in ("target_to_date", "end_target", "progress"))
    if target.kind == "none":
        return target.rationale
    if to_date is not None:
        said.append(f"Target to date {words.figure(to_date, unit)}")
    if end is not None and target.due:
        said.append(f"end target {words.figure(end, unit)} by {words.month(target.due)}")
    elif target.value is not None and target.due:
        said.append(f"target: {words.difference(target.value, unit)} by {words.month(target.due)}")
    if progress is not None:
        said.append(f"{words.number(100 * progress, 0)}% of the way")
    text = "; ".join(said)
    mark = " The target is an assumption." if target.status == "assumption" else ""
    return (text[:1].upper() + text[1:] + "." if text else "") + mark
