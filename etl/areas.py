"""Which area a cell means: by the code systems of ONS, the NHS and the police, or by name with its aliases."""

import re
from functools import lru_cache

from etl.convert import fold
from etl.workbook import Raw

GSS = re.compile(r"([EWSNKJLM])(\d{2})\d{6}")
ICB = re.compile(r"Q[A-Z0-9]{2}")
TRUST = re.compile(r"R[A-Z0-9]{2}|T[A-Z0-9]{2}")
NHS_REGION = re.compile(r"Y\d{2}")
NHS_SITE = re.compile(r"(?=[A-Z0-9]*\d)[A-Z][A-Z0-9]{4,5}")
CCG = re.compile(r"\d{2}[A-Z]")
OLD_ONS = re.compile(r"\d{2}[A-Z]{2}")  # such as 22UB, in use until 2010
# ONS's register of geographic codes: the entity type behind the first three characters.
ENTITIES = {
    "K02": "nation",
    "K03": "nation",
    "K04": "nation",
    "E92": "nation",
    "W92": "nation",
    "S92": "nation",
    "N92": "nation",
    "J99": "elsewhere",
    "L93": "nation",
    "M83": "nation",
    "E12": "region",
    "E13": "region",
    "E40": "region",
    "E15": "region",
    "E47": "region",
    "E48": "region",
    "E10": "county",
    "E11": "county",
    "E61": "county",
    "E06": "district",
    "E07": "district",
    "E08": "district",
    "E09": "district",
    "W06": "district",
    "S12": "district",
    "N09": "district",
    "E23": "police",
    "W15": "police",
    "S32": "police",
    "N21": "police",
    "E31": "fire",
    "W25": "fire",
    "E54": "icb",
    "E38": "ccg",
    "W11": "icb",
    "S08": "icb",
    "E14": "constituency",
    "W07": "constituency",
    "E05": "ward",
    "W05": "ward",
    "E02": "msoa",
    "W02": "msoa",
    "E01": "lsoa",
    "W01": "lsoa",
    "E00": "oa",
    "E25": "town",
    "E34": "town",
    "E35": "town",
    "E04": "parish",
    "E22": "csp",
}
DEPTH = {
    "nation": 0,
    "region": 1,
    "nhs_region": 1,
    "county": 2,
    "icb": 2,
    "police": 3,
    "fire": 3,
    "ccg": 3,
    "trust": 3,
    "district": 3,
    "csp": 3,
    "constituency": 4,
    "site": 4,
    "ward": 4,
    "parish": 4,
    "town": 4,
    "msoa": 5,
    "lsoa": 6,
    "oa": 7,
}
WHOLE_NAMES = re.compile(
    r"(?:the )?(?:england|wales|scotland|northern ireland|united kingdom|uk|great britain|england (?:and|&) wales|"
    r"national|all england|england total|total england|england average|gb)\d{0,2}(?: \(.*\))?",
    re.I,
)
TOTAL = re.compile(
    r"(?:grand |sub[- ]?|overall |england |national |county |column |row )?totals?\b.*|all "
    r"(?:areas|authorities|councils|las|forces|providers|"
    r"trusts|persons|people|ages|adults|children|pupils|residents|usual residents|ethnicities|ethnic groups|"
    r"households|england|respondents|responses|local authorities|departments|(?:\w+ )?crimes?|(?:\w+ )?offences|"
    r"incidents|fires|services|schools|groups|categories|types|reasons|patients|tenures|dwellings|staff)\b.*|"
    r"all (?!saints\b|other\b|souls\b)(?:[\w'-]+ ){0,2}[\w-]*[a-z]s\b(?: \(.*\))?|"
    r".*\b(?:sub[- ]?total|total)$|all|overall|ytd|year to date|.*\(total\)|"
    r"(?:total )?net (?:revenue )?(?:budget|expenditure|cost)(?: requirement| of services)?|budget requirement|"
    r"(?:mean|average|median|minimum|maximum)(?: (?:for|of|value)\b.*)?",
    re.I,
)
GROUPS = re.compile(
    r"rest of england|england excluding.*|excluding .*|shire (?:counties|districts|areas)|"
    r"unitary authorities|metropolitan districts|"
    r"metropolitan boroughs|inner london|outer london|london boroughs|"
    r"(?:non[- ])?metropolitan(?: (?:fire.*|frss?|authorities|areas|districts?|counties|boroughs))?|"
    r"met(?:ropolitan)? counties|(?:predominantly |mainly |significantly )?(?:rural|urban)(?: (?:areas|authorities))?",
    re.I,
)
DOTTED = re.compile(r"\b([a-z])\.\s?(?=[a-z]\b)")  # "U.A.", "D. C."
SAYS_MORE = re.compile(
    r"\([^()0-9]*\b(?:and|plus|with|without|rest|except|less|inc|incl|excl?|including|excluding|outside)\b"
)  # in brackets behind a name: "Essex (including Southend)" is another area than Essex
AND_OTHERS = re.compile(r"^[^0-9]*\band\b[^0-9]*$")  # behind a comma: "Essex, Southend and Thurrock"
REGION_NAMES = frozenset(
    (
        "north east",
        "north west",
        "yorkshire and the humber",
        "yorkshire & the humber",
        "yorkshire and humber",
        "east midlands",
        "west midlands",
        "east of england",
        "eastern",
        "east",
        "london",
        "south east",
        "south west",
        "midlands",
        "east england",
    )
)
SUFFIXES = re.compile(
    r"\b(?:city and district|city of|county of|london borough of|royal borough of|metropolitan borough of|borough of|"
    r"district of|metropolitan district council|metropolitan borough council|borough council|district council|"
    r"county council|city council|council|ua|dc|bc|mbc|cc|lb|mdc|unitary authority|local authority|authority|"
    r"london boro|boro|unitary|\(met county\)|county ua|district|borough|nhs foundation trust|nhs trust|"
    r"(?<!london )(?<!durham )city(?=\W*$)|"
    r"(?:(?<=shire )|(?<=sex )|(?<=kent )|(?<=surrey )|(?<=folk )|(?<=devon ))county|"
    r"foundation trust|nhs ft|police|constabulary|integrated care board|icb)\b\.?",
    re.I,
)


