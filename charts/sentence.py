"""What a figure says in words: its base line and the name a screen reader gives it."""

from collections.abc import Sequence

from charts import words
from charts.series import known
from metrics.types import Estimate

MODES = {
    "telephone": "telephone",
    "online": "online",
    "face_to_face": "face to face",
    "postal": "postal",
    "mixed": "more than one mode",
}


def base_line(estimate: Estimate | None, who: str = "") -> str:
    """'Base: 1,012 residents 18+, weighted; effective base 840; telephone, Sep 2025.'

    Leaves out what the estimate does not know; without an estimate says that there is none.
    """
    if estimate is None:
        return "Base: no figure to show."
    parts = []
    if estimate.base is not None:
        parts.append(f"{words.number(estimate.base, 0)} {who}".strip())
    if estimate.base_effective is not None and estimate.base_effective != estimate.base:
        parts[-1:] = [parts[-1] + ", weighted" if parts else "weighted"]
        parts.append(f"effective base {words.number(estimate.base_effective, 0)}")
    when = words.period(estimate.period)
    parts.append(f"{MODES[estimate.mode]}, {when}" if estimate.mode in MODES else when)
    return (
        f"Base: {'; '.join(parts)}." if estimate.base is not None else f"Latest figure: {'; '.join(parts)}."
    )


def alt_text(headline: str, estimates: Sequence[Estimate], unit: str) -> str:
    """The finding, then first and latest figure with their intervals, then where the rest is."""
    points = sorted(known(estimates), key=lambda each: each.period)
    if not points:
        return f"{headline} No figure can be shown."
    said = [_point(each, unit) for each in dict.fromkeys((points[0], points[-1]))]
    return f"{headline.rstrip('.')}. {'; '.join(said)}. {len(points)} figures, all in the data table."


def interval(estimate: Estimate, unit: str) -> str:
    """'46.4% to 52.8%', or nothing when there is no interval."""
    if estimate.low is None or estimate.high is None:
        return ""
    return f"{words.figure(estimate.low, unit)} to {words.figure(estimate.high, unit)}"


def _point(estimate: Estimate, unit: str) -> str:
    spread = interval(estimate, unit)
    text = f"{words.period(estimate.period)}: {words.figure(estimate.value, unit)}"
    return f"{text} (95% interval {spread})" if spread else text
