"""What a counterfactual's checks say, in words: placebos, leaving out, the declaration."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

from charts import words
from pages.parts.view import View

CODE = re.compile(r"\b[A-Z][0-9]{8}\b|\b[ER][A-Z0-9]{2}\b")
WITHOUT = re.compile(r"^Without ([A-Z0-9]+): ")
HELD = {True: "which may be chance, as it should be", False: "where it should find nothing"}
SAME = "the same finding"
SHAPES = {
    "level": "a step", "slope": "a new slope", "level_and_slope": "a step and a new slope",
    "lag": "an effect after a lag", "temporary": "a change for a time",
}  # fmt: skip
MARYLAND = {
    1: "1 of 5: no comparison", 2: "2 of 5: before and after, without others to compare with",
    3: "3 of 5: before and after, compared with other places", 4: "4 of 5", 5: "5 of 5",
}  # fmt: skip


def named(view: View, text: str) -> str:
    """The text with areas called by their names."""
    known = {area.code: area.name for area in view.framework.areas}
    return CODE.sub(lambda found: known.get(found.group(), found.group()), text)


def placebo_words(placebos: Sequence[Mapping[str, Any]]) -> list[str]:
    """What pretended starts and pretended places found: they should find nothing."""
    said = []
    for each in placebos:
        if each["kind"] == "time":
            side = "fewer" if each["percent"] > 0 else "more"
            found = f"With a pretended start {each['name']} it finds {abs(each['percent']):.1f}% {side}"
            said.append(f"{found}, {HELD[each['held']]}.")
    places = [each for each in placebos if each["kind"] == "space"]
    if places:
        all_places = len(places) + 1
        as_far = round(places[0]["p"] * all_places)
        said.append(f"Among {all_places} places, {as_far} moved as far as this one (itself included).")
    return said


def sensitivity_words(view: View, found: Sequence[str]) -> list[str]:
    """Sensitivities in words; places left out one by one are counted, and only those that matter named."""
    out = [each for each in found if WITHOUT.match(each) and WITHOUT.match(each).group(1) != "the"]
    others = [each for each in found if each not in out]
    changed = [each for each in out if SAME not in each]
    if out:
        others.append(f"Leaving out each of {len(out)} places in turn: {len(out) - len(changed)} times {SAME}.")
    return [named(view, each) for each in (*others, *changed)]


def declared_words(declared: Mapping[str, Any]) -> str:
    """Who declared what, and when, and whether it was changed after the data had been used."""
    dates = {name: words.day(dt.date.fromisoformat(declared[name]))
             for name in ("declared_on", "starts_on", "effect_from") if declared[name]}  # fmt: skip
    when = f"Declared on {dates['declared_on']}" if "declared_on" in dates else "Declared without a date"
    by = f", entered by {declared['actor']}" if declared.get("actor") else ""
    said = (f"{when}{by}: {SHAPES[declared['shape']]} is expected; the programme starts on {dates['starts_on']} and "
            f"an effect may show from {dates['effect_from']}.")  # fmt: skip
    late = " It was changed after the data had been used, so read it with care." if declared.get("after_data") else ""
    return said + late
