"""Write what documents can take from the code: indicators, faults, and the map of ARCHITECTURE.md.

    python tools/reference.py        (a test fails when the documents are behind)
"""

import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from data.framework import load_framework  # noqa: E402  the project's folder must be on the path
from data.framework.describe import describe  # noqa: E402
from etl.faults import FAULTS  # noqa: E402

MAPPED = ("bench", "charts", "data", "etl", "exports", "metrics", "pages", "tools")
MAP_HEAD = "| path | what it is for |\n|---|---|\n"
SECTIONS = {  # sections of the menu have no module of their own to speak for them
    "board": "The board's pages.",
    "evaluator": "The evaluators' pages.",
    "about": "Methods and accessibility.",
    "parts": "What several pages share: guard, filters, figure card, logic model, look.",
}
WRITTEN = "Written by `python tools/reference.py` from {source}; change that, not this page.\n"
SEVERITIES = {
    "error": "the file is refused whole, and the store stays as it was.",
    "warning": "the file is accepted; look at what is named before you publish.",
    "notice": "nothing is wrong: something was done that you should know of.",
}


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


def room_parts() -> dict[str, str]:
    """Each module and package directly in a room, with the first sentence it says of itself."""
    parts = {}
    for room in MAPPED:
        for path in sorted((ROOT / room).iterdir()):
            if path.suffix == ".py" and path.name not in ("__init__.py", "__main__.py"):
                parts[f"{room}/{path.name}"] = says(path)
            elif path.is_dir() and any(path.glob("*.py")):
                parts[f"{room}/{path.name}/"] = SECTIONS.get(path.name) or says(path / "__init__.py")
    return parts


def says(path: Path) -> str:
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return (ast.get_docstring(ast.parse(text)) or "").split("\n")[0]


def architecture_page() -> str:
    """ARCHITECTURE.md with the rows of its map written afresh."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    before, after = text.split(MAP_HEAD, 1)
    rest = after[after.index("\n## ") :]
    rows = "".join(f"| `{part}` | {sentence} |\n" for part, sentence in room_parts().items())
    return before + MAP_HEAD + rows + rest


def pages() -> dict[Path, str]:
    """What each of the documents should hold now."""
    return {
        ROOT / "ARCHITECTURE.md": architecture_page(),
        ROOT / "docs" / "indicators.md": describe(load_framework()),
        ROOT / "docs" / "faults.md": faults_page(),
    }


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
