"""Benchmarks beside a series: drawn only where they were asked in the same words and mode, named with source."""

from collections.abc import Sequence

from charts import words
from charts.sentence import MODES
from charts.series import latest
from data.framework.indicators import Benchmark, Indicator
from metrics.types import Estimate

MOST = 2  # drawn or named; all of them stand in the table of the indicator's own page


def drawn(indicator: Indicator, series: Sequence[Estimate]) -> list[Benchmark]:
    """The newest of each area that may stand beside the newest figure: same unit, words and mode."""
    newest = latest(series)
    return [each for each in _newest(indicator) if newest is not None and _matches(each, newest)][:MOST]


def said(indicator: Indicator, series: Sequence[Estimate]) -> str:
    """Where the drawn ones come from, and why the others are not drawn."""
    shown = drawn(indicator, series)
    others = [each for each in _newest(indicator) if each not in shown][:MOST]
    parts = [f"Benchmark: {_named(each)}." for each in shown]
    parts += [f"Not drawn: {_named(each)}, {_why(each)}." for each in others] if latest(series) else []
    return " ".join(parts)


def _newest(indicator: Indicator) -> list[Benchmark]:
    same = sorted((each for each in indicator.benchmarks if each.unit == indicator.unit), key=lambda each: each.year)
    return list({each.area: each for each in same}.values())


def _matches(benchmark: Benchmark, newest: Estimate) -> bool:
    return benchmark.same_wording and benchmark.mode == newest.mode


def _named(each: Benchmark) -> str:
    return f"{each.label} {words.figure(each.value, each.unit)}, {each.period} ({each.source})"


def _why(each: Benchmark) -> str:
    mode = f"asked {'by telephone' if each.mode == 'telephone' else MODES.get(each.mode, each.mode)}"
    return mode if each.same_wording else f"{mode} in other words"
