"""The words of the about pages, and how they are set."""

from collections.abc import Iterable
from html import escape

from charts import words
from data.framework.services import Threshold
from data.writes.wave_sums import GROUPS, MOST_POINTS

METHODS = (
    ("Is it change, or noise?", (
        ("One point", "Only the level is given, with its interval. Nothing is said about change."),
        ("Two to four points", "The difference from the baseline with its 95% interval. If the interval includes "
         "zero, we say “no clear change”."),
        ("Five to eleven points", "A run chart with trial limits: they may still move."),
        ("Twelve or more regular points", "A control chart by the NHS “Making Data Count” rules: a point outside the "
         "limits, seven in a row on one side or all rising or falling, or two of three near a limit."),
        ("Small counts", "Where an area counts only a few cases a month, limits from moves between months mislead. "
         "They are then made from the counts themselves, and widened by how much more these vary than chance alone "
         "(Laney’s u′ chart; p′ for shares). Each figure says by which chart it was judged."),
        ("Where neighbouring months resemble each other", "Control charts give false alarms then, so the marks stay "
         "but the statement is “no clear change (autocorrelated)”."),
    )),
    ("Will it reach its target?", (
        ("Reached", "The whole interval lies past the end target."),
        ("On course, off course", "The whole interval lies on one side of the target to date."),
        ("Uncertain", "The interval includes the target to date."),
        ("Progress", "(now − baseline) ÷ (target − baseline). The same formula whichever way is good; below 0% and "
         "above 100% are shown as they are, and nothing is shown when target and baseline are equal."),
    )),
    ("What can be compared", (
        ("Survey waves", "Only when wording, scale, mode, population, base and weighting agree. Otherwise the line "
         "stops and no difference is given. How a question is asked moves answers more than any programme."),
        ("Breaks", "Where recording, geography or policy changed, the series is cut on that date."),
        ("Benchmarks", "Figures for England or Great Britain are of other people, often asked in another way. They "
         "stand beside a figure and are never its baseline."),
        ("Too early", "Effects need time. Until the shorter end of its lag an indicator is “too early”; until the "
         "longer end it carries “early evidence”."),
    )),
    ("Survey estimates", (
        ("Weights", "Each district has the weight of its adults, because samples draw districts equally; then the "
         "answers are raked to the adults of each district, age group and sex, and to ethnic group and tenure in the "
         "Census (residents of all ages and households, taken for adults). Groups of fewer than 30 are merged, and no "
         "weight lies outside 0.3 to 3 times the mean. A file’s own weights are used where it has them. Intervals "
         "take the weights as fixed; on the illustrative waves, allowing for the raking would make them half a per "
         "cent narrower."),
        ("Intervals", "Taylor linearisation over strata and sampling points; Wilson’s interval on the effective "
         "base, so it never leaves 0–100% and is never of zero width. A wave of more than "
         f"{words.number(MOST_POINTS)} sampling points has them dealt into {GROUPS} random groups a stratum, which "
         "then count as its points: estimates stay the same, intervals get a little wider and less exact."),
        ("Small bases", "Shares on a base under 30 are withheld; from 30 to 99 they are shown with caution."),
    )),
    ("Demand on services", (
        ("Per day", "Counts are divided by the days of their month first, or February would look like a fall."),
        ("Per head", "Then by the population at that date, interpolated between the mid-years known. A hospital "
         "trust has no population, so its series are per day only."),
        ("Missing months", "A gap. Never joined silently, never zero."),
        ("A fall is not always good", "Demand can fall because need goes unmet or moves elsewhere; each measure has "
         "a partner that guards it."),
    )),
    ("Small numbers", (
        ("Withheld", "Figures that could identify someone are not in the publication at all, so not in charts, "
         "tables, hover texts or downloads."),
        ("Withheld for another’s sake", "Where subtracting from a total, from other areas, periods or groups, or from "
         "earlier publications would give a withheld figure away, more is withheld until nothing does. If an earlier "
         "publication already tells it, nothing is published."),
        ("Late answers", "A figure whose base changed by one or two people since an earlier publication is withheld "
         "until a third answer has come: the difference would tell what they answered."),
        ("Five absences", "Missing, withheld, not applicable, too early and not comparable are told apart. None "
         "of them is zero."),
    )),
)
GLOSSARY = (
    ("Publication", "A numbered, dated and signed release of every figure. It never changes; a correction is the "
     "next publication."),
    ("Indicator", "One measure on one box of the logic model."),
    ("Logic model", "The programme’s reasoning in five columns: inputs, activities, outputs, outcomes, impact."),
    ("Link", "An if-then arrow between two boxes, with its assumption, its rival explanation and a signed verdict."),
    ("Chain", "A path from an input to an impact. It is as strong as its weakest link."),
    ("Baseline", "The first comparable wave or period of the indicator itself."),
    ("Effective base", "How many people chosen at random would give the same precision as this sample."),
    ("95% interval", "A range made so that 95 of 100 such ranges hold the true value."),
    ("Wave", "One round of a survey."),
    ("Verdict of a link", "What people, by name and with a reason, make of the evidence. The figures beside it "
     "only say whether cause and effect moved, in which order and when."),
    ("Maryland and Nesta levels", "Two scales of how strong a piece of evidence is, from 1 to 5."),
    ("Supported, not supported, cannot tell", "What the claim checker answers: the change is clear and went this way; "
     "it is clear and went the other way; it may be chance, or can’t be judged."),
    ("Failure demand", "What reaches a service because something was not done, or not done right; value demand is "
     "what it is there for."),
    ("Kappa", "How far two people who code the same contacts agree beyond chance: 1 is always, 0 as by chance."),
    ("Guard-rail", "A partner measure that shows whether good news in one place is bad news in another."),
    ("Illustrative data", "Made-up spreadsheets that show what the dashboard does until real ones replace them."),
)
ACCESSIBILITY = (
    ("How accessible it is", (
        ("Keyboard", "Everything can be reached and used without a mouse, in the order it is read."),
        ("Charts", "Each has a heading that states the finding, a text alternative and a table of the same figures."),
        ("Colour", "No state is shown by colour alone: each has a shape and words. Text has a contrast of at "
         "least 4.5 to 1, marks at least 3 to 1, in the light and the dark theme."),
        ("Small screens", "Pages reflow down to a width of 320 pixels; wide tables scroll inside their own frame."),
        ("The logic model", "Stands as a diagram and, below it, as a table that says the same."),
    )),
    ("What is not yet accessible", (
        ("Parts we do not make", "Some parts of Streamlit, the library that draws the pages, have known faults: the "
         "list of pages in the side menu is marked up in a way some screen readers announce incompletely. Our "
         "tests name each such fault, so that no new one passes unseen."),
        ("Charts by keyboard", "Single points of a chart cannot be reached by keyboard; the table below each chart "
         "holds every point."),
    )),
    ("How it was tested", (
        ("Automatically", "Every page is checked by axe-core against WCAG 2.2 AA in a real browser, in both themes, "
         "each time the project’s tests run."),
        ("Not yet", "It has not yet been audited by an independent body or tried with people who use screen readers."),
    )),
    ("If something does not work for you", (
        ("Tell the evaluators", "Ask the organisation that gave you this dashboard. If its answer does not satisfy "
         "you, the Equality Advisory and Support Service can help."),
    )),
)


def heading(title: str, lead: str) -> str:
    return f'<div class="ec"><h1>{escape(title)}</h1><p class="ec-lead">{escape(lead)}</p></div>'


def listing(title: str, entries: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f"<dt>{escape(term)}</dt><dd>{escape(text)}</dd>" for term, text in entries)
    return f'<div class="ec ec-card"><h2>{escape(title)}</h2><dl class="ec-made">{rows}</dl></div>'


def thresholds_table(thresholds: Iterable[Threshold]) -> str:
    """Every threshold in force, saying which are assumptions."""
    rows = "".join(
        f"<tr><th scope='row'>{escape(each.name)}</th><td class='n'>{each.value:g} {escape(each.unit)}</td>"
        f"<td>{'Assumption. ' if each.assumption else ''}{escape(each.source)}</td></tr>"
        for each in thresholds
    )
    return (
        "<div class='ec ec-card'><h2>Thresholds in force</h2><div class='ec-scroll ec-whole' tabindex='0' "
        "role='region' aria-label='Thresholds in force'><table><thead><tr><th scope='col'>Rule</th>"
        "<th scope='col' class='n'>Value</th><th scope='col'>Where it comes from</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></div></div>"
    )
