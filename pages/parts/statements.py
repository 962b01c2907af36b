"""The two statements about an indicator, in icon and words, with the figures they rest on."""

from collections.abc import Sequence
from html import escape

from charts import words
from data.framework.indicators import Indicator
from pages.parts.data import Said
from pages.parts.status_icons import badge


def statements(row: Said, indicator: Indicator, about: str) -> str:
    """Is it changing, and will it reach its target: HTML. `about` names the place they are made for.

    The engine's reason is a paragraph a line: what was found, the method, and the target where one is set.
    """
    found, *rest = row.why.split("\n")
    target = rest.pop() if rest and indicator.target.kind != "none" and row.target != "no_target" else ""
    aside = "autocorrelated" if row.change == "no_clear_change" and row.detail.get("autocorrelated") else ""
    change = _section("Is it changing?", badge(row.change, aside=aside), found, rest)
    return (
        change
        + _section("Will it reach its target?", badge(row.target), target, [_target(row, indicator)])
        + (f"<p>{escape(about)}</p>" if about else "")
    )


def _section(question: str, said: str, plain: str, small: Sequence[str]) -> str:
    first = f"<p class='ec-plain'>{escape(plain)}</p>" if plain else ""
    more = "".join(f"<p>{escape(text)}</p>" for text in small if text)
    return f"<section><h3 class='ec-small'>{question}</h3>{said}{first}{more}</section>"


def _target(row: Said, indicator: Indicator) -> str:
    """How far it has come; the rationale where no target is set. The aim itself is in the reason."""
    target, unit, said = indicator.target, indicator.unit, []
    to_date, end, progress = (row.detail.get(name) for name in ("target_to_date", "end_target", "progress"))
    if target.kind == "none":
        return target.rationale
    if target.kind == "change" and row.detail.get("points", 0) < 2:
        return "The target is an assumption." if target.status == "assumption" else ""
    if to_date is not None:
        said.append(f"{words.figure(to_date, unit)} is due by now")
    if end is not None and end != to_date and target.kind == "change":
        said.append(f"{words.figure(end, unit)} in the end")
    if progress is not None:
        said.append(gone(progress))
    text = f"{'; '.join(said)}." if said else ""
    return f"{text[:1].upper()}{text[1:]}" + (" The target is an assumption." if target.status == "assumption" else "")


def gone(progress: float) -> str:
    """How far a figure has come from its start, 0, to its target, 1."""
    if progress < 0:
        return "further from it than at the start"
    return f"{words.number(100 * progress, 0)}% of the way"
