"""The framework: the logic model and its indicators, as data."""

from data.framework.load import FrameworkError, load_framework, parse_framework
from data.framework.models import Framework

__all__ = ["Framework", "FrameworkError", "load_framework", "parse_framework"]
