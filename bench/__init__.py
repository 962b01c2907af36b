"""Measure the pages against a stock Streamlit page, on this machine, in one run."""
