"""Thirty respondents, the margins they are raked to, and what R 4.2.2 `survey` 4.1-1 makes of them.

R: d <- read.csv(...); pa, ps: data frames of AGE and SEX
   r <- rake(svydesign(~psu, strata=~stratum, weights=~w, data=d, nest=TRUE), list(~age, ~sex), list(pa, ps),
             control=list(maxit=500, epsilon=1e-10))
"""

import numpy as np
import pandas as pd

from metrics.estimation.design import Sample, lay_out
from metrics.margins import strict_margin
from metrics.raked_variance import RakedSample
from metrics.weights import make_weights

AGE = {"18-34": 280.0, "35-64": 470.0, "65+": 250.0}
SEX = {"female": 510.0, "male": 490.0}
# weights(r)
WEIGHTS = [
    34.235569918167, 36.752087262237, 18.242415857952, 49.963672669301, 44.102504714685, 24.323221143936,
    14.700834904895, 43.718213585638, 30.404026429920, 22.051252357342, 39.126365620762, 56.318113745058,
    19.563182810381, 9.781591405191, 63.972249122406, 31.227295418313, 22.051252357342, 48.646442287871,
    29.344774215572, 37.545409163372, 12.161610571968, 51.452922167132, 24.453978512977, 18.736377250988,
    58.803339619580, 29.344774215572, 36.555570927089, 12.490918167325, 34.235569918167, 45.694463658861,
]  # fmt: skip
# clipped to 0.6 and 1.8 times the mean and raked again, in turns, until nothing moves by 1e-12
TRIMMED = [
    31.6897560123, 36.4727366752, 20.0, 46.5205917136, 43.7672840102, 22.8567785053, 20.0172732103,
    40.7055177494, 28.5709731316, 21.8836420051, 36.2168640141, 56.2191124296, 20.0, 20.0, 59.9929482550,
    29.0753698210, 21.8836420051, 45.7135570105, 27.1626480106, 37.4794082864, 20.0, 51.0618313452,
    22.6355400088, 20.0, 58.3563786803, 27.1626480106, 36.8292191545, 20.0, 31.6897560123, 46.0365239431,
]  # fmt: skip


def people() -> pd.DataFrame:
    """stratum, psu, w, age, sex, y, and z with three blanks."""
    i = np.arange(1, 31)
    return pd.DataFrame(
        {
            "stratum": np.where(i <= 12, "N", np.where(i <= 20, "M", "S")),
            "psu": [f"p{(n - 1) // 4}" for n in i],
            "w": 1 + (i * 5 % 7) / 2,
            "age": np.where(i % 4 == 0, "65+", np.where(i % 3 == 0, "18-34", "35-64")),
            "sex": np.where(i * 3 % 5 < 2, "male", "female"),
            "y": i * 7 % 11,
            "z": np.where(i % 9 == 0, np.nan, i * i % 5),
        }
    )


def margins(people: pd.DataFrame):
    return [strict_margin("age", people["age"], AGE), strict_margin("sex", people["sex"], SEX)]


def sample() -> tuple[pd.DataFrame, RakedSample]:
    told = people()
    design, psu, base = lay_out(told, Sample("w", "stratum", "psu"))
    made = make_weights(base, margins(told))
    return told, RakedSample(made.weights, base, margins(told), design, psu)
