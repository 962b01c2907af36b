"""Habits of survey files met in public ones, made anew in memory: (file name, bytes). Thirty respondents each."""

import json
import tempfile
from functools import partial
from pathlib import Path

from tests.etl.publishers import as_csv, as_xlsx
from tests.etl.survey_rows import AGREE, beside
from tests.etl.survey_rows import some as in_turn

PEOPLE = range(30)
some = partial(in_turn, people=len(PEOPLE))
IDS = [f"P{each:04}" for each in PEOPLE]
SATISFIED = ["Very satisfied", "Satisfied", "Neutral", "Dissatisfied", "Very dissatisfied"]
THREE = [(1, 2, 3), (2, 3, 1), (3, 1, 2)]


def surveymonkey_numbers():
    """One header row and none of its own columns but its ten-digit numbers; a grid whose rows ask different things."""
    top = ["RespondentID", "Would you bet? <br><b>A or B</b>", "How often do you fly?", "Age"]
    often = ["Every day", "A few times per week", "Once a month or less", "Never", "Once a year or less"]
    rows = beside([3436139758 - 977 * each for each in PEOPLE], some(["Lottery A", "Lottery B"]), some(often), "18-29")
    return "etiquette.csv", as_csv([top, *rows])


def surveymonkey_matrix():
    top = ["Respondent ID", "Collector ID", "Start Date", "Rate and use", "", "Put in order", "", "", ""]
    low = ["", "", "", "Parks - Quality", "Parks - Use", "Parks", "Roads", "Police", "N/A"]
    ranks = [some([each[place] for each in THREE]) for place in range(3)]
    rows = beside([7000 + each for each in PEOPLE], 1, "03/14/2024", some(["Good", "Poor", "Fair"]),
                  some(["Daily", "Weekly", "Never"]), *ranks, "")  # fmt: skip
    return "matrix.csv", as_csv([top, low, *rows])


def surveymonkey_saved_again():
    """Two header rows saved again by pandas: a count of rows instead of the id, names for the blank headings."""
    top = ["", "Are you a member?", "Where do you live?", "How often?", "Which have you used?", "Unnamed: 5"]
    low = [0, "Response", "Response", "Response", "Library", "Park"]
    rows = beside([each + 1 for each in PEOPLE], some(["Yes", "No"]), some(["Asia", "Europe"]), "Often",
                  some(["Library", "Not selected"]), some(["Park", "Not selected", "Not selected"]))  # fmt: skip
    return "saved-again.csv", as_csv([top, low, *rows])


def qualtrics_german():
    """Texts of its own columns in another language; a question with " - " in it; questions that sound like timing."""
    names = ["StartDate", "Status", "Finished", "ResponseId", "Q2_1", "Q2_2", "Q3", "Q_1", "SC0", "Q9_NPS_GROUP"]
    said = ["Anfangsdatum", "Antworttyp", "Beendet", "Antwort-ID", "Agree - or not? - Parks - open spaces",
            "Agree - or not? - Roads", "How satisfied are you with the timing of buses?", "Is it good?", "Score",
            "Group"]  # fmt: skip
    rows = beside("2024-03-01 10:00:00", "IP Address", "True", [f"R_{each}" for each in PEOPLE], some(AGREE),
                  some(AGREE[::-1]), some(SATISFIED), some(["Yes", "No"]), 3, "Promoter")  # fmt: skip
    return "umfrage.csv", as_csv([names, said, [json.dumps({"ImportId": each}) for each in names], *rows])


def qualtrics_german_workbook():
    """The same as a workbook, which has no ImportIds."""
    names = ["StartDate", "Status", "Finished", "ResponseId", "Q1"]
    said = ["Anfangsdatum", "Antworttyp", "Beendet", "Antwort-ID", "How satisfied are you?"]
    rows = beside("2024-03-01 10:00:00", 0, 1, [f"R_{each}" for each in PEOPLE], some(SATISFIED))
    return "umfrage.xlsx", as_xlsx({"Sheet0": [names, said, *rows]})


def qualtrics_legacy():
    top = ["V1", "V2", "V6", "V7", "V8", "V9", "V10", "Q1", "Q2_1", "Q2_2", "LocationAccuracy"]
    low = ["ResponseID", "ResponseSet", "IPAddress", "Status", "StartDate", "EndDate", "Finished",
           "How satisfied?", "Do you agree that...-The council listens", "Do you agree that...-The police listen",
           "LocationAccuracy"]  # fmt: skip
    rows = beside([f"R_{each}" for each in PEOPLE], "Default Response Set", "10.0.0.1", 0, "2015-07-18 08:28:09",
                  "2015-07-18 08:28:48", some([1, 1, 0]), some([1, 2, 3, 4, 5]), some([5, 4, 3]), some([1, 2]),
                  -1)  # fmt: skip
    return "legacy.csv", as_csv([top, low, *rows])


