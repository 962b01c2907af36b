"""Survey files that somebody tidied, or exported with settings few use, made in memory: (file name, bytes)."""

import json
from functools import partial

from tests.etl.publishers import as_csv
from tests.etl.survey_rows import AGREE, beside
from tests.etl.survey_rows import some as in_turn

PEOPLE = range(30)
some = partial(in_turn, people=len(PEOPLE))
NUMBERS = [each + 1 for each in PEOPLE]


def google_one_semicolon():
    """Choices parted by commas, and one person who wrote a semicolon into a list of their own."""
    top = ["Timestamp", "Why do you walk?", "What is on your way?", "Which languages do you speak?", "languages"]
    way = ["A park, A school", "A school", "A park", "A shop, A park", "A school"] * 6
    way[7] = "the bakery; the old mill"
    rows = beside("2024/03/01 9:41:00 am GMT", some(["It is quick, It is cheap", "It is cheap", "It is quick"]), way,
                  some(["Welsh, English", "English", "Welsh"]), some(["cy, en", "en", "cy"]))  # fmt: skip
    return "walking.csv", as_csv([top, *rows])


def commas_without_timestamps():
    """No platform's columns any more: several choices in a cell are parted by commas."""
    top = ["Q1", "Q2", "Q3", "Q4"]
    rows = beside(some(AGREE), some([1, 2, 3, 4, 5]), some(["training, time", "time", "training", "money, time"]),
                  some(["Yes, a lot", "Yes, a little", "No"]))  # fmt: skip
    return "tidied.csv", as_csv([top, *rows])


def decimal_commas():
    """Marks with a decimal comma, in a file whose cells are parted by semicolons."""
    top = ["Q1", "Q2", "Q3", "Q4"]
    rows = beside(some(AGREE), some([1, 2, 3, 4, 5]), some(["1,2", "2,1", "1,1", "2,2"]), some(AGREE[::-1]))
    return "marks.csv", as_csv([top, *rows], ";")


def qualtrics_internal_ids():
    """Its internal ids for names; the names its maker gave stand before the texts."""
    names = ["startDate", "status", "progress", "duration", "finished", "recordedDate", "_recordId", "recipientEmail",
             "distributionChannel", "QID6_1", "QID6_2", "QID6_5_TEXT", "QID7", "QID30_TEXT", "1_QID17"]  # fmt: skip
    said = ["Start Date", "Response Type", "Progress", "Duration (in seconds)", "Finished", "Recorded Date",
            "Response ID", "Recipient Email", "DistributionChannel - Distribution Channel",
            "B-1_1 - Which do you use? - Selected Choice - Library",
            "B-1_2 - Which do you use? - Selected Choice - Park",
            "B-1_5_TEXT - Which do you use? - Other (please specify): - Text", "B-2 - How often do you go?",
            "B-3 - Anything else?", "1_L-1 - Parks - Where do you hear of it?"]  # fmt: skip
    rows = beside("2024-03-01 10:00:00", "IP Address", 100, 61, "True", "2024-03-01 10:00:00",
                  [f"R_{each}" for each in PEOPLE], "", "email", some(["Library", ""]), some(["", "Park"]),
                  some(["", "", "the pier"]), some(["Daily", "Weekly", "Never"]),
                  [f"more buses to {each}" for each in PEOPLE], some(["Radio", "Friends"]))  # fmt: skip
    return "internal.csv", as_csv([names, said, [json.dumps({"ImportId": each}) for each in names], *rows])


def qualtrics_browsers():
    """What its question on the browser keeps of each person's machine."""
    names = ["StartDate", "Finished", "ResponseId", "what_Browser", "what_Version", "what_Operating System",
             "what_Resolution", "app_Version"]  # fmt: skip
    said = ["Start Date", "Finished", "Response ID", "Meta - Browser", "Meta - Version", "Meta - Operating System",
            "Meta - Resolution", "Which version do you use?"]  # fmt: skip
    rows = beside("2024-03-01 10:00:00", "True", [f"R_{each}" for each in PEOPLE], "Chrome", some(["95.0", "14.1"]),
                  "Linux", "1440x900", some(["The old one", "The new one"]))  # fmt: skip
    return "browsers.csv", as_csv([names, said, [json.dumps({"ImportId": each}) for each in names], *rows])


def redcap_without_events():
    """One event and no survey link: only its record ids, its forms' states and its ticks tell the platform."""
    top = ["record_id", "first_name", "telephone", "dob", "sat", "used___1", "used___2", "intake_complete",
           "record_id_1ec468", "last_name_ea8c96", "visit_complete"]  # fmt: skip
    rows = beside([f"{each:04}" for each in NUMBERS], some(["Ada", "Bo"]), some(["ext 12", "ext 14"]), "1971-05-24",
                  some([1, 2, 3, 4, 5]), some([1, 0]), some([0, 1, 1]), 2, [f"{each:04}" for each in NUMBERS],
                  some(["Quill", "Rushton"]), some([2, 2, 0]))  # fmt: skip
    return "records.csv", as_csv([top, *rows])


def weighed_people():
    """Kilograms with decimals beside centimetres, and no survey weight."""
    top = ["Timestamp", "How satisfied are you?", "age", "height", "weight"]
    rows = beside("2024/03/01 9:41:00 am GMT", some(["Very satisfied", "Satisfied", "Dissatisfied"]), some([30, 41]),
                  some([1.65, 1.8, 1.71]), some([61.5, 80.25, 0.95]))  # fmt: skip
    return "clinic.csv", as_csv([top, *rows])


