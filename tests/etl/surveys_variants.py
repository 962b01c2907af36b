"""Further variants of known platforms' exports, made in memory: (file name, bytes). Thirty people each."""

import random
from functools import partial

from tests.etl.publishers import as_csv, as_xlsx
from tests.etl.survey_rows import AGREE, beside
from tests.etl.survey_rows import some as in_turn

PEOPLE = range(30)
some = partial(in_turn, people=len(PEOPLE))
IDS = [1180000000 + each for each in PEOPLE]


def ms_forms_grid():
    """Rows of a grid headed "Question.Statement"; a question with a full stop in it; points and feedback of a quiz."""
    top = ["ID", "Start time", "Completion time", "Email", "Name", "Total points", "How far do you agree?.It listens",
           "How far do you agree?.It acts", "Rate St. John's Way 1.5", "Points - Rate St. John's Way 1.5"]  # fmt: skip
    rows = beside(list(PEOPLE), "3/1/24 10:00:00", "3/1/24 10:05:00", "anonymous", "", "", some(AGREE), some(AGREE),
                  some([1, 2, 3]), "")  # fmt: skip
    return "forms.xlsx", as_xlsx({"Form1": [top, *rows]})


def ms_forms_german():
    top = ["ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name", "Wie zufrieden sind Sie?"]
    rows = beside(list(PEOPLE), "01.03.2024 10:00", "01.03.2024 10:05", "anonymous", "",
                  some(["Sehr zufrieden", "Eher zufrieden", "Eher unzufrieden", "Weiß nicht"]))  # fmt: skip
    return "formular.xlsx", as_xlsx({"Sheet1": [top, *rows]})


def google_welsh():
    top = ["Stamp amser", "Ydych chi'n cytuno?", "Oed"]
    rows = beside("01/03/2024 10:00:00", some(["Cytuno'n gryf", "Cytuno", "Anghytuno", "Ddim yn gwybod"]),
                  some(["16-24", "25-34", "65+"]))  # fmt: skip
    return "ffurflen.csv", as_csv([top, *rows])


def limesurvey_exchange():
    """VV: questions in the first row, codes in the second, its own word for what wasn't shown."""
    top = ["Response ID", "Date submitted", "Last page", "Start language", "How satisfied?", "Agree? [It listens]"]
    low = ["id", "submitdate", "lastpage", "startlanguage", "G01Q01", "G01Q02_SQ001"]
    hidden = "{question_not_shown}"
    rows = beside(list(PEOPLE), some(["2024-03-01 10:00:00", hidden, "2024-03-01 11:00:00"]), 3, "en",
                  some(["A1", "A2", hidden]), some(["A1", "A2", "A3"]))  # fmt: skip
    return "vvexport_123456.txt", as_csv([top, low, *rows], "\t")


def limesurvey_french():
    top = ["ID de la réponse", "Date de soumission", "Dernière page", "Langue de départ", "Tête de série",
           "Êtes-vous satisfait ?"]  # fmt: skip
    rows = beside(list(PEOPLE), some(["2024-03-01 10:00:00", ""]), 3, "fr", "123", some(["Oui", "Non"]))
    return "reponses.csv", as_csv([top, *rows], ";")


def surveymonkey_numbered():
    """Answers as numbers: each option has its own in its column."""
    top = ["Respondent ID", "Collector ID", "Start Date", "End Date", "Do you agree?", "Which?", "", ""]
    low = ["", "", "", "", "Response", "Library", "Park", "Other (please specify)"]
    rows = beside(IDS, 4, "03/14/2024", "03/14/2024", some([1, 2, 3]), some([1, ""]), some(["", 2, 2]),
                  some(["the pier", "", ""]))  # fmt: skip
    return "numbers.csv", as_csv([top, low, *rows])


def surveymonkey_german():
    top = ["Respondent ID", "Collector ID", "Start Date", "End Date", "Sind Sie zufrieden?", "Warum?"]
    low = ["", "", "", "", "Antwort", "Offene Beantwortung"]
    rows = beside(IDS, 4, "03/14/2024", "03/14/2024", some(["Ja", "Nein"]), some(["darum", ""]))
    return "umfrage.csv", as_csv([top, low, *rows])


def unrelated(people=60):
    """Items that have nothing to do with each other: one of them goes slightly against the rest by chance."""
    chance = random.Random(7)
    items = [[chance.choice(AGREE) for _ in range(people)] for _ in range(8)]
    rows = beside([9000 + each for each in range(people)], *items)
    return "chance.csv", as_csv([["Respondent ID", *[f"Do you agree? [Item {each}]" for each in range(8)]], *rows])


def with_trials():
    """No state of each response: tests say so themselves; one comment is only a word."""
    top = ["Timestamp", "Your name", "How satisfied are you?", "Any comments?", "Other (please specify)"]
    names = [f"Person {each}" for each in range(26)] + ["TEST test", "Orla", "Orla", "Gwen"]
    said = ["fine"] * 26 + ["", "this is a test", "Test", "test"]
    other = [""] * 29 + ["Testing"]
    rows = beside("01/03/2024 10:00:00", names, some(["Very satisfied", "Fairly satisfied", "Very dissatisfied"]), said,
                  other)  # fmt: skip
    return "form.csv", as_csv([top, *rows])


