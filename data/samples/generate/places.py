"""The fourteen areas of Greater Essex: who lives there, from the Census and ONS mid-year estimates."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

COUNTY = "E10000012"
GREATER_ESSEX = "GESSEX"
UNITARIES = ("E06000033", "E06000034")
AGE_BANDS = ("18-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75+")
SEXES = ("female", "male", "other")
ETHNICITIES = ("white", "asian", "black", "mixed", "other")
TENURES = ("owned", "shared", "social", "private")
QUINTILES = (1, 2, 3, 4, 5)

# Share of adults in each deprivation quintile, 1 the most deprived: illustrative, in keeping with the
# pattern of the county (Tendring, Harlow and Basildon more deprived; Rochford and Uttlesford less).
_DEPRIVATION = {
    "E07000066": (25, 20, 18, 17, 20), "E07000067": (6, 16, 28, 28, 22), "E07000068": (2, 8, 14, 25, 51),
    "E07000069": (6, 14, 22, 28, 30), "E07000070": (3, 10, 17, 25, 45), "E07000071": (12, 20, 25, 23, 20),
    "E07000072": (5, 17, 25, 27, 26), "E07000073": (22, 33, 25, 15, 5), "E07000074": (2, 13, 30, 33, 22),
    "E07000075": (2, 7, 15, 26, 50), "E07000076": (42, 22, 18, 12, 6), "E07000077": (1, 4, 15, 31, 49),
    "E06000033": (25, 20, 20, 18, 17), "E06000034": (15, 25, 25, 20, 15),
}


@dataclass(frozen=True)
class Place:
    """One district: adults, households, and the share of adults with each value of each attribute."""

    code: str
    name: str
    adults: float
    shares: dict[str, tuple[tuple, np.ndarray]]


@cache
def all_places() -> dict[str, Place]:
    """The fourteen areas by code, in the order of the file."""
    path = Path(__file__).with_name("district_margins.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["code"]: _place(row) for row in csv.DictReader(lines)}


def districts() -> list[Place]:
    """The twelve districts of the county."""
    return [place for place in all_places().values() if place.code not in UNITARIES]


def _place(row: dict[str, str]) -> Place:
    persons = float(row["mye2024"])
    ages = [float(row[name]) for name in (
        "c21_16_24", "c21_25_34", "c21_35_44", "c21_45_54", "c21_55_64", "c21_65_74", "c21_75p")]
    ages[0] *= 7 / 9  # the Census band is 16 to 24, the survey asks adults
    sexes = [float(row["mye2024_f"]), float(row["mye2024_m"])]
    vulnerable = 0.12 + 0.003 * _DEPRIVATION[row["code"]][0]
    shares = {
        "age": (AGE_BANDS, _to_one(ages)),
        "sex": (SEXES, np.array([*(_to_one(sexes) * 0.995), 0.005])),
        "ethnicity": (ETHNICITIES, _to_one([float(row[f"eth_{name}"]) for name in ETHNICITIES])),
        "tenure": (TENURES, _to_one([float(row[f"ten_{name}_pct"]) for name in TENURES])),
        "imd": (QUINTILES, _to_one(_DEPRIVATION[row["code"]])),
        "vulnerable": (("yes", "no"), np.array([vulnerable, 1 - vulnerable])),
    }
    adults = persons * (1 - float(row["pct_u16"]) / 100) * 0.974  # less those aged 16 and 17
    return Place(row["code"], row["name"], adults, shares)


def _to_one(values) -> np.ndarray:
    array = np.asarray(values, dtype=float)
    return array / array.sum()
