"""What is asked: survey questions with their wording, and the scored items of leader surveys."""

from typing import Literal

from pydantic import Field, model_validator

from data.framework.base import Entry, Id, Text

Wording = Literal["verified", "unverified", "licensed", "programme"]


class Label(Entry):
    """One answer. An `excluded` answer never counts as positive or negative; the question's
    `base_rule` says whether it stays in the base."""

    code: int
    label: Text
    role: Literal["positive", "negative", "middle", "excluded"]


class Question(Entry):
    """A question of the citizen survey. Labels stand in the order of the scale."""

    id: Id
    topic: Text
    wording: Text
    intro: str = ""
    status: Wording
    source: Text
    labels: tuple[Label, ...] = Field(min_length=2)
    base_rule: Literal["exclude_dk", "all_respondents"]
    base_text: Text
    successor_of: Id | None = None

    @model_validator(mode="after")
    def _labels_are_distinct(self) -> "Question":
        for what in ("code", "label"):
            values = [getattr(label, what) for label in self.labels]
            if len(set(values)) != len(values):
                raise ValueError(f"each {what} of a question stands once")
        if not any(label.role == "positive" for label in self.labels):
            raise ValueError("at least one label has the role positive")
        return self


class Instrument(Entry):
    """A published scale. A licensed one is known here by its factor keys only, without wording."""

    id: Id
    name: Text
    owner: Text
    status: Wording
    source: Text
    note: Text


class Item(Entry):
    """One scored item or factor: `low` to `high`. Wording only where it is the programme's own.

    `turned`: worded the other way round, so that a high score is the bad end; the index turns it back.
    """

    id: Id
    instrument: Id
    name: Text
    wording: str | None = None
    low: float
    high: float
    status: Wording
    turned: bool = False

    @model_validator(mode="after")
    def _licensed_has_no_wording(self) -> "Item":
        if self.status == "licensed" and self.wording:
            raise ValueError("a licensed item is held by its key only, without wording")
        if self.high <= self.low:
            raise ValueError("the high end of the scale lies above the low end")
        return self