def code_kind(raw: Raw) -> str:
    """What kind of area the code is of ("district", "trust", "icb", …), or "" where it is no area's code."""
    return _code_kind(raw.strip()) if isinstance(raw, str) and 3 <= len(raw.strip()) <= 9 else ""


@lru_cache(maxsize=50_000)
def _code_kind(text: str) -> str:
    if GSS.fullmatch(text):
        return ENTITIES.get(text[:3], "area")
    for pattern, kind in ((ICB, "icb"), (TRUST, "trust"), (NHS_REGION, "nhs_region"), (CCG, "ccg")):
        if pattern.fullmatch(text):
            return kind
    if OLD_ONS.fullmatch(text):
        return "district"
    return "site" if NHS_SITE.fullmatch(text) else ""


def is_gss(raw: Raw) -> bool:
    return isinstance(raw, str) and GSS.fullmatch(raw.strip()) is not None


def depth(kind: str) -> int:
    """How deep an area of that kind lies in the hierarchy; 0 is the nation, larger is smaller."""
    return DEPTH.get(kind, 3)


def is_whole(name: Raw) -> bool:
    """Whether a name is that of a nation."""
    return isinstance(name, str) and WHOLE_NAMES.fullmatch(" ".join(name.split())) is not None


def is_total_name(name: Raw) -> bool:
    """Whether a label says that its row adds others up."""
    return isinstance(name, str) and TOTAL.fullmatch(" ".join(name.split())) is not None


def is_group_name(name: Raw) -> bool:
    """Whether an area's name is that of a group of areas, such as "Shire Counties"."""
    return isinstance(name, str) and GROUPS.fullmatch(" ".join(name.split())) is not None


def is_region_name(name: Raw) -> bool:
    return isinstance(name, str) and fold(name).removesuffix(" region") in REGION_NAMES


def plain_name(name: str) -> str:
    """An area's name as it is compared: without kind and brackets, "&" as "and", "St." as "saint".

    What stands in brackets or behind a comma is left out, unless it tells of other areas too.
    """
    text = DOTTED.sub(r"\1", fold(name).replace("&", " and "))
    text = text if SAYS_MORE.search(text) else re.sub(r"\([^()]*\)", "", text)
    text, _, rest = re.sub(r"['’`]", "", text).partition(",")
    text = f"{text} {rest}" if AND_OTHERS.search(rest) else text
    text = SUFFIXES.sub(" ", text)
    text = re.sub(r"\bst\b\.?", "saint", text)
    text = re.sub(r"[^a-z0-9 ]", " ", text)
    text = re.sub(r"\b(?:the|upon|on|sea|in)\b", " ", text)
    return " ".join(text.split())
