"""What the survey files made for tests share: so many people, their answers in turn, columns set side by side."""

from itertools import cycle, islice

AGREE = ["Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree"]


def some(values, people):
    """The values in turn, one a person."""
    return list(islice(cycle(values), people))


def beside(*columns):
    """Rows of columns of equal length; a single value stands in every row."""
    height = max(len(each) for each in columns if isinstance(each, list))
    filled = [each if isinstance(each, list) else [each] * height for each in columns]
    return [list(row) for row in zip(*filled, strict=True)]
