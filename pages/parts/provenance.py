"""'How was this number made?': indicator, publication, upload, and the cells of its file."""

from collections.abc import Sequence
from html import escape

from charts import words
from charts.series import latest
from data.framework.indicators import Indicator
from metrics.types import Estimate
from pages.parts import data
from pages.parts.links import anchor
from pages.parts.view import View

MOST = 12  # places listed; more are counted


def made(view: View, indicator: Indicator, estimates: Sequence[Estimate]) -> str:
    """A definition list as HTML, ending in the file, sheet and cells of the newest figure."""
    newest = latest(estimates)
    entries = [
        (
            "Indicator",
            f"{escape(indicator.id)} {escape(indicator.name)} · "
            f"{anchor('in depth', 'indicator', indicator.id)}",
        ),
        ("The board asks", escape(indicator.question)),
        *[("Question asked", text) for text in _questions(view, indicator)],
        ("Formula", escape(indicator.formula_text)),
        ("Method", escape(newest.method) if newest and newest.method else "A plain count or sum."),
        ("Minimum base", escape(indicator.minimum_base_text)),
        ("Time before an effect", escape(_lag(indicator))),
        ("Read with care", escape(indicator.caveat)),
        ("Owner and source", f"{escape(indicator.owner)}; {escape(indicator.source_text)}"),
        ("Publication", escape(_publication(view))),
        ("Files and cells", _cells(view, newest)),
    ]
    return (
        '<dl class="ec-made">'
        + "".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in entries)
        + "</dl>"
    )


def source_line(view: View, indicator: Indicator, estimates: Sequence[Estimate]) -> str:
    """Source and date for the foot of a figure."""
    ids = sorted({place[0] for each in estimates for place in each.trace})
    uploads = f", upload {', '.join(map(str, ids[:4]))}{' and others' if len(ids) > 4 else ''}" if ids else ""
    published = words.day(view.publication.published_at)
    source = indicator.source_text.rstrip(".")
    return f"Source: {source}{uploads}; publication {view.publication.number}, {published}."


def _questions(view: View, indicator: Indicator) -> list[str]:
    found = []
    for key in indicator.formula.questions:
        question = view.framework.question(key)
        status = (
            "" if question.status in ("verified", "programme") else f" <em>(wording {question.status})</em>"
        )
        found.append(f"“{escape(question.wording)}”{status}")
    return found


def _lag(indicator: Indicator) -> str:
    lag = indicator.lag
    said = " (assumption)" if lag.status == "assumption" else ""
    return f"{lag.shorter} to {lag.longer} months from the start{said}"


def _publication(view: View) -> str:
    issue = view.publication
    said = " of illustrative data" if issue.illustrative else ""
    return f"Number {issue.number}{said}, {words.day(issue.published_at)}, signed {issue.actor}"


def _cells(view: View, newest: Estimate | None) -> str:
    if newest is None or not newest.trace:
        return "None: there is no figure."
    return f"{escape(words.period(newest.period))}:{places(view, newest.trace)}"


def places(view: View, trace: Sequence[Sequence]) -> str:
    """The files, sheets and cells of a trace as a list; the first ones named, the others counted."""
    register = data.files(view.publication.id)
    lines = "".join(f"<li>{_place(register, place)}</li>" for place in trace[:MOST])
    more = len(trace) - MOST
    tail = f"<p>and {more} more places</p>" if more > 0 else ""
    return f"<ul class='ec-list'>{lines}</ul>{tail}"


def _place(register, place: Sequence) -> str:
    upload, sheet, cells = place
    file = register.get(int(upload))
    name = f"{file.name} ({file.dataset}, {file.origin})" if file else "file not in the register"
    return f"upload {int(upload)}, {escape(name)}: sheet {escape(str(sheet))}, cells {escape(str(cells))}"
