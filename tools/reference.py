"""Write docs/indicators.md and docs/faults.md from the framework and the register of faults.

    python tools/reference.py        (a test fails when the documents are behind)
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from data.framework import Framework, load_framework  # noqa: E402  the project's folder must be on the path
from data.framework.indicators import Indicator, Target  # noqa: E402
from etl.faults import FAULTS  # noqa: E402

WRITTEN = "Written by `python tools/reference.py` from {source}; change that, not this page.\n"
WAYS = {"up": "up is good", "down": "down is good", "neutral": "neither direction is good in itself"}
SEVERITIES = {
    "error": "the file is refused whole, and the store stays as it was.",
    "warning": "the file is accepted; look at what is named before you publish.",
    "notice": "nothing is wrong: something was done that you should know of.",
}


def indicators_page(framework: Framework) -> str:
    """Each indicator: what it asks, how it is made, what it is held against, and what to beware of."""
    lines = ["# What each indicator measures", "", WRITTEN.format(source="`data/framework.yaml`")]
    for column in framework.columns:
        lines += [f"## {column.name}", ""]
        for indicator in framework.indicators:
            if framework.node(indicator.nodes[0]).column == column.id:
                lines += indicator_lines(framework, indicator)
    return "\n".join(lines).rstrip() + "\n"


def indicator_lines(framework: Framework, indicator: Indicator) -> Iterator[str]:
    homes = "; ".join(f"{framework.node(node).name} ({node})" for node in indicator.nodes)
    yield f"### {indicator.id} {indicator.name}"
    yield ""
    yield f"*{indicator.question}*"
    yield ""
    yield f"* **Box**: {homes}"
    yield f"* **How it is made**: {indicator.formula_text} (`{indicator.formula.kind}`)"
    yield f"* **Unit**: {indicator.unit_text}; {WAYS[indicator.direction]}"
    often = indicator.frequency.replace("_", " ")
    yield f"* **Data**: {indicator.source_text} (`{indicator.dataset}`), {often}"
    yield f"* **Smallest base for a statement**: {indicator.minimum_base_text}"
    yield f"* **Target**: {target_text(indicator.target)}"
    yield (
        f"* **Too early** before {indicator.lag.shorter} months from the start, early evidence until "
        f"{indicator.lag.longer} ({indicator.lag.status})"
    )
    if indicator.guard_rail:
        yield f"* **Read beside** {indicator.guard_rail}: {indicator.guard_rail_why}"
    for mark in indicator.benchmarks:
        yield f"* **Benchmark** {mark.label}, {mark.period}: {mark.value:g} ({mark.source}; {mark.status})"
    yield f"* **Beware**: {indicator.caveat}"
    yield f"* **Owner**: {indicator.owner}"
    yield ""


def target_text(target: Target) -> str:
    """The target in words, saying whether it is an assumption."""
    if target.kind == "none":
        return f"none. {target.rationale}"
    words = {
        "level": f"{target.value:g}",
        "change": f"a change of {target.value:+g} from the baseline",
        "difference": f"a difference of {target.value:+g} from {target.comparator}",
    }
    return f"{words[target.kind]} by {target.due:%d %B %Y} ({target.status}). {target.rationale}"


def faults_page() -> str:
    """A row for each fault, worst first: code, severity, title, what is said, and how to mend it."""
    lines = ["# What each fault means", "", WRITTEN.format(source="the register in `etl/fault_kinds`")]
    lines += [f"* **{severity}**: {meaning}" for severity, meaning in SEVERITIES.items()]
    lines += ["", "Words in braces stand for what was found in the file.", ""]
    lines += ["| code | severity | title | what it says | how to mend it |", "|---|---|---|---|---|"]
    order = list(SEVERITIES)
    for kind in sorted(FAULTS.values(), key=lambda kind: order.index(kind.severity)):
        said, mend = plain(kind.template), plain(kind.mend)
        lines.append(f"| `{kind.code}` | {kind.severity} | {kind.title} | {said} | {mend} |")
    return "\n".join(lines) + "\n"


def plain(template: str) -> str:
    """A message's template with its places as bare names: {size:.0f} becomes {size}."""
    return re.sub(r"\{(\w+)[^}]*\}", r"{\1}", template).replace("|", "\\|")


def pages() -> dict[Path, str]:
    """What each of the two documents should hold now."""
    return {
        ROOT / "docs" / "indicators.md": indicators_page(load_framework()),
        ROOT / "docs" / "faults.md": faults_page(),
    }


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
