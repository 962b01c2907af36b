"""More habits of survey files met in public ones, made anew in memory: (file name, bytes). Thirty respondents each."""

from functools import partial

from tests.etl.publishers import as_csv
from tests.etl.survey_rows import AGREE, beside
from tests.etl.survey_rows import some as in_turn

PEOPLE = range(30)
some = partial(in_turn, people=len(PEOPLE))
NUMBERS = [each + 1 for each in PEOPLE]
DAYS = [f"2024-03-01 10:{each:02}:00" for each in PEOPLE]


def limesurvey_two_languages():
    """Headings and answers in two languages, the platform's own columns in French; options that nobody took."""
    top = ["ID de la réponse", "Date de soumission", "Dernière page", "Langue de départ", "URL référente",
           "Nom &amp; prénom /Firstname and Surname", "Transport /Travel [Bus]", "Transport /Travel [Vélo]",
           "Transport /Travel [Avion]", "Transport /Travel [Autre]", "Parcs / Parks [Propreté]", "Temps total",
           "Temps pour le groupe de questions : Parcs"]  # fmt: skip
    rated = ["Excellent /Excellent", "Très bon /Very good", "Bon / Good", "Mauvais / Bad", "Très mauvais / Very bad"]
    rows = beside(NUMBERS, DAYS, 4, "fr", "", some(["", "Ada Quill", "Bo Rushton"]), some(["Oui", "Non"]),
                  some(["Non", "Oui", "Oui"]), "Non", some(["", "à pied", ""]), some(rated), 312.5, 20)  # fmt: skip
    return "sondage.csv", as_csv([top, *rows])


def limesurvey_undated():
    """Without dates by setting, a response that was submitted is of 1980; a heading that came twice has a number."""
    top = ["Response ID", "Date submitted", "Last page", "Start language", "How good is it? [The park]",
           "How good is it? [The park].1", "Order [Rank 1]", "Order [Rank 2]"]  # fmt: skip
    sent = ["1980-01-01 00:00:00"] * 28 + ["", ""]
    rows = beside(NUMBERS, sent, 4, "en", some(["Good", "Fair", "Poor"]), some(["Good", "Poor", "Fair"]),
                  some(["Parks", "Roads"]), some(["Roads", "Parks"]))  # fmt: skip
    return "undated.csv", as_csv([top, *rows])


def limesurvey_answers_only():
    """Without a column of its own, but with ranks as it heads them; degrees of importance in German."""
    top = ["Was nutzen Sie?", "Ordnen Sie die Aufgaben.  [Rank 1]", "Ordnen Sie die Aufgaben.  [Rank 2]",
           "Wie wichtig ist Ihnen? [Länge]", "Wie wichtig ist Ihnen? [Thema ]"]  # fmt: skip
    important = ["Sehr wichtig", "Wichtig", "Mäßig wichtig", "Kaum wichtig", "Nicht wichtig"]
    rows = beside(some(["Bus", "Rad"]), some(["Suchen", "Teilen"]), some(["Teilen", "Suchen"]), some(important),
                  some(important[::-1]))  # fmt: skip
    return "antworten.csv", as_csv([top, *rows])


def options_after_questions():
    """One header row in which the option follows its question with nothing between but a mark of its end."""
    role, use = "1) Please describe your role(s): ", "2) Which do you use? "
    rate = "3) How important is each of these. "
    top = ["Internal ID", role + "Tenant&nbsp;", role + "Owner&nbsp;", role + "Other (please specify)&nbsp;",
           role + "Other (please specify)&nbsp;", use + "Parks", use + "Libraries", use + "Not sure", rate + "Bins",
           rate + "Buses", "4) Why is that?", "5) Where do you live?"]  # fmt: skip
    rows = beside([7000 + each for each in PEOPLE], some(["Tenant ", ""]), some(["", "Owner "]),
                  some(["", "Other (please specify) "]), some(["", "lodger"]), some(["Parks", ""]),
                  some(["", "", "Libraries"]), some(["", "", "", "Not sure"]),
                  some(["5 Very important", "4", "3", "2", "1 Not at all"]),
                  some(["1 Not at all", "5 Very important", "3"]), some(["", "it rains"]),
                  some(["Town", "Village"]))  # fmt: skip
    return "simple.csv", as_csv([top, *rows])


def typeform_groups():
    """Questions above, their options below, and its own columns in the second row."""
    top = ["", "Which do you use?", "", "", "How often do you use these?", "", "", "", "", ""]
    low = ["#", "Parks", "Libraries", "Other", "Bus", "Train", "Where do you live?", "Start Date (UTC)",
           "Submit Date (UTC)", "Network ID"]  # fmt: skip
    often = ["Often", "Sometimes", "Never"]
    rows = beside([f"r2w0retel{each:03}x" for each in PEOPLE], some(["Parks", ""]), some(["", "Libraries"]), "",
                  some(often), some(often[::-1]), some(["North", "South"]), "3/11/20 23:38", "3/11/20 23:44",
                  [f"43f9b5{each:04}" for each in PEOPLE])  # fmt: skip
    return "groups.csv", as_csv([top, low, *rows])


def google_with_ids():
    """A number of each response before the time, and choices parted by semicolons, as its own download parts them."""
    top = ["ID", "Timestamp", "Email Address", "Which do you use?", "Do you agree? [It is safe]",
           "Do you agree? [It is clean]", "Is it yours?", "Would you help?", "What did you earn?"]  # fmt: skip
    rows = beside(NUMBERS, [f"3/{each % 28 + 1}/2024 15:46:37" for each in PEOPLE], "someone@example.org",
                  some(["Parks;Roads", "Parks", "Roads;Bins, large", "Bins, large"]), some(AGREE), some(AGREE[::-1]),
                  some(["Yes", "No", "It depends"]), some(["No", "Yes"]),
                  some(["$0 to $9,999", "$10,000 to $24,999", "$25,000 and up"]))  # fmt: skip
    return "form.csv", as_csv([top, *rows])


def kobo_places():
    """Names of variables; where an interview was held, as four numbers in one cell; what was ticked as 1 and 0."""
    top = ["response_id", "meta_start_gps", "m1_gps_coords", "need_top/food", "need_top/water", "need_top/work",
           "agreed", "site", "is_safe", "gets_help"]  # fmt: skip
    here = [f"51.{each:04} 0.{each:04} 31.9 4.9" for each in range(1000, 1030)]
    rows = beside(NUMBERS, here, here, some([1, 0]), some([0, 1, "NULL"]), 0,
                  some(["strongly_agree", "agree", "disagree", "strongly_disagree"]), some(["north", "south"]),
                  some(["yes", "no"]), some(["no", "yes"]))  # fmt: skip
    return "kobo.csv", as_csv([top, *rows])
