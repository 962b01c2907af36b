"""What the pages are measured against: the page one would write first, and a page with only a title.

Written as text into a temporary folder, so that they run on Streamlit's default settings and nothing
of the dashboard is near them.
"""

from pathlib import Path

TITLE_ONLY = """\
import streamlit as st

st.title("A page with a title only")
"""

THREE_CHARTS = """\
import pandas as pd
import plotly.express as px
import streamlit as st

months = pd.date_range("2021-10-01", periods=60, freq="MS")
frame = pd.DataFrame(
    {
        "month": list(months) * 3,
        "district": ["A"] * 60 + ["B"] * 60 + ["C"] * 60,
        "attendances": [1000 + (37 * place) % 211 for place in range(180)],
    }
)
st.title("Three charts")
st.plotly_chart(px.line(frame, x="month", y="attendances", color="district", title="By month"))
st.plotly_chart(px.bar(frame.tail(12), x="month", y="attendances", title="The last year"))
st.plotly_chart(px.scatter(frame, x="month", y="attendances", color="district", title="Each month"))
"""


def write_stock(folder: Path) -> dict[str, Path]:
    """Write the two scripts; return them by name, each in a folder of its own."""
    scripts = {}
    for name, text in {"stock": THREE_CHARTS, "title": TITLE_ONLY}.items():
        path = folder / name / "app.py"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        scripts[name] = path
    return scripts
