"""Run axe-core at WCAG 2.2 AA and leave out only the named faults of Streamlit itself."""

from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe

MENU = '[data-testid="stSidebarNav"]'
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


@dataclass(frozen=True)
class Allowed:
    """A fault that we can't mend: the rule, the part of the page it is in, and why it stays."""

    rule: str
    inside: str  # a CSS selector; only elements within it are forgiven
    reason: str


ALLOWED = (
    Allowed("list", MENU, "Streamlit wraps each section of its menu in a div inside the ul"),
    Allowed("listitem", MENU, "the same list, seen from its items: their parent is that div"),
)

# axe names an element by a list of selectors, one for each shadow root on the way in
IS_INSIDE = """([path, selector]) => {
  let scope = document, element = null;
  for (const step of path) {
    element = scope.querySelector(step);
    if (!element) return false;
    for (let up = element; up; up = up.parentElement || (up.getRootNode() || {}).host)
      if (up.matches && up.matches(selector)) return true;
    scope = element.shadowRoot || scope;
  }
  return false;
}"""


def violations(page) -> list[str]:
    """A line for each element that breaks a rule, allowed ones left out."""
    options = {"runOnly": {"type": "tag", "values": list(TAGS)}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {' '.join(flat(node['target']))} {node['html'][:160]} "
        f"{' '.join(node.get('failureSummary', '').split())[:300]}"
        for rule in found
        for node in rule["nodes"]
        if not forgiven(page, rule["id"], flat(node["target"]))
    ]


def flat(target: list) -> list[str]:
    return [step for part in target for step in (part if isinstance(part, list) else [part])]


def forgiven(page, rule: str, path: list[str]) -> bool:
    return any(
        allowed.rule == rule and page.evaluate(IS_INSIDE, [path, allowed.inside]) for allowed in ALLOWED
    )