def typeform_lists():
    """Several choices in a cell; bold words in a question."""
    top = ["#", "Which do you use?", "How do *you* rate _us_?", "Yes or no?", "Start Date (UTC)", "Submit Date (UTC)"]
    rows = beside([f"tok{each}" for each in PEOPLE], some(["Bus, Train", "Bus", "Train", "Train, Bike"]),
                  some([1, 2, 3]), some(["Yes, definitely", "No"]), "2024-03-01", "2024-03-01")  # fmt: skip
    return "typeform.csv", as_csv([top, *rows])


def eu_consultation():
    """As the European Commission publishes contributions: without the columns that tell who and when."""
    top = ["Language of my contribution", "I am giving my contribution as", "Surname", "Country of origin",
           "Publication privacy settings", "1. Which measures?", "2. Agree: It helps",
           "2. Agree: It costs"]  # fmt: skip
    rows = beside("English", some(["EU citizen", "Public authority"]), "Vance", some(["Malta", "Latvia"]), "Anonymous",
                  some(["A tax;A ban", "A ban", "A tax"]), some(AGREE), some(AGREE))  # fmt: skip
    return "contributions.xlsx", as_xlsx({"Sheet1": [["Export"], [], top, *rows]})


def bilingual():
    top = [
        "Response ID",
        "Ydych chi'n cytuno? / Do you agree?",
        "Pa mor fodlon? / How satisfied?",
        "Oed / Age",
        "Sylwadau",
    ]
    rows = beside(IDS, some(["Cytuno'n gryf / Strongly agree", "Anghytuno / Disagree", "Ddim yn gwybod / Don't know"]),
                  some(["Bodlon / Satisfied", "Anfodlon / Dissatisfied"]), some(["Ydw / Yes", "Nac ydw / No"]),
                  some(["da", "dim byd"]))  # fmt: skip
    return "arolwg.csv", as_csv([top, *rows])


def codes_far_off():
    """No labels: 97 or 8 stands alone above short scales, and 0 to 10 reaches its end."""
    top = ["SERIAL", "Q1", "Q2", "Q3", "Q4", "WEIGHT"]
    rows = beside(list(PEOPLE), some([1, 2, 3, 4, 5, 97]), some([1, 2, 3, 4, 8]), some(list(range(11))),
                  some([1, 5, 8, 9, 10]), some(["0,8", "1,25"]))  # fmt: skip
    return "codes.csv", as_csv([top, *rows], ";")


def saved_by_r():
    top = ["X", "StartDate", "EndDate", "Status", "Duration..in.seconds.", "Finished", "ResponseId", "Q1"]
    rows = beside(list(PEOPLE), "2024-03-01 10:00:00", "2024-03-01 10:00:00", "IP Address", 99, "True",
                  [f"R_{each}" for each in PEOPLE], some(AGREE))  # fmt: skip
    return "saved.csv", as_csv([top, *rows])


def surveymonkey_long(stopped):
    """Twelve questions, of which so many people answered only the first two."""
    top = ["Respondent ID", "Collector ID", "Start Date", "End Date", *[f"Question {each}?" for each in range(12)]]
    low = ["", "", "", "", *["Response"] * 12]
    rows = beside(IDS, 4, "03/14/2024", "03/14/2024", *[some(AGREE)] * 12)
    left = [[*row[:6], *[""] * 10] if at < stopped else row for at, row in enumerate(rows)]
    return "long.csv", as_csv([top, low, *left])


def typeform_tidied():
    """A Typeform file after somebody tidied it: short headings, options with a 1 or NA, two ids."""
    top = ["Age", "EventNone", "EventTalks", "EventCoffee", "HasDebt", "ID.x", "NetworkID", "Part1StartTime",
           "Part1EndTime"]  # fmt: skip
    rows = beside(list(range(20, 50)), some([1, "NA", "NA"]), some(["NA", 1]), some(["NA", "NA", 1]), some([0, 1]),
                  [f"{each:032x}" for each in PEOPLE], "n", "2024-03-01 10:00:00", "2024-03-01 10:09:00")  # fmt: skip
    return "coders.csv", as_csv([top, *rows])


def friends_and_family():
    """Few questions in the words they were asked in, a date and no numbers of respondents."""
    top = [
        "Response date",
        "Ward",
        "Overall, how was your experience of our service?",
        "Why did you say so?",
        "Age group",
    ]
    rows = beside("01/03/2024", some(["Ward A", "Ward B"]), some(["Very good", "Good", "Poor", "Don't know"]),
                  [f"reason {each}" for each in PEOPLE], some(["16-24", "85+"]))  # fmt: skip
    return "fft.csv", as_csv([top, *rows])


def qualtrics_texts_only():
    """A workbook whose only header row has the texts, not the names."""
    top = ["Start Date", "End Date", "Response Type", "Progress", "Duration (in seconds)", "Finished", "Response ID",
           "Do you agree? - It listens", "Do you agree? - It acts"]  # fmt: skip
    rows = beside("2024-03-01 10:00", "2024-03-01 10:05", some(["IP Address"] * 9 + ["Survey Preview"]), 100, 99,
                  some(["True"] * 8 + ["False", "True"]), [f"R_{each}" for each in PEOPLE], some(AGREE),
                  some(AGREE))  # fmt: skip
    return "texts.xlsx", as_xlsx({"Sheet0": [top, *rows]})
