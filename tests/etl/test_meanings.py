"""Answers as scales are worded elsewhere: degrees, frequencies, either side, and what is no scale at all."""

import pytest

from etl.scales import meaning_of, scale_of


@pytest.mark.parametrize(
    "falling",
    [
        "Very important|Important|Moderately important|Slightly important|Not important",
        "Extremely important|Very important|Somewhat important|Not so important|Not at all important",
        "Agree strongly|Agree slightly|Disagree slightly|Disagree strongly",
        "Strongly agree|Agree|Undecided|Disagree|Strongly disagree",
        "Strongly agree|Agree|Disagree|Strongly disagree",
        "Strongly agree|Somewhat agree|Neither agree nor disagree|Somewhat disagree|Strongly disagree",
        "Very well informed|Well informed|Poorly informed|Very poorly informed",
        "Much more likely|A little more likely|No change|A little less likely|Much less likely",
        "Every day|2-3 days a week|Once a week|Once a fortnight|Once a month|Less than once a month|Never",
        "Daily|A few times a week|A few times a month|A few times a year|Less often|Not at all",
        "Once a week or more|Once a month or more|Once a year or more|Less than once a year|Never",
        "Within the last month|Within the last 12 months|More than a year ago|Never",
        "Well above average|Above average|Average|Below average|Well below average",
        "Often or always|Sometimes|Never or almost never",
        "Very sure|Fairly sure|Not very sure|Not sure at all",
        "High priority|Medium priority|Low priority|Not a priority",
        "Completely trust|Trust a lot|Trust somewhat|Do not trust very much|Do not trust at all",
        "Increased a lot|Increased a little|Stayed the same|Decreased a little|Decreased a lot",
        "Nearly every day|More than half the days|Several days|Not at all",
        "Much more than I do|A little more than I do|About the same as I do|Much less than I do",
        "Top priority|High priority|Moderate priority|Low priority|Not a priority",
        "Improved|Remained about the same|Declined",
        "Very masculine|Somewhat masculine|Not very masculine|Not at all masculine",
        "I expect it to increase|I expect it to stay the same|I expect it to decrease",
        "More than once a day|Between once a day and once a week|Less than once a month -- if at all",
        "Weekly -- Between once a day and once a week|Monthly -- once a month or so|Never -- not once",
        "Very rude|Somewhat rude|Not rude",
        "All of them|Most of them|Some of them|None",
        "Always|Many times|Several times|Just once or twice|Never",
        "Strongly like|Somewhat like|Would not care|Somewhat dislike|Strongly dislike",
        "Always justified|Sometimes justified|Never justified",
        "Always|Often|Only sometimes|Never",
        "Everyday|Once a week|Never",
        "Yes, very rude|Yes, somewhat rude|No, not at all rude",
    ],
)
def test_a_scale_is_ordered_from_most_to_least_however_it_is_shown(falling):
    labels = falling.split("|")
    expected = {label.lower(): len(labels) - place for place, label in enumerate(labels)}
    assert scale_of(labels).codes == scale_of(labels[::-1]).codes == expected


@pytest.mark.parametrize(
    ("labels", "codes"),
    [
        ("Y|N", [1, 0]),
        ("Yes, they owe it to the person behind them and should ask|No, nobody owes anything to anybody here", [1, 0]),
        ("Extremely likely (10)|5|Not at all likely (0)", [10, 5, 0]),
        ("1 = Poor|2|3 = Good", [1, 2, 3]),
        ("Very satisfied|Satisfied|Dissatisfied", [5, 4, 2]),
    ],
)
def test_labels_with_their_own_numbers_or_of_a_known_scale_keep_its_points(labels, codes):
    assert list(scale_of(labels.split("|")).codes.values()) == codes


@pytest.mark.parametrize(
    "labels",
    ["Male|Female|Other", "Medium rare|Medium|Well", "Too much|About right|Too little",
     "Library|Park|Museum", "Town A|Town B|High Street", "Working full time|Working part time|Retired",
     "Strongly liberal|Moderately liberal|Neutral|Moderately conservative|Strongly conservative",
     "Less than high school|High school degree|Bachelor degree|Graduate degree"],
)  # fmt: skip
def test_a_list_is_no_scale(labels):
    assert scale_of(labels.split("|")) is None


def test_a_list_of_numbered_places_keeps_its_numbers_and_is_not_ordered():
    found = scale_of(["1. North", "2. South", "3. East"])
    assert (list(found.codes.values()), found.ordered) == ([1, 2, 3], False)


def test_one_label_that_says_nothing_leaves_the_others_their_points():
    found = scale_of(["Strongly agree", "Agree", "Neutral", "Disagree", "Strongly disagree", "See comments"])
    assert ("see comments" in found.codes, found.codes["neutral"], found.confidence) == (False, 3, 0.6)


def test_a_sentence_has_no_meaning_on_a_scale():
    assert meaning_of("I agree with what the others have said about the roads and the good parks here") is None
