"""Survey platforms, one module each: its own marks, where its header ends, and what its columns are."""

from collections.abc import Callable

from etl.platforms import (
    eusurvey,
    generic,
    google_forms,
    headerless,
    limesurvey,
    ms_forms,
    named,
    qualtrics,
    spss,
    surveymonkey,
    typeform,
)
from etl.platforms.types import Found, Question, Survey
from etl.workbook import Sheet

# The surest marks first: a file of one platform may hold a column that looks like another's.
PLATFORMS: tuple[Callable[[Sheet], Found | None], ...] = (
    spss.recognise,
    qualtrics.recognise,
    surveymonkey.recognise,
    named.recognise,
    limesurvey.recognise,
    eusurvey.recognise,
    typeform.recognise,
    ms_forms.recognise,
    google_forms.recognise,
    headerless.recognise,
    generic.recognise,
)

__all__ = ["Found", "PLATFORMS", "Question", "Survey"]
