"""Further habits of survey platforms, made in memory: (file name, bytes). Twenty-four respondents each."""

import io
import json
import tempfile
from functools import partial
from pathlib import Path

from tests.etl.publishers import as_csv, as_xlsx
from tests.etl.survey_rows import AGREE, beside
from tests.etl.survey_rows import some as in_turn

PEOPLE = range(24)
some = partial(in_turn, people=len(PEOPLE))


def qualtrics_codes():
    """Numeric codes, a loop ("1_Q5"), a text entry beside its choice, a multi-select in one cell."""
    names = ["StartDate", "EndDate", "Status", "Progress", "Finished", "RecordedDate", "ResponseId",
             "DistributionChannel", "UserLanguage", "Q1", "Q2_1", "Q2_2", "Q3", "Q3_5_TEXT", "1_Q5", "2_Q5",
             "Q6_Page Submit"]  # fmt: skip
    said = ["Start Date", "End Date", "Response Type", "Progress", "Finished", "Recorded Date", "Response ID",
            "Distribution Channel", "User Language", "How satisfied are you with your area?",
            "Do you agree? - The council listens", "Do you agree? - Services join up",
            "Which services have you used? - Selected Choice", "Which services have you used? - Other - Text",
            "Library - How good was it?", "Leisure centre - How good was it?", "Timing - Page Submit"]  # fmt: skip
    rows = beside(some(["2024-03-01 10:00:00"]), some(["2024-03-01 10:05:00"]), some([0] * 11 + [1]), some([100]),
                some([1, 1, 1, 0]), some(["2024-03-01 10:05:00"]), [f"R_{each}" for each in PEOPLE],
                some(["anonymous"]),
                some(["EN"]), some([1, 2, 3, 4, 5]), some([5, 4, 3, 2, 1, 99]), some([1, 2, 3]),
                some(["1,2", "1", "2,5", "1,2,3", ""]), some(["", "", "the park"]), some([1, 2, 3, ""]),
                some([3, 2, 1]), some([12.3, 8.25, 40.1]))  # fmt: skip
    imports = [json.dumps({"ImportId": name}) for name in names]
    return "qualtrics_numeric.csv", as_csv([names, said, imports, *rows])


def qualtrics_split():
    """Each option of a multi-select in a column of its own, with the choice's text."""
    names = ["StartDate", "Status", "Finished", "ResponseId", "Q4_1", "Q4_2", "Q4_3", "Q4_3_TEXT"]
    said = ["Start Date", "Response Type", "Finished", "Response ID",
        "Which have you used? - Selected Choice - Library",
            "Which have you used? - Selected Choice - Museum",
            "Which have you used? - Selected Choice - Other, please say",
            "Which have you used? - Other, please say - Text"]  # fmt: skip
    rows = beside(some(["2024-03-01 10:00:00"]), some(["IP Address"]), some(["True"]), [f"R_{each}" for each in PEOPLE],
                some(["Library", ""]), some(["", "Museum", ""]), some(["", "", "Other, please say"]),
                some(["", "", "the pier"]))  # fmt: skip
    return "qualtrics_split.csv", as_csv([names, said, [json.dumps({"ImportId": each}) for each in names], *rows])


def surveymonkey_condensed():
    top = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name",
           "Last Name", "Custom Data 1", "Do you volunteer?", "Please rate the following:", "", "",
           "Which have you used?", "How old are you?"]  # fmt: skip
    low = [
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "Response",
        "Parks",
        "Roads",
        "Policing",
        "Response",
        "Open-Ended Response",
    ]
    rows = beside([1000 + each for each in PEOPLE], some([7]), some(["03/01/2024 10:00:00"]),
        some(["03/01/2024 10:09:00"]),
                some(["10.0.0.1"]), some([""]), some([""]), some([""]), some([""]), some(["Yes", "No"]),
                some(["Very good", "Good", "Fair", "Poor", "Very poor"]), some(["Good", "Poor", "Fair"]),
                some(["Fair", "N/A", "Very good", "Good"]), some(["Library, Museum", "Library", "Museum, Park"]),
                some(["34", "71", "22", "58"]))  # fmt: skip
    return "condensed.csv", as_csv([top, low, *rows])


def ms_forms_several():
    top = ["Id", "Start time", "Completion time", "Email", "Name", "Language", "How safe do you feel after dark?",
           "Which services have you used?", "The council listens", "The police listen", "Points - Quiz",
           "Any other comments?"]  # fmt: skip
    rows = beside(list(PEOPLE), some(["2024-03-01"]), some(["2024-03-01"]), some(["anonymous"]), some([""]),
        some(["English (United Kingdom)"]),
                some(["Very safe", "Fairly safe", "Neither safe nor unsafe", "Fairly unsafe", "Very unsafe",
                "Don't know"]),
                some(["Library;Museum;", "Park;", "Library;"]), some(AGREE), some([*AGREE[1:], AGREE[0]]), some([""]),
                [f"remark number {each} about the area" for each in PEOPLE])  # fmt: skip
    return "forms_several.xlsx", as_xlsx({"Sheet1": [top, *rows]})


