"""`python -m data.framework > docs/indicators.md`"""

import sys

from data.framework import load_framework
from data.framework.describe import describe

if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.write(describe(load_framework()))
