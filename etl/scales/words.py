"""The vocabulary of answers: words that say there is none, and words of scales with where they lie."""

import re
from collections.abc import Mapping

from metrics.types import Absence

_DONT_KNOW = r"""
(?:.*\b)?(?:spontaneous|interviewer|web|online)\W+(?:do ?n[o']?t know|unsure).*
|(?:i )?(?:really )?(?:do ?n[o']?t|don t|do not|can'?t|cannot|dont) (?:know|say|remember|recall|determine|choose).*
|(?:i )?(?:do ?n[o']?t|do not|dont) have (?:an?y? )?(?:strong )?(?:opinion|views?|idea).*
|(?:too early|hard|difficult) to say
|(?:i )?(?:do ?n[o']?t|dont) (?:no|kno|knwo|konw)|unable to (?:say|answer|comment).*|insufficient information.*
|(?:not|un) ?(?:really )?sure.*|unsure|dk|d/k|no (?:opinion|idea|view|views)|undecided|unknown|haven'?t heard enough.*
|i(?:'m| am) not (?:really )?sure.*|none of these/ ?do ?n[o']?t know|no basis to judge|not enough experience.*
|can'?t determine|never heard of.*|i don'?t understand this question|not known|not enough information.*
|(?:maybe|possibly)/not sure
"""
_REFUSED = r"""
(?:i'd |i )?(?:would )?(?:prefer|rather|wish|choose) not (?:to )?(?:say|answer|disclose|state|respond|specify).*
|(?:i )?(?:do ?n[o']?t|do not|dont) (?:wish|want) to (?:say|answer|disclose).*|information (?:refused|withheld)
|withheld
|(?:interviewer|spontaneous|web|online)\W+refused?
|refused?(?: to (?:answer|say))?|declined?(?: to (?:answer|say|state))?|no response|refusal
|(?:i )?do not wish to answer
"""
_BLANK = r"""
(?:system[- ])?missing|no answer|not (?:stated|given|provided|supplied|recorded|specified|disclosed|completed)
|not answered|skipped|left blank|no reply|not ascertained|no further answer
|invalid|(?:question )?not asked.*|(?:valid |legitimate )?skip(?:, .*)?|did not answer
|missing(?: data|; .*)|data missing
|ambiguous|multi-?(?:ticked|coded)|illegible|uncode?able|proxy|-{1,3}|-(?:99|999|88|77)(?:\.0)?|neither/ ?no opinion
|skip/ ?no answer|no data|blank|routed out|filtered out
|(?:interviewer|web|online)\W+(?:not answered|no answer)
"""
_NOT_APPLICABLE = r"""
(?:.*\b)?(?:not applicable|n\.?/?a\.?)(?!\w).*|does ?n[o']?t apply.*|unfamiliar.*
|(?:not|never) (?:used|relevant|experienced).*|no experience.*|haven'?t used.*|have not used.*|no contact(?: with .*)?
|(?:item |schedule )?inap\w*(?:\W.*)?|(?:i )?(?:have )?never used.*|i haven't used.*|no contact (?:in|within) .*
|(?:i )?(?:do ?n[o']?t|do not|dont) use(?: this| the| it| them)?(?: services?| facility| facilities)?
|i(?: have|'ve) (?:never|not) used.*
"""


def _pattern(text: str) -> re.Pattern:
    return re.compile(text.replace("\n", ""), re.I)


