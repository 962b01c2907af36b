"""A citizens' survey as two platforms export it, asking two questions of the framework: (file name, bytes)."""

import json

from tests.etl.publishers import as_csv, as_xlsx
from tests.etl.survey_rows import beside
from tests.etl.surveys import PEOPLE, some

INFLUENCE = "To what extent do you agree or disagree that you personally can influence decisions in your local area?"
TRUST = "How much do you trust your council?"
ANSWERS = ["Definitely agree", "Tend to agree", "Tend to disagree", "Definitely disagree", "Don’t know"]
DISTRICTS = ["Basildon", "Braintree", "Chelmsford", "Harlow"]


def qualtrics():
    """Numbers for answers would need labels; Qualtrics exports the chosen labels, and three header rows."""
    names = ["StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished",
             "ResponseId", "Q1", "Q2", "Q3"]  # fmt: skip
    texts = ["Start Date", "End Date", "Response Type", "IP Address", "Progress", "Duration (in seconds)", "Finished",
             "Response ID", INFLUENCE, "Which district do you live in?", "How old are you?"]  # fmt: skip
    imports = [json.dumps({"ImportId": name}) for name in names]
    rows = beside(
        ["2024-03-01 10:00:00"] * 20, ["2024-03-02 10:09:00"] * 20, some(["IP Address"] * 9 + ["Survey Preview"]),
        ["10.0.0.1"] * 20, [100] * 20, [540] * 20, ["True"] * 20, [f"R_{number}" for number in PEOPLE],
        some(ANSWERS), some(DISTRICTS), some(["18-24", "25-34", "75+"]),
    )  # fmt: skip
    return "survey.csv", as_csv([names, texts, imports, *rows])


def surveymonkey():
    """Two header rows, and dates in the American order."""
    top = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", INFLUENCE,
           "Which district do you live in?"]  # fmt: skip
    low = ["", "", "", "", "", "Response", "Response"]
    rows = beside(
        [900 + number for number in PEOPLE], [1] * 20, ["03/01/2024 10:00:00"] * 20, ["03/04/2024 10:05:00"] * 20,
        ["10.0.0.1"] * 20, some([*ANSWERS[:3], "Definitly disagree"]), some(DISTRICTS),
    )  # fmt: skip
    return "survey.xlsx", as_xlsx({"Sheet": [top, low, *rows]})
