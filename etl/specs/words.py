"""Choices that several datasets share, with the other ways of writing them that are accepted."""

from etl.specs.types import ColumnSpec

MODES = ("telephone", "online", "face_to_face", "postal", "mixed")
ALSO_MODES = {
    "phone": "telephone",
    "cati": "telephone",
    "web": "online",
    "cawi": "online",
    "face to face": "face_to_face",
    "face-to-face": "face_to_face",
    "capi": "face_to_face",
    "f2f": "face_to_face",
    "in person": "face_to_face",
    "post": "postal",
    "paper": "postal",
    "mixed mode": "mixed",
    "mixed-mode": "mixed",
}
AGE_BANDS = ("18-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75+")
ALSO_AGE_BANDS = {
    "75 and over": "75+",
    "75 or over": "75+",
    "75plus": "75+",
    "75 plus": "75+",
    **{f"{band.replace('-', join)}": band for band in AGE_BANDS[:-1] for join in (" to ", " - ", "–")},
}
SEXES = ("female", "male", "other")
ALSO_SEXES = {
    "f": "female",
    "woman": "female",
    "women": "female",
    "females": "female",
    "m": "male",
    "man": "male",
    "men": "male",
    "males": "male",
    "non-binary": "other",
    "in another way": "other",
}
ETHNICITIES = ("white", "asian", "black", "mixed", "other")
TENURES = ("owned", "shared", "social", "private")
ALSO_TENURES = {
    "owner": "owned",
    "owned outright": "owned",
    "shared ownership": "shared",
    "social rented": "social",
    "private rented": "private",
}
ROLES = ("member", "official", "other")
ALSO_ROLES = {"elected member": "member", "councillor": "member", "officer": "official"}


def wave(help: str = "A short code for the round, the same on every row, such as W3.") -> ColumnSpec:
    return ColumnSpec(
        "wave", "Wave", "code", True, help, aliases=("survey wave", "round"), longest=32, example="W1"
    )


def sector(name: str = "sector", title: str = "Sector", required: bool = True) -> ColumnSpec:
    return ColumnSpec(name, title, "sector", required, "One of the nine sectors.", example="local_members")


def person(name: str = "person", title: str = "Person", required: bool = True, **more) -> ColumnSpec:
    help = more.pop("help", "The leader's pseudonymous code, the same in every file. Never a name.")
    return ColumnSpec(name, title, "person", required, help, personal=True, **more)


def period(required: bool = True) -> ColumnSpec:
    return ColumnSpec(
        "period",
        "Period",
        "period",
        required,
        "A month (Apr 2024 or 2024-04), a quarter (Q1 2024/25), a financial year (2024/25) or a year.",
        aliases=("month", "date", "time period"),
        example="2024-04",
    )


def area(help: str = "The code of the area: district, trust, ICB or county.") -> ColumnSpec:
    return ColumnSpec(
        "area",
        "Area",
        "area",
        True,
        help,
        aliases=("area code", "area_code", "district", "ons code", "lad code", "org code"),
        example="E07000066",
    )


AGE = ColumnSpec(
    "age_band",
    "Age band",
    "code",
    help="Such as 65+. Blank: all ages.",
    aliases=("age", "age group"),
    longest=16,
)