def unused_weight():
    """A hidden field of a form, which is nought for everybody."""
    top = ["#", "How satisfied are you?", "weight", "Start Date (UTC)", "Submit Date (UTC)", "Network ID"]
    rows = beside([f"tok{each}" for each in PEOPLE], some(["Very satisfied", "Satisfied", "Dissatisfied"]), "0.00",
                  "2024-03-01", "2024-03-01", "n")  # fmt: skip
    return "hidden.csv", as_csv([top, *rows])


def german_grid():
    """How often, and how far one agrees, in German words few files use; codes are in one row, answers below."""
    top = ["Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache", "Wie oft nutzen Sie? [Bus]",
           "Wie oft nutzen Sie? [Rad]", "Stimmen Sie zu? [Es ist gut]", "Stimmen Sie zu? [Es hilft]"]  # fmt: skip
    often = ["sehr häufig", "eher häufig", "eher selten", "selten", "gar nicht"]
    agreed = ["Stimme vollständig zu", "Stimme eher zu", "Stimme eher nicht zu", "Stimme gar nicht zu", "Keine Angabe"]
    rows = beside(NUMBERS, "2024-03-01", 4, "de", some(often), some(often[:3]), some(agreed), some(agreed[1:3]))
    return "umfrage.csv", as_csv([top, *rows], ";")


def options_with_brackets():
    """Options with examples in brackets, parted by the comma that parts the options too; respondents with serials."""
    top = ["Q0PERSON", "Q1", "Q2", "Q3", "Q4"]
    used = ["Papers (daily, weekly), Radio", "Radio", "Papers (daily, weekly)", "Radio, Screens (buses, trains, shops)"]
    rows = beside([f"S{each:03}" for each in NUMBERS], some(AGREE), some([1, 2, 3, 4, 5]), some(used), some([5, 4, 3]))
    return "brackets.csv", as_csv([top, *rows])


def without_header():
    """A form's answers as somebody saved them, without the row of questions."""
    rows = beside([f"2024/03/01 9:{each:02}:00 am GMT" for each in PEOPLE], some(["I live here", "I work here"]),
                  some(["Yes", "No"]), some(["Bus;Train", "Bus", "Train"]), some(["Very good", "Good", "Poor"]),
                  [f"reason {each}" for each in PEOPLE], "")  # fmt: skip
    return "answers.csv", as_csv(rows)


def events_without_header():
    """A log, which begins with a moment in every row too and is no survey."""
    rows = beside(
        [f"2024-03-01 09:{each:02}:00" for each in PEOPLE],
        some(["ERROR", "WARNING"]),
        some(["printer, hall", "gate", "lift"]),
        some(["north", "south"]),
        [f"r{each}" for each in PEOPLE],
    )
    return "log.csv", as_csv(rows)


def surveycto():
    """Answers from tablets: the place and the telephone are its own columns, the key comes last."""
    top = ["SubmissionDate", "starttime", "endtime", "subscriberid", "deviceid", "username", "caseid",
           "home_GPS-Latitude", "home_GPS-Longitude", "home_GPS-Accuracy", "safe", "heard", "instanceID",
           "formdef_version", "KEY"]  # fmt: skip
    rows = beside("13-Jul-2026 11:39:11", "13-Jul-2026 10:04:36", "13-Jul-2026 11:37:10", "", "5b42c", "team", "",
                  some([51.035016, 51.7]), some([0.62990, 0.7]), 9.1, some([1, 2, 3]), some([1, 2]),
                  [f"uuid:{each:04}" for each in PEOPLE], 260713, [f"uuid:{each:04}" for each in PEOPLE])  # fmt: skip
    return "tablets.csv", as_csv([top, *rows])


def qualtrics_without_ids():
    """Published with the ids, dates and addresses taken out; one id was left in."""
    names = ["StartDate", "Progress", "Finished", "RecordedDate", "ResponseId", "Q1"]
    said = ["Start Date", "Progress", "Finished", "Recorded Date", "Response ID", "How good is it?"]
    rows = beside("", 100, "TRUE", "", ["R_7", *[""] * 29], some(["Very good", "Good", "Poor"]))
    return "blanked.csv", as_csv([names, said, [json.dumps({"ImportId": each}) for each in names], *rows])


def poll_results():
    """Not people, but how many gave each answer, in groups."""
    top = ["poll_id", "question_id", "response", "group", "value_of_group", "pct", "notes"]
    said = ["Strongly support", "Tend to support", "Oppose", "Don't know"]
    rows = beside(some([1, 2]), some([11, 12, 13]), some(said), some(["Age", "Sex"]),
                  some(["18-34", "Male"]), some([11.0, 23.5, 40.2]), "")  # fmt: skip
    return "polls.csv", as_csv([top, *rows])


def items_of_anonymous():
    """Nothing but items with short names and numbers, under an id that says it is nobody's name; some answered none."""
    rows = [[each, *[(each * 3 + item) % 5 + 1 if each % 7 else "NA" for item in range(9)]] for each in NUMBERS[:26]]
    return "items.csv", as_csv([["anonym_id", *[f"strain_{item}" for item in range(9)]], *rows])
