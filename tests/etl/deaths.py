"""Deaths by area, week and month, laid out as a statistics office did over twenty years: (file name, bytes).

The layouts are real, the figures made up.
"""

import datetime as dt

from tests.etl.publishers import DISTRICTS
from tests.etl.time_tables import formatted

AGES = ("Under 1 year", "01-14", "15-44", "45-64")


def weekly():
    """Weeks across, counted and dated; headings under headings; totals and regions among ages."""
    weeks = [dt.datetime.fromisoformat("2018-01-05") + dt.timedelta(days=7 * each) for each in range(4)]
    counts = [[40 + place, 45, 50 + place, 48] for place, _ in enumerate(AGES)]
    rows = [["Contents"], ["Weekly provisional figures on deaths registered in England and Wales"], [],
            ["Week number", None, 1, 2, 3, 4], ["Week ended", None, *weeks], [], [],
            ["Total deaths, all ages", None, 9400, 9900, 9700, 9100],
            ["Total deaths: average of corresponding", None, 9300, 9500, 9600, 9200],
            ["week over the previous 5 years1"], []]  # fmt: skip
    for sex in ("Persons 5", "Males 5", "Females 5"):
        rows += [[None, sex], [None, "Deaths by age group"]]
        rows += [[None, age, *each] for age, each in zip(AGES, counts, strict=True)]
    rows += [[], [None, "Deaths by region of usual residence 6"], ["E12000001", "North East", 510, 560, 540, 530],
             ["E12000006", "East", 1150, 1230, 1190, 1170], ["W92000004", "Wales", 620, 680, 650, 640], [],
             ["Footnotes"], [], ["1 An average of five years"]]  # fmt: skip
    return "2018Mortality.xlsx", formatted(rows, {"C5:F5": "dd-mmm-yy"})


def monthly():
    """Blank rows between the levels, a code of two areas, and people from elsewhere."""
    months = [dt.datetime.fromisoformat(f"2018-0{month}-01") for month in (1, 2, 3)]
    rows = [["Contents"], ["Monthly figures on deaths by area, 2018", None, None, None, "England and Wales"],
            [], ["Area of usual residence", None, *months], [],
            ["K04000001, J99000001", "ENGLAND, WALES AND ELSEWHERE 1", 40920, 36610, 38550], [],
            ["K04000001", "ENGLAND AND WALES", 40800, 36500, 38450], [],
            ["E92000001", "ENGLAND", 38100, 34100, 35900], [],
            ["E12000006", "EAST", 4600, 4100, 4300], [], ["E06000033", "Southend-on-Sea", 190, 170, 160], [],
            ["E10000012", "Essex", 1510, 1250, 1190], *[[code, name, 98, 52, 48] for code, name in DISTRICTS], [],
            ["W92000004", "WALES", 2700, 2400, 2550], [], ["W06000001", "Isle of Anglesey", 80, 66, 70],
            ["W06000002", "Gwynedd", 140, 112, 121], [],
            ["J99000001", "Usual residence outside England and Wales", 120, 110, 100]]  # fmt: skip
    return "Monthly2018Mortality.xlsx", formatted(rows, {"C4:E4": "mmm-yy"})


def old_codes():
    """Codes of before 2010 of three kinds, each level of areas a column further right, one region in the wrong one."""
    months = [dt.datetime.fromisoformat(f"2006-0{month}-01") for month in (1, 2, 3)]
    rows = [["Monthly figures on deaths registered, 2006"], [], ["Area Codes", None, None, None, *months], [],
            [None, "TOTAL REGISTRATIONS 1", None, None, 35600, 32900, 36100], [],
            [921, "ENGLAND", None, None, 33300, 30800, 33800],
            [], ["A", "NORTH EAST", None, None, 1900, 1700, 1850], [],
            ["00EH", None, "Darlington UA", None, 95, 87, 101], ["00EB", None, "Hartlepool UA", None, 64, 71, 83], [],
            [20, None, "Durham", None, 410, 380, 420], ["20UB", None, None, "Chester-le-Street", 46, 43, 50],
            ["20UE", None, None, "Durham", 85, 63, 60], [], ["G", None, "EAST", None, 3900, 3600, 4000], [],
            ["00KA", None, "Luton UA", None, 108, 102, 121], [22, None, "Essex", None, 1080, 900, 950],
            ["22UB", None, None, "Basildon", 160, 91, 80], ["22UC", None, None, "Braintree", 101, 90, 85]]  # fmt: skip
    return "Monthly2006Mortality.xlsx", formatted(rows, {"E3:G3": "mmm-yy"})
