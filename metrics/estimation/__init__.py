"""Estimates from a designed sample: sums by cell and sampling point in, figures with their uncertainty out."""
