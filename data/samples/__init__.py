"""The illustrative spreadsheets the demonstration loads, their truth, and the generator of both."""
