"""The columns that platforms add by themselves, told by their headers: who, when, how long, and how it was sent."""

import re

from etl.convert import fold
from etl.personal_headers import personal_header
from etl.platforms.foreign_headers import FOREIGN

_WHO = r"""
(?:respondent|response|participant|case|contribution|record|submission|user|survey|person|subject|entry|member|consultee
|interview|questionnaire|panel|panellist|unique)[ _]?(?:id|no\.?|number|ref|reference|serial|code)
|id|#|ref|resp|respid|respno|caseid|serial(?: ?no)?|uuid|_id|_uuid|uid|responseid|respondent
|unique[ _](?:id|reference|number)|unique ?response ?(?:id|number)|sub(?:ject)?no|urn|token|id\.(?: id|[xy])?
|anonymi[sz]ed id|pseudonym|idno|intnr|p?serial ?(?:no\.?|number)?|record(?:: .*| no\.?)?|resp ?id|rid|psid|hhid
|(?:anon(?:ym(?:ous)?)?|sample) ?id|ref(?:erence)?(?: ?(?:no\.?|number))?|s\.?/?(?:l ?)?no?\.?|row(?: id)?|participant
|household serial number
"""
_WEIGHT = r"""
(?:.*[ _])?(?:weights?|wgt|wt)(?:[ _]?\d*|[ _]final|[ _]factor)?|.{0,8}wt|weighting(?: factor)?|pweight|weightvar
|weight(?:ing|ed)?(?: variable| for .*| ?\(.*\))?|wt[sd]|wt_?fac\w*|wt(?:gb|uk|eng)\w*|wgt_?fac\w*|w8|w_?final
|[a-z]{0,6}(?:weight|wght|wgt)(?:\d+|_\w{1,8})?|wt(?:ss|final|all|ind|hh|adj|_|\d)\w{0,8}|final_?weight
"""
_WHEN = r"""
start ?date|end ?date|submit ?date|date ?stamp|timestamp|start time|completion time|recorded ?date
|(?:date|time) (?:submitted|started|completed|ended|of (?:submission|completion))
|(?:submitted|submission|completed|completion|started|ended|response) date|date last action|last modified time
|creation date|last update|(?:submit|start|stage) date \(utc\)|created|last updated|interview ?date
|date of (?:interview|response)|completed (?:on|at)|started|ended|submitted|submission[ _]time|start|end
|int(?:erview)?_?date|survey timestamp
|(?:part ?\d+ ?)?(?:start|end) ?time|date(?: ?time)?|survey ?date|fieldwork date
|time ?started|date ?created|date ?modified
|(?:submitted|created|completed|started) at|_submission_time|dateintr
"""
_HOW_LONG = r"""
duration(?: ?\(.*\)| in (?:seconds|minutes)|_?(?:sec|seconds|min|minutes))?|interview ?time|total time
|group ?time(?:.*)|question ?time(?:\W.*)?|.*_(?:first click|last click|page submit|click count)
|timings?(?: ?[-:].*)?|time taken(?: to complete.*| \(.*)?|q\d+time|time(?: spent| from)?.*\bseconds\).*
|.*- (?:first click|last click|page submit|click count)|length of interview(?: \(.*)?|loi|q?time ?taken|qtime
|completion time \(.*
"""
_HOW = r"""
collector ?id|collector[ _]name|custom ?data(?: ?\d+)?|status|progress|finished|distribution ?channel|user ?language
|external(?: ?data)?(?: ?reference)?|network ?id|tags|seed|last ?page|start ?language|languages?|ref ?url|referr?er
|response type|ending|score|total points|quiz feedback|(?:points|feedback) - .*|grade posted time|invitation number
|user ?agent|session ?id|legacy comments|comments_system|contact id|access code|responseset|location ?accuracy
|prolific ?p?id|worker ?id|assignment ?id|hit ?id|study ?id|referrer url|total score|survey identifier|redcap_\w+
|import ?id|complete\?
|(?:fl|bl)_\d+_do.*|.*_do_[a-z0-9]{1,3}|.*- display order
|recipient ?id|survey version|stage|completed|complete|submission status|interviewer(?: ?(?:id|no|number|name|code))?
|enumerator(?: ?(?:id|no|number|name|code))?|consent|device ?id|_index|_status|_notes|_tags|__version__|meta/.*
|_validation_status|_submitted_by|tracking link|page path|row ?(?:no|number)|source url|unnamed: 0
|q_(?:recaptcha|relevantid|duplicate|ballotbox|totalduration|language|url|chl|datapolicy|terminate|ambiguous|straightlin
|unanswered|bot|fraud|device|quota)\w*|sc\d+|.*_(?:browser|operating system)
|.* - (?:parent topics|topics|sentiment(?: (?:polarity|score))?)|.*_do(?:_\d+)*|.*_nps_group
|browser|operating system|resolution
"""


def _pattern(text: str) -> re.Pattern:
    return re.compile(text.replace("\n", ""), re.I)


ROLES = (
    ("id", _pattern(_WHO)),
    ("weight", _pattern(_WEIGHT)),
    ("date", _pattern(_WHEN)),
    ("timing", _pattern(_HOW_LONG)),
    ("other", _pattern(_HOW)),
)


BODY = re.compile(r"\b(?:kgs?|kilos?|lbs?|pounds|stones?|body|birth)\b")


def role_by_name(name: str) -> str:
    """The role of a column that platforms add, or that holds personal data, by its header; "" for a question."""
    text = fold(name).strip(" :*")
    plain = re.sub(r"(?<=\w)_(?=\w)", " ", text)  # "start_date"
    if " " not in text:
        plain = re.sub(r"\.+", " ", plain).strip()  # "Start.Date", "Duration..in.seconds.", as R writes them
    found = next((role for role, pattern in ROLES if pattern.fullmatch(text) or pattern.fullmatch(plain)), "")
    found = "" if found == "weight" and BODY.search(plain) else found
    return found or FOREIGN.get(text, "") or ("personal" if personal_header(text) else "")
