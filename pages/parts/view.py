"""What a page looks at: one publication, one place, one theme."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from charts.theme import Palette, palette
from data import reads
from data.framework import Framework
from data.framework.indicators import Indicator
from metrics.status_series import LEVELS
from metrics.types import Estimate
from pages.parts import data
from pages.parts.look import theme_name

DRAWN = (*LEVELS, "count", "net")  # the statistic drawn, best first
SHOWN = "publication_shown"  # in the session: the publication of the run at hand
UNKNOWN = data.Said("", "", "no_measure", "no_target", "", "", {})


@dataclass(frozen=True)
class View:
    """Everything a card is made from. Nothing here asks the store twice."""

    publication: reads.Publication
    framework: Framework
    place: str
    colours: Palette

    @property
    def county(self) -> str:
        return self.framework.programme.county

    @property
    def place_name(self) -> str:
        return self.framework.area_name(self.place)

    def said(self, kind: str, subject: str) -> data.Said:
        """What the status engine said; 'no measure' where it said nothing."""
        return data.statuses(self.publication.id).get((kind, subject), UNKNOWN)

    def estimates(self, indicator: str) -> tuple[Estimate, ...]:
        return data.estimates(self.publication.id, indicator)

    def level(self, indicator: str) -> str:
        """Which statistic is the indicator's own level."""
        found = {each.statistic for each in self.estimates(indicator)}
        return next((name for name in DRAWN if name in found), "level")

    def series(
        self, indicator: str, place: str | None = None, statistic: str | None = None
    ) -> list[Estimate]:
        """The undivided series for a place: the area's own, or the district's share of a county survey."""
        place = place or self.place
        return [
            each
            for each in self.of(indicator, statistic)
            if (each.area == place and not each.group_dim)
            or (each.group_dim == "district" and each.group_value == place)
        ]

    def question_name(self, question: str) -> str:
        """The short name of the indicator that is this question by itself; else the question's topic."""
        alone = (each.short for each in self.framework.indicators if each.formula.questions == (question,))
        return next(alone, self.framework.question(question).topic)

    def of(self, indicator: str, statistic: str | None = None) -> list[Estimate]:
        """Every estimate of one statistic (the level unless named), low, central and high scenarios apart."""
        wanted = statistic or self.level(indicator)
        return [
            each
            for each in self.estimates(indicator)
            if each.statistic == wanted and each.scenario in ("", "central")
        ]

    def place_for(self, indicator: Indicator) -> str:
        """The chosen place where the indicator is known there; else the place its headline is about."""
        if self.place != self.county and self.series(indicator.id, self.place):
            return self.place
        return indicator.areas[0]


def groups_of(estimates: Iterable[Estimate], dimension: str) -> list[str]:
    """The values of a breakdown that stand in the estimates, in the order met."""
    return list(dict.fromkeys(each.group_value for each in estimates if each.group_dim == dimension))


def newest() -> View | None:
    """The view of the newest publication, which the run that begins will show; None before the first."""
    st.session_state[SHOWN] = data.newest()
    return current()


def current() -> View | None:
    """The view of this run. The shell chose its publication, so head, cards and foot are of one, and so is a part
    of the page that runs again by itself, whatever was published meanwhile."""
    publication = st.session_state.get(SHOWN)
    if publication is None:
        return None
    held = data.framework(publication.id)
    place = st.session_state.get("place_code", held.programme.county)
    return View(publication, held, place, palette(theme_name()))


def built(page: str, view: View, build: Callable[[View], Any], *more: str) -> Any:
    """What `build` makes of a view, made once for each publication, place, theme and `more`, then shared."""
    return _built(
        data.where(), view.publication.id, page, view.place, view.colours.name, more, lambda: build(view)
    )


@st.cache_resource(show_spinner=False, max_entries=300)
def _built(
    address: str,
    publication_id: int,
    page: str,
    place: str,
    theme: str,
    more: tuple[str, ...],
    _build: Callable,
) -> Any:
    return _build()
