"""Personal data in text: what is found, and the ordinary numbers and words that are left alone."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.personal import found_in, is_nhs_number, may_hold, redact
from etl.personal_headers import personal_header
from etl.personal_patterns import NEEDED, PATTERNS

VALID_NHS = "943 476 5919"  # the example of the NHS Data Dictionary
DIGITS = st.integers(0, 9)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Write to jo.bloggs+x@example.org please", "an email address"),
        ("Ring 01245 123456 after six", "a phone number"),
        ("Ring 01245 123456, they said", "a phone number"),
        ("Home,01245 123456,work", "a phone number"),
        ("or +44 7700 900123", "a phone number"),
        ("or +44 (0)7700 900123", "a phone number"),
        ("or 0044 7700 900 123", "a phone number"),
        ("from abroad +353 1 234 5678", "a phone number"),
        (f"NHS no {VALID_NHS}", "an NHS number"),
        ("NHS no 9434765919.", "an NHS number"),
        ("NI AB 12 34 56 C", "a National Insurance number"),
        ("lives at CM1 1QH", "a postcode"),
        ("lives at cm11qh", "a postcode"),
        ("born on 14/05/1961 in Harlow", "a date of birth"),
        ("DOB: 14 May 1961", "a date of birth"),
        ("date of birth 1961-05-14", "a date of birth"),
        ("from 192.168.10.14", "an IP address"),
        ("from 2001:db8:85a3::8a2e:370:7334", "an IP address"),
        ("at 51.73560, 0.46850", "coordinates"),
        ("at 51.7356 -0.1278", "coordinates"),
        ("Mrs Archer came round", "a name"),
        ("my name is Hollis", "a name"),
        ("Ring Mrs Archer first", "a name"),
        ("Yesterday Sarah Thompson rang", "a name"),
        ("Sarah Thompson told me", "a name"),
        ("I saw Dr. O'Brien", "a name"),
        ("Please answer. Kind regards, Orla Vance", "a name"),
        ("Yours sincerely Vance", "a name"),
        ("Name: Orla Vance", "a name"),
        ("my neighbour Sheila needs a ramp", "a name"),
        ("I’m Graham and I live here", "a name"),
        ("Spoke to Julie who was kind", "a name"),
        ("Thanks, Paul", "a name"),
    ],
)
def test_personal_data_in_text_is_found(text, what):
    assert found_in(text) == [what]


@pytest.mark.parametrize(
    "text",
    [
        "NI QQ 12 34 56 C", "A1 1st floor", "in 2024 2025 2026", "£1234567890", "943 476 5918", "12,345,678,901",
        "14/05/2024", "E07000066", "E10000012", "RDE", "Q1 2024/25", "01-04-2023 - 31-03-2024", "01 02 03 04 05",
        "0000012345", "version 1.2.3.4", "section 2.4.1.3", "at 12:30:45", "0.468, 51.7356", "rates of 51.7 and 0.4",
        "between 51.735 and 52.114", "Victoria Road", "Elizabeth House", "St Peter Hospital", "Basildon Council",
        "the meeting of 14 May 2024", "Margaret Street clinic", "Tend to agree", "I miss Monday meetings",
        "Mark all that apply", "as regards Parks and Roads", "Best wishes to the Council", "this is Essex",
        "Kind regards, The Parks Team", "Thanks, Council", "I am Happy", "Area Name: Basildon", "my doctor was good",
        "Regards buses", "A&E type 1", "Home to school", "SOURCE: ONS, mid-2024", "the GP surgery",
    ],
)  # fmt: skip
def test_ordinary_words_codes_and_numbers_are_left_alone(text):
    assert found_in(text) == []


@given(st.lists(DIGITS, min_size=9, max_size=9))
def test_of_ten_last_digits_at_most_one_makes_an_nhs_number(first):
    begun = "".join(map(str, first))
    assert sum(is_nhs_number(f"{begun}{last}") for last in range(10)) <= 1


@given(st.lists(DIGITS, min_size=9, max_size=9), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_breaks_an_nhs_number(first, place, by):
    weighted = sum(digit * (10 - at) for at, digit in enumerate(first))
    last = (11 - weighted % 11) % 11
    if last == 10:
        return
    whole = [*first, last]
    assert is_nhs_number("".join(map(str, whole)))
    whole[place] = (whole[place] + by) % 10
    assert not is_nhs_number("".join(map(str, whole)))


@given(st.integers(0, 999_999_999))
def test_a_count_of_up_to_nine_digits_is_never_personal(count):
    assert found_in(str(count)) == []
    assert found_in(f"{count:,}") == []


@given(st.sampled_from("EWSNJ"), st.integers(0, 99_999_999))
def test_a_code_of_the_office_for_national_statistics_is_never_personal(letter, number):
    assert found_in(f"area {letter}{number:08d} only") == []


@given(st.integers(1900, 2099), st.integers(1900, 2099), st.sampled_from(("-", "/", " ", " to ", "–")))
def test_years_are_never_personal(first, second, between):
    assert found_in(f"{first}{between}{second}") == []


@given(st.decimals(0, 10**7, places=2))
def test_money_and_decimals_are_never_personal(amount):
    assert found_in(f"£{amount} or {amount}") == []


@given(st.dates(), st.dates(), st.sampled_from(("%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d", "%d.%m.%Y")))
def test_dates_without_a_birth_are_never_personal(first, second, written):
    assert found_in(f"{first:{written}} - {second:{written}}") == []


@given(st.sampled_from(("CM", "SS", "CO", "RM", "E", "SW")), st.integers(1, 99), st.integers(0, 9),
       st.text("ABDEFGHJLNPQRSTUWXYZ", min_size=2, max_size=2), st.booleans())  # fmt: skip
def test_a_postcode_is_found_however_it_is_written(area, district, sector, unit, spaced):
    written = f"{area}{district}{' ' if spaced else ''}{sector}{unit}"
    assert "a postcode" in found_in(f"I live at {written} now")
    assert "a postcode" in found_in(f"I live at {written.lower()}.") or unit in ("ST", "ND", "RD", "TH")


@given(st.sampled_from("12378"), st.lists(DIGITS, min_size=9, max_size=9), st.sampled_from((None, 3, 4, 5)))
def test_a_telephone_number_is_found_however_it_is_grouped(kind, rest, gap):
    digits = "0" + kind + "".join(map(str, rest))
    written = digits if gap is None else f"{digits[:gap]} {digits[gap:]}"
    assert "a phone number" in found_in(f"ring {written} please")
    assert "a phone number" in found_in(f"ring +44 {digits[1:5]} {digits[5:]} please")


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_whatever_the_text_nothing_is_found_in_it_twice(text):
    assert found_in(redact(text)[0]) == []


def test_personal_data_is_replaced_by_what_it_was():
    assert (
        redact("Mail a@b.org or ring 01245 123456")[0]
        == "Mail [email address removed] or ring [phone number removed]"
    )
    assert redact("Mrs Archer, born 14/05/1961")[0] == "[name removed], [date of birth removed]"


@pytest.mark.parametrize(
    "name",
    ["Dr. O'Dell-Marsh", "Mrs McAble", "Mr DeMarsh", "Helen O’Dell-McAble", "Dr Élan", "Ms MacAble-Marsh-O'Dell"],
)
def test_a_name_with_capitals_inside_is_removed_to_its_last_letter(name):
    assert redact(f"We saw {name} at the surgery.")[0] == "We saw [name removed] at the surgery."


@pytest.mark.parametrize(
    "born", ["D.O.B. 1961-05-14", "DOB: 14/05/1961", "d.o.b 14.05.61", "date of birth. 14 May 1961"]
)
def test_a_date_of_birth_is_found_behind_its_letters(born):
    assert redact(f"{born}, of Harlow")[0] == "[date of birth removed], of Harlow"


def test_the_words_before_a_name_stay():
    assert redact("Kind regards, Orla Vance")[0] == "Kind regards, [name removed]"
    assert redact("My neighbour Sheila fell.")[0] == "My neighbour [name removed] fell."


@pytest.mark.parametrize(
    ("digits", "valid"),
    [("9434765919", True), ("9434765918", False), ("943476591", False), ("0000000000", True)],
)
def test_an_nhs_number_is_known_by_its_check_digit(digits, valid):
    assert is_nhs_number(digits) is valid


@pytest.mark.parametrize(
    ("header", "what"),
    [
        ("First name", "a name"), ("RecipientLastName", "a name"), ("Your e-mail address", "an email address"),
        ("Mobile number", "a phone number"), ("Post code", "a postcode"), ("Date_of_birth", "a date of birth"),
        ("IP Address", "an IP address"), ("LocationLatitude", "coordinates"), ("NHS number", "an NHS number"),
        ("Area name", ""), ("Org name", ""), ("Name of the trust", ""), ("service", ""), ("Number", ""),
        ("Long-term conditions", ""),
    ],
)  # fmt: skip
def test_a_column_is_personal_by_its_header(header, what):
    assert personal_header(header) == what


AROUND_IT = re.compile(r"\(\?<?[=!][^()]*\)")  # what must stand around a find, or how it must begin
SOUGHT = [(what, pattern) for what, pattern, _ in PATTERNS if what in NEEDED]


@pytest.mark.parametrize(("what", "pattern"), SOUGHT, ids=[what for what, _ in SOUGHT])
@given(data=st.data())
@settings(max_examples=60)
def test_whatever_a_pattern_finds_has_a_sign_that_lets_it_be_looked_for(what, pattern, data):
    plain = AROUND_IT.sub("", pattern.pattern).replace("++", "+")  # finds the same and more
    assert may_hold(what, set(data.draw(st.from_regex(re.compile(plain, pattern.flags)))))
