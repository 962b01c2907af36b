"""Answers in other languages are put in order by what they mean, where all of a question are of one language."""

import pytest

from etl.scales import no_answer, scale_of


@pytest.mark.parametrize(
    "labels",  # from the most to the least
    [
        "Cytuno'n gryf|Cytuno|Ddim yn cytuno nac yn anghytuno|Anghytuno|Anghytuno'n gryf",
        "Bodlon iawn|Bodlon|Ddim yn fodlon nac yn anfodlon|Anfodlon|Anfodlon iawn",
        "Bob amser|Yn aml|Weithiau|Anaml|Byth",
        "Tout à fait d’accord|Plutôt d'accord|Ni d'accord ni pas d'accord|Plutôt pas d'accord|Pas du tout d'accord",
        "Très satisfait(e)|Plutôt satisfait(e)|Plutôt insatisfait(e)|Très insatisfait(e)",
        "Toujours|Souvent|Parfois|Rarement|Jamais",
        "Stimme voll und ganz zu|Stimme eher zu|Teils/teils|Stimme eher nicht zu|Stimme überhaupt nicht zu",
        "Sehr zufrieden|Eher zufrieden|Weder noch|Eher unzufrieden|Sehr unzufrieden",
        "Sehr gut|Gut|Mittelmäßig|Schlecht|Sehr schlecht",
        "Muy satisfecho/a|Satisfecho/a|Ni satisfecho ni insatisfecho|Insatisfecho/a|Muy insatisfecho/a",
        "Totalmente de acuerdo|De acuerdo|En desacuerdo|Totalmente en desacuerdo",
        "Zdecydowanie się zgadzam|Raczej się zgadzam|Raczej się nie zgadzam|Zdecydowanie się nie zgadzam",
        "Bardzo zadowolony|Raczej zadowolony|Raczej niezadowolony|Bardzo niezadowolony",
        "Tak|Raczej tak|Raczej nie|Nie",
        "Molto soddisfatto|Soddisfatto|Insoddisfatto|Molto insoddisfatto",
    ],
)
def test_a_scale_of_another_language_is_ordered_by_meaning(labels):
    ordered = labels.split("|")
    found = scale_of(sorted(ordered))
    assert sorted(ordered, key=lambda label: -found.codes[label.casefold().replace("’", "'")]) == ordered


@pytest.mark.parametrize(
    "label",
    ["Weiß nicht", "Keine Angabe", "Ne sait pas", "Sans opinion", "NS/NC", "No sabe / No contesta", "Nie wiem",
     "Trudno powiedzieć", "Ddim yn gwybod", "Prefiero no responder", "Nie dotyczy", "Brak odpowiedzi"],
)  # fmt: skip
def test_an_answer_that_is_none_is_found_in_other_languages(label):
    assert no_answer(label)


def test_labels_of_two_languages_make_no_scale():
    assert scale_of(["Très satisfait", "Zufrieden", "Nie"]) is None


@pytest.mark.parametrize(
    "label",
    ["I'd rather not say", "I don't use this service", "Don't wish to say", "(blank)", "Routed out",
     "Don't have an opinion", "Too early to say", "Hard to say", "Spontaneous: don't know", "Unable to say",
     "Interviewer: refused", "Web: not answered", "Don`t know", "Refusal (SPONTANEOUS)", "[DO NOT READ] Don't know",
     "Not answered (9)", "I am not sure", "Have never used", "Missing; Unknown", "Skip, not asked", "Illegible", "-",
     "-99", "-9 Not answered", "998 - Refused"],
)  # fmt: skip
def test_further_wordings_of_no_answer_are_found(label):
    assert no_answer(label)


@pytest.mark.parametrize(
    "labels",  # from the least to the most
    ["No|Somewhat|Yes", "No|Probably not|Probably|Yes", "V dissatisfied|Dissatisfied|Satisfied|V satisfied",
     "Gone down|Stayed the same|Gone up", "Strongly oppose|Oppose|Favour|Strongly favour",
     "Not a problem at all|Not a very big problem|A fairly big problem|A very big problem",
     "Significantly deteriorated|Deteriorated|No change|Improved|Significantly improved",
     "Definitely would not|Probably would not|Might or might not|Probably would|Definitely would",
     "Below expectations|Met expectations|Exceeded expectations", "1 star|2 stars|5 stars"],
)  # fmt: skip
def test_further_scales_are_ordered_by_meaning(labels):
    ordered = labels.split("|")
    found = scale_of(ordered)
    assert found.ordered
    assert sorted(ordered, key=lambda label: found.codes[label.casefold()]) == ordered
