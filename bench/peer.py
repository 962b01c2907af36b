"""The peer that survey estimates are measured against: R's `survey` where it is installed, otherwise svy."""

import importlib.util
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import pandas as pd

from bench.interviews import BY, ITEMS

INSTALL = "Debian and Ubuntu: apt-get install r-cran-survey"
SCRIPT = """
suppressMessages(library(survey))
people <- read.csv("{people}")
seconds <- system.time({{
  design <- svydesign(ids = ~psu, strata = ~stratum, weights = ~w, data = people, nest = TRUE)
  found <- do.call(rbind, lapply(c({items}), function(item) {{
    made <- svyby(as.formula(paste0("~", item)), ~{by}, design, svymean, na.rm = TRUE)
    names(made)[ncol(made) - 1] <- "estimate"
    made$item <- item
    made
  }}))
}})["elapsed"]
write.csv(found, "{found}", row.names = FALSE)
cat(seconds, as.character(packageVersion("survey")))
"""


@dataclass(frozen=True)
class Peer:
    """Who it is, how to ask it, and how many times as long it should take as ours, by size."""

    name: str
    ask: Callable[[pd.DataFrame, Path], tuple[pd.DataFrame, float]]
    times: tuple[int, ...]


def peer() -> Peer | None:
    """R's survey, otherwise svy (pip install svy), otherwise nobody."""
    if found := version():
        return Peer(f"R's survey {found}", by_r, (100, 100, 100))
    return Peer("svy", by_svy, (5, 10, 60)) if importlib.util.find_spec("svy") else None


def version() -> str:
    """The version of R's survey; empty where there is none."""
    if shutil.which("Rscript") is None:
        return ""
    asked = ["Rscript", "-e", 'cat(as.character(packageVersion("survey")))']
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()


def by_r(people: pd.DataFrame, folder: Path) -> tuple[pd.DataFrame, float]:
    """R's estimates of the same cells (BY, item, estimate, se), and the seconds it took, reading not counted."""
    given, found = folder / "people.csv", folder / "found.csv"
    people.to_csv(given, index=False)
    items = ", ".join(f'"{item}"' for item in ITEMS)
    script = folder / "peer.R"
    script.write_text(SCRIPT.format(people=given, found=found, items=items, by=" + ".join(BY)), encoding="utf-8")
    answer = subprocess.run(["Rscript", str(script)], capture_output=True, text=True, check=True)
    return pd.read_csv(found), float(answer.stdout.split()[0])


def by_svy(people: pd.DataFrame, folder: Path) -> tuple[pd.DataFrame, float]:
    """The same by svy, whose design knows a point by its name alone."""
    import polars
    import svy

    columns = {name: people[name].to_numpy() for name in [*BY, "stratum", "w", *ITEMS]}
    frame = polars.DataFrame(columns | {"psu": (people["stratum"] * 1000 + people["psu"]).to_numpy()})
    begun = perf_counter()
    sample = svy.Sample(frame, svy.Design(stratum="stratum", psu="psu", wgt="w"))
    made = [sample.estimation.mean(item, by=BY).to_polars() for item in ITEMS]
    seconds = perf_counter() - begun
    found = [pd.DataFrame(table.to_dict(as_series=False)).assign(item=q) for table, q in zip(made, ITEMS, strict=True)]
    renamed = pd.concat(found, ignore_index=True).rename(columns={"est": "estimate"})
    return renamed.astype(dict.fromkeys(BY, int)), seconds
