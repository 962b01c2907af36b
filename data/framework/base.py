"""What every entry of the framework shares: it cannot be changed, and it takes no unknown field."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

# Where a figure or a wording stands: read at its source, known but not re-read, or our judgement.
Standing = Literal["verified", "unverified", "assumption"]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")]


class Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
