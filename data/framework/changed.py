"""What of an indicator's definition differs between two frameworks, in words."""

from data.framework.models import Framework

# What decides a figure or a statement; words around it (name, owner, caveat) do not.
FIELDS = {
    "formula": "formula",
    "unit": "unit",
    "direction": "which way is good",
    "breakdowns": "breakdowns",
    "minimum_base": "smallest base",
    "target": "target",
    "lag": "time until an effect",
    "areas": "areas",
    "dataset": "dataset",
    "chart": "control chart",
    "chart_where_small": "control chart of small counts",
}
NEW, GONE = "a new indicator", "no longer an indicator"


def changed_definitions(old: Framework, new: Framework) -> dict[str, tuple[str, ...]]:
    """{indicator: what of its definition is another}, in the order of the new framework, then those gone."""
    before = {each.id: each for each in old.indicators}
    found = {}
    for each in new.indicators:
        was = before.pop(each.id, None)
        differs = (NEW,) if was is None else tuple(
            said for field, said in FIELDS.items() if getattr(was, field) != getattr(each, field)
        )  # fmt: skip
        if differs:
            found[each.id] = differs
    return found | dict.fromkeys(before, (GONE,))
