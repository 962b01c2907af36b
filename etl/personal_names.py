"""Names of people in free text: those that say of themselves that they are names. A net with wide meshes.

Found: a title and a capitalised word ("Mrs Archer"), "my name is ..." and its like, a common given name followed
by a capitalised surname, what follows a closing ("Kind regards, …", "Name: …"), and a common given name alone where
the words before it say that it is somebody's ("my neighbour …", "I'm …", "Thanks, …"). Not found: other given names
alone, rare ones, names in small letters.
"""

import re

# The commonest given names of people in England of every age, without those that are words or places too.
_GIVEN = """
aaron abigail adam adrian ahmed aisha alan alexander alexandra ali alice alison amanda amelia amy andrea andrew
angela ann anna anne anthony antonia barbara barry benjamin bernard beth bethany brenda brian bridget callum
carol caroline catherine cheryl christine christopher claire clare colin connor craig daniel danielle darren
david dawn deborah denise dennis derek diana diane donald donna doreen dorothy eileen elaine eleanor elizabeth
ellie emily emma eric fatima fiona frances gareth gary gavin geoffrey gemma gerald gillian gordon graham gregory
hannah harriet harry hazel heather helen henry hilary howard hussain ian imran isabella jacqueline jade james
jamie jane janet janice jasmine jason jean jeffrey jennifer jeremy jessica jill joan joanna joanne john jonathan
joseph joshua joyce judith julia julie karen katherine kathleen katie keith kelly kenneth kevin kimberley kirsty
kyle laura lauren leanne lesley lewis liam linda lisa lorraine louise lucy luke lynn malcolm margaret maria
marie marilyn martin mary matthew maureen megan melanie michael michelle mohammed muhammad nancy natalie natasha
nicholas nicola nigel nina norman olivia pamela patricia patrick paul pauline peter philip phillip priya rachel
raymond rebecca richard robert robin roger ronald rosemary roy russell ruth ryan samantha samuel sandra sara
sarah sean sharon shaun sheila shirley simon sophie stacey stanley stephanie stephen steven stuart susan suzanne
sylvia teresa terence theresa thomas timothy tina toby tracey tracy trevor valerie vanessa veronica vincent
vivien wayne wendy william yasmin yvonne zoe
"""
GIVEN = frozenset(_GIVEN.split())
# What follows a given name without being a surname.
_NO_SURNAME = """
academy adult avenue bridge building care centre charity church close clinic college committee community
council court crescent day district drive estate festival field foundation gardens green group hall high hill
home hospice hospital hotel house infirmary lane library lodge medical monday tuesday wednesday thursday friday
saturday sunday january february march april may june july august september october november december park
parish place practice primary project road school secondary service square station street surgery terrace
theatre trust village ward way wing team office department residents everyone all from none the and or but i we
they he she it who said
"""
NO_SURNAME = frozenset(_NO_SURNAME.split())
TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Prof|Professor|Revd?|Reverend|Sgt|Constable|Lady)"
FIRST = "|".join(sorted(name.title() for name in GIVEN))  # in the pattern, so that no other word is taken for one
PREFIX = r"(?:[A-Z]['’]|Ma?c|D[ei]|La|Le|Van|Fitz)?"  # "O'Neill", "McKay", "DeVere": the capital within is the name's
WORD = rf"{PREFIX}[A-ZÀ-Þ][a-zà-ÿ'’]+(?:-{PREFIX}[A-ZÀ-Þ][a-zà-ÿ'’]+)*"
NAMED = re.compile(
    rf"\b(?=[A-Zims])(?:(?P<title>{TITLE}\.? (?:[A-Z]\.? )?{WORD}(?: {WORD})?)"
    rf"|(?P<said>(?:[Mm]y name is|[Mm]y name’s|[Mm]y name's|[Ii] am called|[Ss]igned,?) {WORD}(?: {WORD})?)"
    rf"|(?P<given>{FIRST})(?: [A-Z]\.?)? (?P<surname>{WORD}))"
)

RELATIVE = (
    r"(?:wife|husband|partner|son|daughter|mother|father|mum|dad|brother|sister|nan|grandson|granddaughter|neighbour|"
    r"friend|carer|nurse|doctor|GP|social worker|support worker|manager|colleague|landlord)"
)
CLOSING = (
    r"(?:(?:[Kk]ind(?:est)?|[Bb]est|[Ww]arm(?:est)?) (?:[Rr]egards|[Ww]ishes)|Regards,"
    r"|[Yy]ours (?:sincerely|faithfully|truly))"
)
THANKS = r"(?:[Tt]hanks|[Tt]hank you|[Cc]heers)[,.!]"
SAID = r"(?:[Ii] am|[Ii]['’]m|[Tt]his is|[Cc]all me|[Aa]sk for|[Ss]peak to|[Ss]poke to|[Ss]poken to|[Hh]elped by)"
SIGNED = re.compile(
    rf"\b(?=[A-Zabchikmstwy])(?:(?:{CLOSING},?\s+|(?<![A-Za-z] )Name: ?)(?P<closed>{WORD}(?: {WORD})?)"
    rf"|(?:[Mm]y {RELATIVE},?|{THANKS}|{SAID})\s+(?P<alone>(?:{FIRST})\b)(?! [A-Z]))"
)


def signs(found: re.Match) -> bool:
    """Whether what SIGNED found is a name; a council or a team may close a letter too."""
    return not NO_SURNAME & {word.lower() for word in re.findall(r"[A-Za-zà-ÿ]+", found["closed"] or "")}


def names_a_person(found: re.Match) -> bool:
    """Whether what NAMED found is a person's name; a place named after one isn't."""
    words = [word.lower() for word in re.findall(r"[A-Za-zà-ÿ]+", found[0])]
    if found["title"]:
        return words[1 if len(words) > 1 else 0] not in NO_SURNAME and words[-1] not in NO_SURNAME
    if found["said"]:
        return True
    return found["surname"].lower() not in NO_SURNAME
