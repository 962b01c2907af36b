"""Exports of platforms told by a few columns of their own, made in memory: (file name, bytes). Thirty people each."""

from functools import partial

from tests.etl.publishers import as_csv, as_xlsx
from tests.etl.survey_rows import AGREE, beside
from tests.etl.survey_rows import some as in_turn

PEOPLE = range(30)
some = partial(in_turn, people=len(PEOPLE))
IDS = [7000 + each for each in PEOPLE]
WHEN = "2024-03-01 10:00:00"
BANDS = ["18-24", "75+", "25-34", "Prefer not to say"]


def alchemer():
    top = ["Response ID", "Time Started", "Date Submitted", "Status", "Contact ID", "Legacy Comments", "SessionID",
           "IP Address", "The council listens:How much do you agree?", "The council acts:How much do you agree?",
           "Library:Which do you use?", "Park:Which do you use?", "Other - Write In:Which do you use?",
           "Age: in years"]  # fmt: skip
    states = ["Complete"] * 8 + ["Partial", "Deleted"]
    rows = beside(IDS, WHEN, WHEN, some(states), "", "", some(["s1", "s2"]), "10.0.0.1", some(AGREE), some(AGREE[::-1]),
                  some(["Library", ""]), some(["", "Park"]), some(["the pier", "", ""]), some(BANDS))  # fmt: skip
    return "alchemer.csv", as_csv([top, *rows])


def smartsurvey():
    top = ["UserID", "UserNo", "Name", "Email", "IP Address", "Unique ID", "Started", "Ended", "Tracking Link",
           "Completed", "Time taken", "Q1. How old are you?", "Q2. Agree? - It listens",
           "Q2. Agree? - It acts"]  # fmt: skip
    rows = beside(IDS, list(PEOPLE), "", "", "10.0.0.1", "u", WHEN, WHEN, "Link", some(["Yes"] * 9 + ["No"]),
                  "00:05:12", some(BANDS), some(AGREE), some(AGREE))  # fmt: skip
    return "smartsurvey.csv", as_csv([top, *rows])


def kobo():
    top = ["start", "end", "about/age", "serv/used", "serv/used/library", "serv/used/park", "serv/used_other",
           "trust/council", "loc/_gps_latitude", "_id", "_uuid", "_submission_time", "_status", "_index"]  # fmt: skip
    rows = beside(WHEN, WHEN, some([30, 41, 77]), some(["library", "library park", "park"]), some([1, 1, 0]),
                  some([0, 1, 1]), some(["", "the pier", ""]), some(["strongly_agree", "agree", "disagree"]), "51.7",
                  IDS, [f"{each}-aa" for each in PEOPLE], WHEN, "submitted_via_web", list(PEOPLE))  # fmt: skip
    part = ["age_of_child", "_index", "_parent_table_name", "_parent_index", "_submission__id"]
    parts = beside(some([1, 4, 9]), list(PEOPLE), "main", some([1, 2, 3]), IDS)
    return "kobo.xlsx", as_xlsx({"main": [top, *rows], "children": [part, *parts]})


def redcap():
    top = ["record_id", "redcap_event_name", "redcap_survey_identifier", "form_timestamp", "sat", "used___1",
           "used___2", "form_complete"]  # fmt: skip
    rows = beside(list(PEOPLE), "baseline_arm_1", "", WHEN, some([1, 2, 3, 4, 5]), some([1, 0]), some([0, 1]),
                  some([2, 2, 0]))  # fmt: skip
    return "redcap.csv", as_csv([top, *rows])


def redcap_labels():
    top = ["Record ID", "Event Name", "Survey Identifier", "Agree?", "Used? (choice=Library)", "Used? (choice=Park)",
           "Complete?"]  # fmt: skip
    rows = beside(list(PEOPLE), "Baseline", "", some(AGREE), some(["Checked", "Unchecked"]),
                  some(["Unchecked", "Checked"]), some(["Complete", "Complete", "Incomplete"]))  # fmt: skip
    return "redcap-labels.csv", as_csv([top, *rows])


def citizen_space():
    top = ["Response ID", "Submitted", "1 What is your name? - Name", "2 What is your email address? - Email",
           "4 Do you agree? - Parks", "4 Do you agree? - Roads", "5 Why do you say so? - Why"]  # fmt: skip
    rows = beside([f"ANON-4A7B-{each:04}-Z" for each in PEOPLE], WHEN, "Orla Vance", "orla@example.org",
                  some([*AGREE, "Not Answered"]), some(AGREE), some(["parks matter", "", "no"]))  # fmt: skip
    return "consultation.csv", as_csv([top, *rows])


def jotform():
    top = ["Submission Date", "First Name", "Last Name", "Rate our services >> Refuse", "Rate our services >> Roads",
           "How old are you?", "Submission ID"]  # fmt: skip
    rows = beside("Mar 1, 2024", "Orla", "Vance", some(AGREE), some(AGREE), some(BANDS), IDS)
    return "jotform.csv", as_csv([top, *rows])


def grouped():
    """A workbook of no platform: questions merged over their rows, a row of these below."""
    top = ["Person", "How satisfied are you?", "", "", "Which do you use?", "", "Age"]
    low = ["", "Parks", "Roads", "Police", "Bus", "Train", ""]
    rows = beside(
        IDS, some(AGREE), some(AGREE[::-1]), some(AGREE), some(["Yes", "No"]), some(["No", "Yes"]), some(BANDS)
    )
    return "grouped.xlsx", as_xlsx({"Answers": [top, low, *rows]})


def pasted():
    """A council's file: a title, plain labels, the header again in its midst, a sum and a note at its end."""
    top = ["Ref", "District", "Age band", "Q1 Overall, how satisfied are you?", "Q2_1 Trust in council",
           "Q2_2 Trust in police", "Weight"]  # fmt: skip
    trust = ["A great deal", "A fair amount", "Not very much", "Not at all", "DK"]
    rows = beside([f"R{each:03}" for each in PEOPLE], some(["Harlow", "Tendring"]), some(BANDS), some(AGREE),
                  some(trust), some(trust[::-1]), some([0.8, 1.25]))  # fmt: skip
    end = [["Total responses", len(PEOPLE)], [], ["Source: residents' survey 2024"]]
    return "council.csv", as_csv([["Residents' survey"], [], top, *rows[:15], top, *rows[15:], *end])
