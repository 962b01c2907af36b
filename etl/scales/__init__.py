"""Answer labels to codes by what they mean: the order of a scale, and the answers that are no point on it.

An order is read from the words ("very", "fairly", "not", "dis-"), misspelt ones too, never from the
order of the columns or of the file. "Don't know" and the like are found by their label, never by a
number: 9 is a point of a scale from 0 to 10.
"""

from etl.scales.meaning import meaning_of, no_answer
from etl.scales.scale import Scale, one_family, scale_of

__all__ = ["Scale", "meaning_of", "no_answer", "one_family", "scale_of"]
