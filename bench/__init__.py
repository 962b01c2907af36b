"""Measures of speed and of accuracy, against peers, on this machine: `python -m bench NAME`."""
