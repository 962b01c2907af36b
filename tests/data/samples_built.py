"""The samples, made once for the tests of this room."""

from functools import cache

import pandas as pd

from data.samples.generate import SEED
from data.samples.generate.build import Sample, build
from data.samples.generate.truth import Truth


@cache
def built() -> tuple[dict[str, Sample], list[Truth]]:
    """Samples by file name, and the truths."""
    samples, truths = build(SEED)
    return {sample.file: sample for sample in samples}, truths


def table(file: str) -> pd.DataFrame:
    """One sample as a frame of its cells."""
    sample = built()[0][file]
    return pd.DataFrame([list(row) for row in sample.rows], columns=list(sample.header), dtype=object)


def survey(number: int) -> pd.DataFrame:
    """Wave 1 to 4 of the citizen survey."""
    return table(f"citizen_survey_w{number}.xlsx")
