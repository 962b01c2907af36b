"""The true share of positive answers in every district, whose weighted mean is the county's."""

import numpy as np

from data.samples.generate import stories
from data.samples.generate.draws import stream
from data.samples.generate.places import Place, districts


class DistrictShares:
    """True shares (0 to 1) of one question in one wave, by district and for the county.

    Districts differ by their size and by something of their own that stays the same in every wave. The
    differences are weighted by adults to nothing, so that the county's share is the story's.
    """

    def __init__(self, seed: int, question: str, wave_number: int) -> None:
        self.county = stories.true_share(question, wave_number)
        places = districts()
        adults = np.array([place.adults for place in places])
        self.weights = {place.code: place.adults / adults.sum() for place in places}
        # The reworded question asks the same people about the same thing.
        asked = next((old for old, new in stories.REWORDED.items() if new == question), question)
        own = stream(seed, f"districts {asked}").normal(0, stories.LOCAL_EFFECT, len(places))
        size = stories.SIZE_EFFECT * (adults - adults.mean()) / adults.std()
        offset = (size + own) * 4 * self.county * (1 - self.county)
        offset -= np.average(offset, weights=adults)
        self._shares = {place.code: self.county + by for place, by in zip(places, offset, strict=True)}

    def share(self, place: Place) -> float:
        return float(self._shares[place.code])