NO_ANSWER: tuple[tuple[re.Pattern, Absence, str], ...] = (
    (_pattern(_DONT_KNOW), Absence.MISSING, "don't know"),
    (_pattern(_REFUSED), Absence.MISSING, "refused"),
    (_pattern(_BLANK), Absence.MISSING, "no answer"),
    (_pattern(_NOT_APPLICABLE), Absence.NOT_APPLICABLE, "not applicable"),
)
# Words that say how much, beside what is felt.
DEGREE_WORDS: Mapping[float, str] = {
    4: "extremely; completely; totally; entirely; fully; absolutely; exceptionally",
    3.5: "strongly; definitely; a great deal; great deal",
    3.2: "greatly; far; love; hate; significantly; considerably",
    3: "very; highly; a lot; really; big; major; serious; huge; large",
    2.8: "much; well above",
    2.2: "mostly",
    2.1: "generally",
    2: "moderately; fairly; quite; pretty; a fair amount; fair amount; a moderate amount",
    1.8: "somewhat; rather; tend to; tend; reasonably; probably; sort of; kind of",
    1.5: "some; to some extent; partially",
    1: "slightly; a little; little; just a little; a bit; partly; mildly; small; minor; slight",
}
PLAIN = 2.3  # what is felt, without a word for how much: above "fairly", below "very"
POSITIVE_WORDS = """
agree satisfied favorably favourably favorable favourable likely important good confident safe easy well
better positive strong strongly happy useful helpful trust clear true yes accurate effective interested
comfortable informed involved often improved pleased welcome supportive support excellent outstanding willing
concerned worried aware familiar connected valued high responsive healthy fit approve sure certain adequate
trustworthy relevant fair reasonable favour favor quick beneficial optimistic motivated engaged proud friendly essential
acceptable appropriate believe enjoyable increased increase more like love enjoy met achieved above
"""
NEGATIVE_WORDS = """
disagree dissatisfied unfavorably unfavourably unfavorable unfavourable unlikely unimportant bad unsafe
difficult hard badly worse negative weak unhappy useless unhelpful distrust mistrust unclear false no inaccurate
ineffective uninterested uncomfortable uninformed poor poorly terrible awful worsened unsatisfied oppose
disapprove unwilling low unconfident unhealthy inadequate unsure uncertain unaware unfamiliar disconnected
untrustworthy irrelevant unfair unreasonable slow pessimistic unsatisfactory unnecessary unacceptable
inappropriate disbelieve less decreased decrease displeased disappointed deteriorated declined hostile
dislike hate below unmet
"""
POSITIVE, NEGATIVE = frozenset(POSITIVE_WORDS.split()), frozenset(NEGATIVE_WORDS.split())
# What is spoken of, not how it is: "low importance" is low.
NOUN_WORDS = """
importance satisfaction confidence quality priority level interest agreement need problem extent of average
"""
NOUNS = frozenset(NOUN_WORDS.split())
# Answers that stand alone, without punctuation.
ALONE_WORDS: Mapping[float, str] = {
    4: "excellent; outstanding; always; all of the time; all the time; a great deal; "
    "to a very great extent; essential; all",
    3.5: "nearly always; almost always; exceeds expectations; far exceeds expectations; top",
    3.2: "a lot; lots; well above average; most",
    3: "very good; great; nearly every day; usually; very often; most of the time; to a great extent; "
    "to a large extent; much better; very high; very large; definitely; yes definitely; very well; "
    "much better than expected; complete; mostly yes; definitely would; expert",
    2.6: "quite a lot; above average; more than half the time",
    2.5: "frequently; better than expected; majority of the time",
    2.3: "good; often; high; better; got better; probably; increased; improved; yes; true; gone up; "
    "probably would; advanced; exceeded expectations; large; big",
    2: "regularly; a fair amount; fairly well; quite often; fairly often; fairly good; quite good; "
    "a good deal; many times",
    1.5: "more than half the days; a moderate amount; to a moderate extent; about half; probably yes; yes probably",
    1.2: "somewhat",
    1: "some; a little better; slightly better; yes to some extent; meets expectations; met expectations; "
    "several times",
    0.5: "fair; satisfactory; acceptable; to some extent; so so",
    0.3: "adequate; ok; okay; alright; all right; about half the time; half the time",
    0: "average; sometimes; some of the time; about the same; the same; same; no change; stayed the same; "
    "medium; moderate; maybe; possibly; might or might not; about right; as expected; unchanged; "
    "about average; perhaps; neither good nor bad; sort of; it depends; depends; stayed about the same; "
    "remained about the same; remained the same; would not care; no preference; do not mind; "
    "indifferent; intermediate",
    -1: "occasionally; now and then; once in a while; just a little; a little; little; to a small extent; "
    "to a limited extent; a little worse; slightly worse; only a little; not often; "
    "a few times; once or twice; several days; a little of the time; from time to time; "
    "below expectations; just once or twice",
    -1.5: "requires improvement; needs improvement; not very well; below average; worse than expected; limited",
    -2: "not much; not very much; not a lot; probably not; no probably not; not so good; very little; "
    "not really; no not really; a small amount; well below average; few; a few; very few",
    -2.2: "no; false; probably would not; gone down; beginner; novice",
    -2.3: "poor; bad; seldom; rarely; worse; got worse; decreased; low; infrequently; very rarely; not good; "
    "deteriorated; small",
    -3: "inadequate; very poor; very bad; very small; hardly ever; hardly any; much worse; very low; definitely not; "
    "definitely would not; "
    "not well at all; not at all well; no definitely not; very infrequently; very weak; "
    "much worse than expected",
    -3.5: "almost never; less often; less frequently; less often than that",
    -4: "terrible; never; not a problem at all; no problem; none of the time; not at all; none; none at all; "
    "nothing; not in the last 12 months; extremely poor; no not at all; at no time; unacceptable; "
    "not a priority; not a problem; zero",
}


