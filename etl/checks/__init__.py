"""The rules rows must pass, one a file. Each yields faults, never raises: a file is told all at once."""

from collections.abc import Callable, Iterator

from etl.checks.asked_otherwise import asked_otherwise
from etl.checks.broken_counts import broken_counts
from etl.checks.context import CheckContext
from etl.checks.date_range import date_range
from etl.checks.duplicate_key import duplicate_key
from etl.checks.equal_run import equal_run
from etl.checks.fewer_areas import fewer_areas
from etl.checks.labels_turned import labels_turned
from etl.checks.missing_months import missing_months
from etl.checks.number_range import number_range
from etl.checks.one_wave import one_wave
from etl.checks.order import order
from etl.checks.out_of_line import out_of_line
from etl.checks.period_range import period_range
from etl.checks.personal_identifier import personal_identifier
from etl.checks.reversed_scale import reversed_scale
from etl.checks.same_answers import same_answers
from etl.checks.same_as_last_year import same_as_last_year
from etl.checks.share_range import share_range
from etl.checks.straight_lining import straight_lining
from etl.checks.supplied_weights import supplied_weights
from etl.checks.totals import totals
from etl.checks.turned_since_last_wave import turned_since_last_wave
from etl.checks.words_changed import words_changed
from etl.faults import Fault
from etl.records import Records

CHECKS: tuple[Callable[[Records, CheckContext], Iterator[Fault]], ...] = (
    duplicate_key,
    one_wave,
    date_range,
    period_range,
    order,
    number_range,
    broken_counts,
    personal_identifier,
    missing_months,
    same_as_last_year,
    equal_run,
    out_of_line,
    labels_turned,
    reversed_scale,
    turned_since_last_wave,
    supplied_weights,
    totals,
    share_range,
    same_answers,
    straight_lining,
    fewer_areas,
    asked_otherwise,
    words_changed,
)


def check_rows(records: Records, context: CheckContext) -> Iterator[Fault]:
    """The faults of every rule, rule by rule."""
    for check in CHECKS:
        yield from check(records, context)


__all__ = ["CHECKS", "CheckContext", "check_rows"]
