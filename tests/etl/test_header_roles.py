"""What a column is by its heading alone: who answered, the weight, when, how long, personal data, or a question."""

import pytest

from etl.platforms.roles import role_by_name
from tests.etl.publishers import as_csv
from tests.etl.survey_rows import beside, some
from tests.etl.understanding import first


@pytest.mark.parametrize(
    ("role", "headings"),
    [
        ("id", "anonym_id|anonymous ID"),
        ("id", "Ref|IDNO|resp_id|Serial number|record: Record number|Household serial number|S/N|Respondent.ID|HHID"),
        ("weight", "w8|WtGB|wtfactor|Weight (district)|Weighted|pspwght|Grossing weight|RIM weight"),
        ("date", "Date|Start Time|End.Date|survey_date|IntDate|date_created|Zeitstempel|Heure de fin"),
        ("timing", "Duration..in.seconds.|Length of interview (mins)|qtime|Time Taken (seconds)"),
        ("other", "collector_id|PROLIFIC_PID|FL_12_DO_A|Q5_DO|Referrer URL|redcap_event_name|Dernière page"),
        ("personal", "1 What is your name? - Name|Q3. Email|Contact number|First line of address|ip_address"),
        ("personal", "If you want to hear more, please leave your contact details|loc/_gps_latitude|Nom|Signature"),
        (
            "",
            "weight_kg|No|Number of children|Name of council|Which date suits you?|course_complete",
        ),
    ],
)
def test_a_heading_says_what_its_column_is(role, headings):
    assert {text: role_by_name(text) for text in headings.split("|")} == dict.fromkeys(headings.split("|"), role)


def test_a_column_whose_only_answer_is_its_heading_is_an_option_whatever_it_is_called():
    top = ["#", "Date", "Record", "Email", "How are you?", "Start Date (UTC)", "Submit Date (UTC)", "Network ID"]
    rows = beside([f"tok{each}" for each in range(20)], some(["Date", ""], 20), some(["", "Record"], 20),
                  some(["Email", ""], 20), some(["Good", "Poor"], 20), "2024-03-01", "2024-03-01", "n")  # fmt: skip
    found = {each.letters: each.kind for each in first(("form.csv", as_csv([top, *rows]))).found.questions}
    assert [found[letters] for letters in "BCD"] == ["multi"] * 3