def _by_text(words: Mapping[float, str]) -> dict[str, float]:
    return {text: float(value) for value, texts in words.items() for text in texts.split("; ")}


DEGREES, ALONE = _by_text(DEGREE_WORDS), _by_text(ALONE_WORDS)
# Scales of which a file may lack a point, from the most to the least.
FAMILY_WORDS = """
strongly agree, agree, neither agree nor disagree, disagree, strongly disagree
strongly agree, tend to agree, neither agree nor disagree, tend to disagree, strongly disagree
strongly agree, agree, neutral, disagree, strongly disagree
strongly agree, somewhat agree, neither agree nor disagree, somewhat disagree, strongly disagree
strongly agree, agree, somewhat agree, neither agree nor disagree, somewhat disagree, disagree, strongly disagree
definitely agree, tend to agree, tend to disagree, definitely disagree
very satisfied, fairly satisfied, neither satisfied nor dissatisfied, fairly dissatisfied, very dissatisfied
very satisfied, satisfied, neither satisfied nor dissatisfied, dissatisfied, very dissatisfied
very satisfied, satisfied, neutral, dissatisfied, very dissatisfied
very satisfied, somewhat satisfied, neither satisfied nor dissatisfied, somewhat dissatisfied, very dissatisfied
very safe, fairly safe, neither safe nor unsafe, fairly unsafe, very unsafe
very safe, fairly safe, neither safe nor unsafe, a bit unsafe, very unsafe
very likely, likely, neither likely nor unlikely, unlikely, very unlikely
very confident, fairly confident, not very confident, not at all confident
very good, good, neither good nor poor, poor, very poor
very good, good, fair, poor, very poor
excellent, good, fair, poor, very poor
excellent, very good, good, fair, poor
always, often, sometimes, rarely, never
a great deal, a fair amount, not very much, not at all
"""
FAMILIES = tuple(tuple(line.split(", ")) for line in FAMILY_WORDS.strip().splitlines())
NEUTRAL = re.compile(
    r"\b(?:neither|neutral|mixed|undecided|in between|no difference|indifferent|unsure either way"
    r"|(?:stay|remain|keep)(?:s|ed|ing)? (?:about )?the same|unchanged)\b",
    re.I,
)
VOCABULARY = tuple(
    sorted(
        POSITIVE
        | NEGATIVE
        | {word for text in (*DEGREES, *ALONE) for word in text.split()}
        | NOUNS
        | {"neither", "neutral", "not", "at", "all", "nor", "know", "don't", "ever"}
    )
)