def limesurvey_places():
    """Codes and texts in one heading, two brackets, places of a ranking, times of questions at the end."""
    top = ["id. Response ID", "submitdate. Date submitted", "lastpage. Last page", "startlanguage. Start language",
           "G[SQ1_A1]. Rate these [Parks][Now]", "G[SQ1_A2]. Rate these [Parks][Last year]", "r[1]. Order [Rank 1]",
           "r[2]. Order [Rank 2]", "r[3]. Order [Rank 3]", "ten. Own your home?", "interviewtime. Total time",
           "tenTime. Question time: ten"]  # fmt: skip
    order = [["Bus", "Train", "Bike"][each - 1] for each in (1, 2, 3)]
    rows = beside(list(PEOPLE), "2024-03-01 10:00:00", 8, "en", some(["Good", "Fair", "Poor"]), some(["Fair", "Good"]),
                  some(order), some([*order[1:], order[0]]), some([order[2], *order[:2]]), some(["Yes", "No", "N/A"]),
                  12.5, 3.25)  # fmt: skip
    return "lime-both.csv", as_csv([top, *rows])


def ms_forms_personal():
    """Personal data asked for in the survey's own words, an order of preference in one cell."""
    top = ["ID", "Start time", "Completion time", "Email", "Name", "What is your full (passport) name?",
           "How can we reach you?", "Put these in order", "Name2", "What is your organisation's name?"]  # fmt: skip
    order = [";".join(["Bus", "Train", "Bike"][each - 1] for each in ranks) + ";" for ranks in THREE]
    rows = beside([each + 1 for each in PEOPLE], "2024-03-01", "2024-03-01", "anonymous", "",
                  some(["Alpha B", "Gamma D"]), [f"person{each}@example.org" for each in PEOPLE], some(order),
                  some(["Al", "Ga"]), some(["Trust A", "Trust B"]))  # fmt: skip
    return "forms.xlsx", as_xlsx({"Sheet1": [top, *rows]})


def typeform_lists():
    """Two questions with the same options, each option a column whose only heading is its own."""
    top = ["#", "<strong>Do you work?</strong>", "Library", "Park", "Other", "Library", "Park", "Start Date (UTC)",
           "Submit Date (UTC)", "Network ID", "Email", "Phone"]  # fmt: skip
    rows = beside([f"tok{each}" for each in PEOPLE], some([1, 0]), some(["Library", "", ""]), some(["", "Park", ""]),
                  some(["", "", "the pier", "", "", "a wood"]), some(["", "Library"]), "", "2024-03-01", "2024-03-01",
                  "n", some(["Email", ""]), some(["", "Phone"]))  # fmt: skip
    rows[4][6] = "Park"
    return "lists.csv", as_csv([top, *rows])


def spss_declared():
    """Options coded 1 and 2, a number and a range declared missing, two scales one after the other, no label on one."""
    import pandas as pd
    import pyreadstat

    columns = {"caseid": list(PEOPLE), "Q1": [1, 2, 7, 8], "Q2": [1, 2, 3, 4], "Q5_1": [1, 2], "Q5_2": [2, 1],
               "AGE": [30, 41, 999, 28, 999], "MID": [1, 2, 3, 97, 98, 99], "WTSSALL": [1.25, 0.75]}  # fmt: skip
    frame = pd.DataFrame({name: list(map(float, some(values))) for name, values in columns.items()})
    agree = {1.0: "Strongly agree", 2.0: "Agree", 3.0: "Neutral", 4.0: "Disagree", 7.0: "No council", 8.0: "Can’t say"}
    trust = {1.0: "Not at all", 2.0: "Not very much", 3.0: "A fair amount", 4.0: "A great deal"}
    named = {1.0: "Mentioned", 2.0: "Not mentioned"}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.sav"
        pyreadstat.write_sav(
            frame, str(path), column_labels=["Case", "It listens", "I trust it", "Used: Library", "Used: Park", "Age"]
            + [None, None], variable_value_labels={"Q1": agree, "Q2": trust, "Q5_1": named, "Q5_2": named},
            missing_ranges={"AGE": [999], "MID": [{"lo": 97, "hi": 99}]},
        )  # fmt: skip
        return "declared.sav", path.read_bytes()


