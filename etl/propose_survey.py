"""Which dataset a survey is for, and which of its columns are which fields: a proposal, with reasons."""

import re
from collections.abc import Mapping, Sequence

from etl.codes import Codebook
from etl.convert import fold
from etl.platforms.types import Question, Survey
from etl.propose import Proposal
from etl.scales import scale_of
from etl.slips import likest

COUNCIL = "[name of council]"
LIKE_ENOUGH = 90  # of 100, between a question's wording here and in the framework
_OWN = r"(?:(?:what|which)(?: is|'s| best describes)? |how (?:would|do) you describe |your |respondent'?s?'? |home )*"
_PLACE = r"(?:district|local authority|council|borough|local council)"
_FIELDS = {
    "age_band": rf"{_OWN}age(?: ?(?:group|band|range|category|bracket)s?)?(?: .*)?|how old are you.*",
    "sex": rf"{_OWN}(?:gender|sex)(?: identity)?(?: .*)?",
    "ethnicity": rf"{_OWN}(?:ethnic\w*|race)(?: .*)?",
    "tenure": rf"{_OWN}(?:housing )?tenure(?: .*)?",
    "area": rf"{_OWN}{_PLACE}(?: (?:area|council|name|code|of residence|(?:do )?you live.*))*|where do you live",
    "mode": rf"(?:{_OWN}|survey |interview )?(?:mode|method)(?: of (?:interview|collection|completion))?",
}
FIELDS = {name: re.compile(text, re.I) for name, text in _FIELDS.items()}


def propose_survey(survey: Survey, codes: Codebook) -> Proposal:
    """The dataset of a survey: a leader's form where it says who was rated, else the citizens'."""
    headers = {fold(question.name) for question in survey.questions}
    if {"rater", "person"} <= headers or {"ratee", "rater"} <= headers:
        return Proposal(
            "leader_survey",
            "it says who was rated and by whom",
            0.8,
            {name: name for name in ("rater", "person", "wave") if name in headers},
        )
    columns = {
        target: found[0].letters
        for target, role in (("respondent", "id"), ("weight", "weight"), ("interview_date", "date"))
        if (found := _of_role(survey, role))
    }
    if "respondent" not in columns and (when := _moment_of_each(survey)):
        columns["respondent"] = when
    for target, wording in FIELDS.items():
        found = next((each for each in survey.questions if each.role == "answer" and _named(each, wording)), None)
        if found:
            columns[target] = found.letters
    questions, values = _framework_questions(survey, codes)
    sure = 0.5 + 0.3 * bool(questions) + 0.1 * ("respondent" in columns)
    reason = f"one row a respondent, from {survey.platform}; {len(questions)} questions of the framework recognised"
    return Proposal("citizen_survey", reason, round(sure, 2), {**columns, **questions}, values)


def _of_role(survey: Survey, role: str) -> list[Question]:
    """The role's columns; of dates the last one: when the form was finished."""
    found = list(survey.of_role(role))
    ended = [each for each in found if re.search(r"end|submit|complet|record", each.name, re.I)]
    return ended or found if role == "date" else found


def _moment_of_each(survey: Survey) -> str:
    """The column that tells respondents apart where no platform numbered them: a moment that no two of them share."""
    for question in survey.of_role("date"):
        said = [survey.said(row, question) for row in survey.rows]
        if said and all(":" in text for text in said) and len(set(said)) == len(said):
            return question.letters
    return ""


def _named(question: Question, wording: re.Pattern) -> bool:
    """Whether the question asks for this of the person; one whose answers have an order asks what they think."""
    judged = question.kind == "scale" and not all(code.lstrip("-").isdecimal() for code in question.codes)
    said = (fold(question.text).strip(" ?*:"), fold(question.name).replace("_", " ").strip(" ?*:"))
    return not judged and any(wording.fullmatch(text) for text in said)


def _framework_questions(survey: Survey, codes: Codebook) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Framework question -> column, by id or wording; and answers that our labels write otherwise."""
    from rapidfuzz import fuzz, process

    wordings = {id: fold(re.sub(r"\[.*?\]", "", question.wording)) for id, question in codes.questions.items()}
    named = [(id, _with_any_council(each.wording)) for id, each in codes.questions.items() if COUNCIL in each.wording]
    found: dict[str, str] = {}
    values: dict[str, dict[str, str]] = {}
    for question in survey.questions:
        if question.role != "answer":
            continue
        text = fold(question.item if len(question.item) > 20 else question.text)
        best = process.extractOne(text, wordings, scorer=fuzz.token_sort_ratio, score_cutoff=LIKE_ENOUGH)
        said = next((id for id, pattern in named if pattern.fullmatch(text)), best[2] if best else "")
        id = fold(question.name) if fold(question.name) in codes.questions else said
        if id and id not in found:
            found[id] = question.letters
            meant = _values(question, codes, id)
            values |= {id: meant} if meant else {}
    return found, values


def _with_any_council(wording: str) -> re.Pattern:
    """The wording with the name of any council in its place: “your council(s)”, “Tendring District Council”."""
    parts = (re.escape(fold(part)) for part in wording.split(COUNCIL))
    return re.compile(r"\s*(?:(?!(?:in|of|at|from|by)\b)\w+ ){0,4}council(?:s|\(s\))?\s*".join(parts))


def _values(question: Question, codes: Codebook, id: str) -> dict[str, str]:
    """Answers spelt unlike our labels, by likeness of spelling."""
    known = codes.answers(id)
    labels = {fold(label.label): label.label for label in codes.questions[id].labels}
    strange = not {*question.codes} & known.keys() and not question.labels
    texts = (*question.codes, *question.apart)
    found = by_place(dict(zip(texts, texts, strict=True)), list(labels.values())) if strange else {}
    for text in (*question.codes, *question.apart):
        if text not in known and text not in found and (best := likest(text, labels, LIKE_ENOUGH - 8)):
            found[text] = labels[best]
    return found


def by_place(texts: Mapping[str, str], labels: Sequence[str]) -> dict[str, str]:
    """Value -> our label, of a whole scale in another language: its points by their place, `texts` being value -> its
    label; answers that are none by what they mean. {} unless both have as many points."""
    theirs, ours = scale_of(texts.values()), scale_of(labels)
    if not (theirs and ours and theirs.translated and theirs.ordered and ours.ordered):
        return {}
    points, places = sorted(set(theirs.codes.values())), sorted(set(ours.codes.values()))
    if len(points) != len(places):
        return {}
    named = {fold(label): label for label in labels}
    label_at = {ours.codes[text]: label for text, label in named.items() if text in ours.codes}
    none = {meaning: named[text] for text, (_, meaning) in ours.apart.items()}
    found = {text: label_at[places[points.index(point)]] for text, point in theirs.codes.items()}
    found |= {text: none[meaning] for text, (_, meaning) in theirs.apart.items() if meaning in none}
    return {value: found[fold(label)] for value, label in texts.items() if fold(label) in found}