def google_checkboxes():
    top = [
        "Timestamp",
        "Which of these have you done?",
        "Rate it from 1 to 10",
        "How often? [Parks]",
        "How often? [Libraries]",
    ]
    rows = beside([f"2024/03/{1 + each % 28:02} 9:41:00 am GMT" for each in PEOPLE],
                some(["Walked, cycled or ran", "Walked, cycled or ran, Volunteered", "Volunteered",
                "Volunteered, Gave money"]),
                some([1, 10, 7, 8, 5]), some(["Daily", "Weekly", "Monthly", "Never"]), some(["Weekly", "Never",
                "Daily"]))  # fmt: skip
    return "google_boxes.csv", as_csv([top, *rows])


def limesurvey_answer_codes():
    top = ["id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "G1Q1", "G1Q2[SQ001]",
        "G1Q2[SQ002]",
           "G1Q2[other]", "G2Q3[SQ001]", "G2Q3[SQ002]"]  # fmt: skip
    rows = beside(list(PEOPLE), some(["2024-03-01 10:00:00"]), some([4]), some(["en"]), some([77]),
        some(["2024-03-01 09:50:00"]),
                some(["2024-03-01 10:00:00"]), some(["AO01", "AO02", "AO03", "AO04"]), some(["Y", ""]), some(["", "Y",
                ""]),
                some(["", "", "", "skating"]), some(["A1", "A2", "A3", "A4", "A5"]), some(["A5", "A3",
                "A1"]))  # fmt: skip
    return "results-survey12345.csv", as_csv([top, *rows])


def eusurvey_xls_like():
    """A matrix as one column a row of it, and the published layout's leading rows."""
    top = ["Do you trust: The council", "Do you trust: The police", "Which would you use?", "Other, please specify",
           "Invitation number", "Contribution ID", "User name", "Created", "Last updated", "Language"]  # fmt: skip
    rows = beside(some(["A great deal", "A fair amount", "Not very much", "Not at all"]),
                some(["A fair amount", "Not at all"]), some(["Bus;Train", "Bus", "Train;Bike"]), some(["", "", "boat"]),
                some([""]), [f"c-{each}" for each in PEOPLE], some([""]), some(["2024-03-01 10:00"]),
                some(["2024-03-01 10:00"]), some(["EN"]))  # fmt: skip
    return "Content_Export.xlsx", as_xlsx(
        {"Content": [["Survey: residents"], ["Export date: 2024-04-01"], [], top, *rows]}
    )


def typeform_responses():
    top = ["Submitted At", "Token", "How likely are you to recommend it?", "Do you live here?"]
    rows = beside(some(["2024-03-01 10:00:00"]), [f"t{each}" for each in PEOPLE], some([0, 10, 7, 8, 9]), some([1, 0]))
    return "responses.csv", as_csv([top, *rows])


def spss_multi():
    """Options as 0/1 variables, values declared missing as a range, a text variable beside "other"."""
    import pandas as pd
    import pyreadstat

    frame = pd.DataFrame({
        "serial": list(map(float, PEOPLE)), "Q5_1": some([0.0, 1.0]), "Q5_2": some([1.0, 0.0, 0.0]),
        "Q5_3": some([0.0, 0.0, 1.0]),
        "Q6": some([1.0, 2.0, 3.0, 4.0, 97.0, 98.0]), "Q7": some([0.0, 5.0, 10.0, -9.0]), "Q5_oth": some(["", "",
        "boats"]),
        "wt": [1.0] * len(PEOPLE),
    })  # fmt: skip
    options = {0.0: "Not selected", 1.0: "Selected"}
    labels = {"Q5_1": options, "Q5_2": options, "Q5_3": options,
              "Q6": {1.0: "Very satisfied", 2.0: "Fairly satisfied", 3.0: "Fairly dissatisfied",
              4.0: "Very dissatisfied",
                     97.0: "Refused", 98.0: "Don't know"}, "Q7": {0.0: "Not at all", 10.0: "Completely"}}  # fmt: skip
    names = ["Serial", "Which used: Library", "Which used: Museum", "Which used: Other", "Satisfaction",
        "Trust 0 to 10",
             "Other used", "Weight"]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.sav"
        pyreadstat.write_sav(frame, str(path), column_labels=names, variable_value_labels=labels,
                             missing_ranges={"Q6": [{"lo": 97, "hi": 98}], "Q7": [{"lo": -9, "hi": -1}]})  # fmt: skip
        return "multi.sav", io.BytesIO(path.read_bytes()).getvalue()
