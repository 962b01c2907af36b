"""Figures that rest on few people are shown with a caution: in the table, under the chart, in the download."""

from metrics.types import Estimate
from pages.parts.view import View

VERY_LOW, LOW = "survey_very_low_base_below", "survey_low_base_below"


def caution(view: View, estimate: Estimate | None) -> str:
    """“Very low base” or “low base, read with caution” by the framework's thresholds; else nothing.

    Of survey figures only: those with an effective base. A withheld figure has no base to speak of.
    """
    if estimate is None or estimate.value is None or estimate.base is None or estimate.base_effective is None:
        return ""
    if estimate.base < view.framework.threshold(VERY_LOW):
        return "very low base, read with great caution"
    return "low base, read with caution" if estimate.base < view.framework.threshold(LOW) else ""
