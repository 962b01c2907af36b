"""Explore: any question of the citizen survey by any two groups, live. For evaluators; not for publication."""

import datetime as dt
from html import escape

import pandas as pd
import streamlit as st

from charts import words
from charts.intervals import Row
from charts.sentence import MODES
from data import reads
from data.framework import Framework
from etl.definitions import best_to_worst, disclosure_rules
from metrics.crossing import ALL, Asked, association, cross
from metrics.disclosure_rules import Rules
from metrics.types import Absence, Estimate, Period
from pages.parts import data, guard
from pages.parts.crossed import WARNING, Crossed, crossed_card, crossed_table, tested
from pages.parts.figure import show
from pages.parts.group_cards import fixed_order
from pages.parts.tables import table_card
from pages.parts.view import View, current

NO_GROUP, WAVE = "", "wave"
STATISTICS = {
    "share": "Share of positive answers", "net": "Net (positive minus negative)",
    "mean": "Mean (0 worst, 100 best)", "one": "Share of one answer",
}  # fmt: skip
SIDE_BY_SIDE = "Waves in different modes or words stand side by side and are not compared."
DIMENSIONS = ("district", "age", "sex", "ethnicity", "tenure", "imd", "vulnerable")


def waves_of(asked: pd.DataFrame) -> dict[int, str]:
    """The waves whose answers are still held, the newest first, in words."""
    found = {}
    for each in asked.drop_duplicates("wave_id").iloc[::-1].itertuples():
        when = words.period(Period(each.wave_start, each.wave_end, "wave"))
        found[int(each.wave_id)] = f"{each.wave}, {when}, {'/'.join(MODES.get(mode, mode) for mode in each.modes)}"
    return found


def groupings(held: Framework, waves: list[int]) -> dict[str, str]:
    """What respondents may be grouped by; by wave where there are several."""
    named = {each.id: each.name for each in held.dimensions if each.id in DIMENSIONS}
    return ({WAVE: "Wave"} if len(waves) > 1 else {}) | {id: named[id] for id in DIMENSIONS}


def incomparable(chosen: pd.DataFrame, groups: tuple[str, str]) -> str:
    """Why these waves can't be added together; nothing where they can, or are not."""
    if WAVE in groups or len(chosen) < 2:
        return ""
    differs = [
        text
        for column, text in (("modes", "asked in different modes"), ("question_version", "asked in different words"))
        if chosen[column].astype(str).nunique() > 1
    ]
    return f"The waves were {' and '.join(differs)}, so they are not added together." if differs else ""


def in_base(label, base_rule: str) -> bool:
    """Whether an answer counts in the base of its question."""
    return base_rule == "all_respondents" or label.role != "excluded"


def asked_for(held: Framework, question: str, statistic: str, code: int | None, base_rule: str) -> Asked:
    """The statistic in terms of codes, from the question's labels."""
    labels = held.question(question).labels
    role = {kind: frozenset(each.code for each in labels if each.role == kind) for kind in ("positive", "negative")}
    offered = frozenset(each.code for each in labels if each.role != "excluded")
    valid = frozenset(each.code for each in labels if in_base(each, base_rule))
    if statistic == "mean":
        scale = best_to_worst(held.question(question))
        scores = {each: 100 * (1 - at / (len(scale) - 1)) for at, each in enumerate(scale)}
        return Asked("mean", offered, role["positive"], scores=scores)
    if statistic == "one":
        return Asked("share", valid, frozenset({code}))
    return Asked(statistic, valid, role["positive"], role["negative"] if statistic == "net" else frozenset())


@st.cache_data(show_spinner="Crossing the answers", max_entries=40, ttl=dt.timedelta(minutes=10))
def crossed(
    address: str, publication: int, waves: tuple[int, ...], versions: tuple[int, ...], groups: tuple[str, str],
    asked: tuple, rules: tuple,
) -> tuple[list[dict], float | None]:
    """Cells and totals of the live table, and the test's p-value. Keyed by the publication: it decides what is live."""
    about, limits = Asked(*asked[:4], scores=dict(asked[4])), Rules(**dict(rules))
    with data.store().read() as connection:
        sums = reads.crossed_sums(connection, waves, versions, *groups)
    test = association(sums, about)
    return cross(sums, about, limits).to_dict("records"), None if test is None else test.p


def thresholds(held: Framework) -> tuple:
    """The display thresholds that a live table obeys, as plain values."""
    rules = disclosure_rules(held, {})
    names = ("minimum_base", "minimum_base_text", "small_group", "fewest", "small_count")
    return tuple((name, getattr(rules, name)) for name in names)


def ordered(view: View, cells: list[dict], groups: tuple[str, str]) -> list[dict]:
    """The cells in the framework's fixed order, totals left out but the last: everyone."""
    orders = [fixed_order(view, group) for group in groups]
    inner = [each for each in cells if each["first"] != ALL and (groups[1] == NO_GROUP or each["second"] != ALL)]
    whole = [each for each in cells if each["first"] == ALL and each["second"] == ALL]

    def place(cell: dict) -> tuple:
        pairs = zip(orders, (cell["first"], cell["second"]), strict=True)
        return tuple((order.get(value, len(order)), value) for order, value in pairs)

    return [*sorted(inner, key=place), *whole]


