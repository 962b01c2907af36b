"""Makes the sample spreadsheets from a seed, and writes down the truth it put into them.

Nothing here describes a real person or service: places, populations and published figures are real,
all else is drawn at random around a story told in `stories.py`. `python -m data.samples.generate`.
"""

# Chosen so that the few thousand people drawn look like the story they are drawn from; whether intervals
# cover the truth was not looked at in choosing.
SEED = 20240428
