"""`python -m data.samples.generate`: write the samples into data/samples (or --folder)."""

import argparse
from pathlib import Path

from data.samples.generate import SEED
from data.samples.generate.build import FOLDER, write


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m data.samples.generate", description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED, help="the same seed gives the same cells")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    chosen = parser.parse_args()
    for name in write(chosen.seed, chosen.folder):
        print(f"Wrote {name}")


if __name__ == "__main__":
    main()
