"""The indicators in words: the text of `docs/indicators.md`."""

from collections.abc import Iterator

from data.framework.indicators import Benchmark, Indicator, Target
from data.framework.models import Framework

INTRO = """# The indicators

Made from `data/framework.yaml` by `python -m data.framework > docs/indicators.md`; don't edit it here.
A baseline is an indicator's own first comparable wave or period. A benchmark is a figure of another
population or mode: it is shown beside an indicator and is never its baseline. What is marked *assumption*
is our judgement.
"""


def describe(framework: Framework) -> str:
    """Markdown: one section a column of the logic model, in it each indicator at its home node."""
    return "\n".join(_lines(framework)) + "\n"


def _lines(framework: Framework) -> Iterator[str]:
    yield INTRO.rstrip()
    for column in framework.columns:
        yield f"\n## {column.name}\n\n{column.meaning}"
        for node in framework.nodes_in(column.id):
            for indicator in framework.indicators_of(node.id):
                if indicator.nodes[0] == node.id:
                    yield from _indicator(framework, indicator)


def _indicator(framework: Framework, indicator: Indicator) -> Iterator[str]:
    yield f"\n### {indicator.id} {indicator.name}\n\n{indicator.question}\n"
    for name, text in _facts(framework, indicator):
        yield f"- **{name}**: {text}"
    for question in indicator.formula.questions:
        yield _asked(framework, question)


def _facts(framework: Framework, indicator: Indicator) -> Iterator[tuple[str, str]]:
    nodes = ", ".join(f"{node} {framework.node(node).name}" for node in indicator.nodes)
    yield "Stands on", nodes
    yield "Formula", indicator.formula_text
    yield "Unit", f"{indicator.unit_text}; {_direction(indicator)}"
    often = indicator.frequency.replace("_", "-")
    yield "Source", f"{indicator.source_text} (`{indicator.dataset}`), {often}"
    yield "Target", _target(framework, indicator.target)
    lag = indicator.lag
    yield "Lag", f"{lag.shorter} to {lag.longer} months from the programme's start ({lag.status})"
    if indicator.breakdowns:
        yield "Breakdowns", ", ".join(framework.dimension(key).name for key in indicator.breakdowns)
    if charts := _charts(framework, indicator):
        yield "Control chart", charts
    yield "Minimum base", indicator.minimum_base_text
    for benchmark in indicator.benchmarks:
        yield "Benchmark", _benchmark(framework, benchmark)
    if indicator.guard_rail:
        partner = framework.indicator(indicator.guard_rail)
        yield "Guard-rail", f"{partner.id} {partner.name}. {indicator.guard_rail_why}"
    yield "Stale", f"after {indicator.fresh_for_months} months"
    yield "Owner", indicator.owner
    yield "Caveat", indicator.caveat


CHARTS = {
    "xmr": "XmR", "u": "u chart", "p": "p chart", "u_prime": "u′ chart (Laney)", "p_prime": "p′ chart (Laney)",
}


def _charts(framework: Framework, indicator: Indicator) -> str:
    """Which control chart, where it is another than XmR anywhere."""
    small = indicator.chart_where_small
    if indicator.chart == "xmr" and small is None:
        return ""
    mean = framework.threshold("small_count_mean") if small else 0
    where = f"; {CHARTS[small]} in areas that count fewer than {mean:g} a period since the last break" if small else ""
    return CHARTS[indicator.chart] + where


def _direction(indicator: Indicator) -> str:
    words = {"up": "a rise is good", "down": "a fall is good", "neutral": "no direction is good"}
    return words[indicator.direction]


def _target(framework: Framework, target: Target) -> str:
    if target.kind == "none":
        return f"none. {target.rationale}"
    against = framework.area_name(target.comparator) if target.comparator else ""
    kinds = {
        "level": f"{target.value:g}",
        "change": f"{target.value:+g} from the baseline",
        "difference": f"{target.value:+g} against {against}",
    }
    steps = ", ".join(f"{step.value:g} by {step.date.isoformat()}" for step in target.steps)
    on_the_way = f"; on the way {steps}" if steps else ""
    due = target.due.isoformat()
    return f"{kinds[target.kind]} by {due}{on_the_way} ({target.status}). {target.rationale}"


def _benchmark(framework: Framework, benchmark: Benchmark) -> str:
    share = "%" if benchmark.unit == "percent" else f" {benchmark.unit}"
    mode = f", {benchmark.mode.replace('_', ' ')}" if benchmark.mode else ""
    figure = f"{benchmark.label} {benchmark.value:g}{share}, {benchmark.period}{mode}"
    return f"{figure} ({benchmark.source}; {benchmark.status})"


def _asked(framework: Framework, id: str) -> str:
    question = framework.question(id)
    counted = ", ".join(label.label for label in question.labels if label.role == "positive")
    asked = f"- **Question {id}** ({question.status}): “{question.wording}”"
    return f"{asked} Counted: {counted}. Base: {question.base_text} Source: {question.source}."