def row_of(view: View, cell: dict, groups: tuple[str, str], span: Period) -> Row:
    """One cell as a row of the figure; a withheld one has no number."""
    values = [(group, cell[side]) for group, side in zip(groups, ("first", "second"), strict=True) if cell[side]]
    name = " · ".join(value if group == WAVE else view.framework.group_name(group, value) for group, value in values)
    hidden = bool(cell["reason"])
    figures = {} if hidden else {"value": cell["estimate"], "low": cell["low"], "high": cell["high"], "base": cell["n"]}
    return Row(
        name or "Everyone",
        Estimate(
            "", "live", span, view.county, "citizen_survey", absence=Absence.WITHHELD if hidden else None,
            reason=cell["reason"], **figures,
        ),
    )  # fmt: skip


def bases(cell: dict) -> tuple[float | None, ...]:
    """Base, effective base and design effect of a cell; none of a withheld one."""
    return tuple(None if cell["reason"] else cell[name] for name in ("n", "n_eff", "deff"))


def choose(view: View, asked: pd.DataFrame) -> Crossed | str | None:
    """The form, and what it asks for: a table, a sentence why there is none, or nothing."""
    held, named = view.framework, waves_of(asked)
    left, right = st.columns(2, gap="medium")  # a pair a row, so that a phone keeps their order
    waves = left.multiselect("Waves", list(named), default=list(named)[:1], format_func=named.get, key="explore_waves")
    here = asked[asked["wave_id"].isin(waves)]
    known = {each.id: each for each in held.questions}
    questions = [each for each in dict.fromkeys(here["question"]) if each in known]
    if not questions:
        return "Choose at least one wave."
    question = right.selectbox(
        "Question", questions, index=questions.index("prog_conf") if "prog_conf" in questions else 0,
        format_func=lambda id: f"{known[id].topic}: {known[id].wording}", key="explore_question",
    )  # fmt: skip
    groups = groupings(held, waves)
    left, right = st.columns(2, gap="medium")
    first = left.selectbox("Groups", list(groups), index=list(groups).index("imd"), format_func=groups.get, key="by_1")
    others = [NO_GROUP, *(each for each in groups if each != first)]
    second = right.selectbox(
        "And, within them", others, format_func=lambda id: groups.get(id, "Nothing more"), key="by_2"
    )
    left, right = st.columns(2, gap="medium")
    statistic = left.selectbox("Statistic", list(STATISTICS), format_func=STATISTICS.get, key="explore_statistic")
    chosen = here[here["question"] == question]
    base_rule = chosen["base_rule"].iloc[0]
    labels = {each.code: each.label for each in known[question].labels if in_base(each, base_rule)}
    code = next(iter(labels))
    if statistic == "one":
        code = right.selectbox("Answer", list(labels), format_func=labels.get, key="explore_code")
    reason = incomparable(chosen, (first, second))
    if reason:
        return f"{reason} Make “Wave” one of the groups."
    about = asked_for(held, question, statistic, code, base_rule)
    frozen = (about.statistic, about.valid, about.positive, about.negative, tuple((about.scores or {}).items()))
    ids = (tuple(map(int, chosen[name])) for name in ("wave_id", "question_version"))
    cells, p = crossed(data.where(), view.publication.id, *ids, (first, second), frozen, thresholds(held))
    span = Period(chosen["wave_start"].min(), chosen["wave_end"].max(), "wave")
    kept = ordered(view, cells, (first, second))
    if not kept:
        return "Nobody in these waves was asked this question."
    what = labels[code] if statistic == "one" else STATISTICS[statistic]
    by = " and ".join(groups[each] for each in (first, second) if each)
    return Crossed(
        title=f"{what}, by {by.lower()}",
        asked=f"“{known[question].wording}” {'; '.join(named[wave] for wave in waves)}.",
        unit={"share": "percent", "one": "percent", "net": "points", "mean": "index"}[statistic],
        rows=tuple(row_of(view, cell, (first, second), span) for cell in kept),
        figures=tuple(bases(cell) for cell in kept),
        test=tested(p),
        caution=SIDE_BY_SIDE if WAVE in (first, second) else "",
        illustrative=bool((chosen["origin"] == "sample").any()),
    )  # fmt: skip


guard.require(guard.EVALUATOR)
st.html(
    '<div class="ec"><h1>Explore the citizen survey</h1><p class="ec-lead">Any question by any two groups, computed '
    f"now from the answers that count. {escape(WARNING)}</p></div>"
)
seen = current()
with data.store().read() as connection:
    there = reads.explorable(connection)
if seen is None or there.empty:
    st.html('<div class="ec ec-card"><p>No survey wave is published, or its answers are no longer held.</p></div>')
    st.stop()
with st.container(key="card_explore_form"):
    answer = choose(seen, there)
if isinstance(answer, str):
    st.html(f'<div class="ec ec-card" role="status"><p>{escape(answer)}</p></div>')
else:
    show(crossed_card(answer, seen.colours))
    st.html(table_card(crossed_table(answer)))
