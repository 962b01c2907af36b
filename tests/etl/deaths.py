"""Deaths by area, week and month, laid out as a statistics office did over twenty years: (file name, bytes)."""

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
            ["Total deaths, all ages", None, 12723, 15050, 14256, 13935],
            ["Total deaths: average of corresponding", None, 12079, 13167, 12418, 11954],
            ["week over the previous 5 years1"], []]  # fmt: skip
    for sex in ("Persons 5", "Males 5", "Females 5"):
        rows += [[None, sex], [None, "Deaths by age group"]]
        rows += [[None, age, *each] for age, each in zip(AGES, counts, strict=True)]
    rows += [[], [None, "Deaths by region of usual residence 6"], ["E12000001", "North East", 640, 837, 783, 779],
             ["E12000006", "East", 1404, 1677, 1562, 1553], ["W92000004", "Wales", 783, 904, 885, 850], [],
             ["Footnotes"], [], ["1 An average of five years"]]  # fmt: skip
    return "2018Mortality.xlsx", formatted(rows, {"C5:F5": "dd-mmm-yy"})


def monthly():
    """Blank rows between the levels, a code of two areas, and people from elsewhere."""
    months = [dt.datetime.fromisoformat(f"2018-0{month}-01") for month in (1, 2, 3)]
    rows = [["Contents"], ["Monthly figures on deaths by area, 2018", None, None, None, "England and Wales"],
            [], ["Area of usual residence", None, *months], [],
            ["K04000001, J99000001", "ENGLAND, WALES AND ELSEWHERE 1", 64154, 49177, 51229], [],
            ["K04000001", "ENGLAND AND WALES", 64020, 49087, 51131], [],
            ["E92000001", "ENGLAND", 60075, 45918, 47726], [],
            ["E12000006", "EAST", 7110, 5256, 5470], [], ["E06000033", "Southend-on-Sea", 251, 187, 184], [],
            ["E10000012", "Essex", 1841, 1286, 1260], *[[code, name, 98, 52, 48] for code, name in DISTRICTS], [],
            ["W92000004", "WALES", 3945, 3169, 3405], [], ["W06000001", "Isle of Anglesey", 80, 66, 70],
            ["W06000002", "Gwynedd", 140, 112, 121], [],
            ["J99000001", "Usual residence outside England and Wales", 134, 90, 98]]  # fmt: skip
    return "Monthly2018Mortality.xlsx", formatted(rows, {"C4:E4": "mmm-yy"})


def old_codes():
    """Codes of before 2010 of three kinds, each level of areas a column further right, one region in the wrong one."""
    months = [dt.datetime.fromisoformat(f"2006-0{month}-01") for month in (1, 2, 3)]
    rows = [["Monthly figures on deaths registered, 2006"], [], ["Area Codes", None, None, None, *months], [],
            [None, "TOTAL REGISTRATIONS 1", None, None, 49124, 42664, 49207], [],
            [921, "ENGLAND", None, None, 46008, 39896, 46096],
            [], ["A", "NORTH EAST", None, None, 2570, 2194, 2517], [],
            ["00EH", None, "Darlington UA", None, 104, 93, 125], ["00EB", None, "Hartlepool UA", None, 73, 81, 93], [],
            [20, None, "Durham", None, 531, 463, 510], ["20UB", None, None, "Chester-le-Street", 46, 43, 50],
            ["20UE", None, None, "Durham", 85, 63, 60], [], ["G", None, "EAST", None, 5083, 4494, 5130], [],
            ["00KA", None, "Luton UA", None, 119, 113, 146], [22, None, "Essex", None, 1080, 900, 950],
            ["22UB", None, None, "Basildon", 160, 91, 80], ["22UC", None, None, "Braintree", 101, 90, 85]]  # fmt: skip
    return "Monthly2006Mortality.xlsx", formatted(rows, {"E3:G3": "mmm-yy"})