def spss_bare():
    import pandas as pd
    import pyreadstat

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.sav"
        pyreadstat.write_sav(pd.DataFrame({"id": [1.0, 2.0], "wt": [1.5, 0.5]}), str(path))
        return "bare.sav", path.read_bytes()


def titled():
    top = ["ID", "Q1: How satisfied are you with the area?", "Q2: Do you feel safe?", "Age", "Weight"]
    rows = beside(IDS, some(SATISFIED), some(["Yes", "No", "Don't know"]), some(list(range(20, 80))),
                  [60 + each for each in PEOPLE])  # fmt: skip
    return "titled.xlsx", as_xlsx({"Data": [["Residents panel – responses"], [], top, *rows]})


def worded_below():
    """Names in the first row, their questions in the second, and no id."""
    names = ["Time from Start to Finish (seconds)", "Q1", "Q2", "Q7_Part_1", "Q7_Part_2"]
    said = ["Duration (in seconds)", "What is your age (# years)?", "How easy was the form to fill in?",
            "What do you use? (all that apply) - Selected Choice - Library",
            "What do you use? (all that apply) - Selected Choice - Park"]  # fmt: skip
    rows = beside(some([510, 423]), some(["18-21", "22-24"]), some(["Easy", "Neither easy nor difficult", "Difficult"]),
                  some(["Library", ""]), some(["", "", "Park"]))  # fmt: skip
    return "choices.csv", as_csv([names, said, *rows])


def battery():
    """Nothing but a table of answers from 1 to 5, under words that ask nothing."""
    top = ["Music", "Dance", "Folk", "Country", "Politics", "Height", "Weight", "Smoking"]
    items = [some([each % 5 + 1 for each in range(start, start + 7)]) for start in range(5)]
    rows = beside(*items, [150 + each for each in PEOPLE], [50 + each for each in PEOPLE], some(["never", "sometimes"]))
    return "responses.csv", as_csv([top, *rows])


def submissions():
    """Another platform: who, when and where from beside the answers, several choices in a cell, a blank index."""
    top = ["", "Submission Date", "First Name", "E-mail", "Rate our services >> Parks", "Rate our services >> Roads",
           "Any scale of 1 to 5?", "Which do you use?", "Submission ID"]  # fmt: skip
    rows = beside(list(PEOPLE), "Mar 1, 2024", "Al", "a@example.org", some(SATISFIED), some(SATISFIED[::-1]),
                  some([1, 2, 3, 4, 5, "N/A"]), some(["Bus;Train", "Bus", "Train"]), list(PEOPLE))  # fmt: skip
    return "submissions.csv", as_csv([top, *rows], ";")


def statuses():
    """A column that says who stopped, was a test or finished; a district asked for, and one that is judged."""
    top = ["Response ID", "Status", "How far do you trust your council?", "Which district do you live in?",
           "What is your gender?", "How old are you?", "Happy?"]  # fmt: skip
    rows = beside([600 + each for each in PEOPLE], some(["Complete", "Partial", "Complete", "Test"]),
                  some(["A great deal", "A fair amount", "Not very much", "Not at all"]), some(["Harlow", "Basildon"]),
                  some(["Female", "Male"]), some(["18-24", "65+"]), some(["Yes", "No"]))  # fmt: skip
    return "statuses.csv", as_csv([top, *rows])


def surveymonkey_expanded():
    """Each point of a scale in a column of its own, and contact details as rows of one question."""
    top = ["Respondent ID", "Collector ID", "Start Date", "How sure?", "", "", "Contact", "", "How to reach you?", ""]
    low = ["", "", "", "Parks - Very unsure", "Parks - 2", "Parks - Very sure", "Phone Number", "Town", "Email", "Post"]
    rows = beside([900 + each for each in PEOPLE], 1, "03/14/2024", some(["Very unsure", "", ""]), some(["", "2", ""]),
                  some(["", "", "Very sure"]), [f"ext {each}" for each in PEOPLE], some(["Harlow", "Basildon"]),
                  some(["Email", ""]), some(["Post", "", ""]))  # fmt: skip
    return "expanded.csv", as_csv([top, low, *rows])


def google_commas():
    """Single answers with a comma in them, beside several choices that are parted by one."""
    top = ["Timestamp", "Were you heard?", "Which have you used?"]
    rows = beside("2024/03/01 9:41:00 am GMT", some(["Yes, I was", "Yes, to some extent", "No"]),
                  some(["Library, Park", "Park", "Library"]))  # fmt: skip
    return "commas.csv", as_csv([top, *rows])
