"""Several areas as one series."""

from collections.abc import Sequence

from metrics.designs.types import ServiceSeries


def added_up(areas: Sequence[ServiceSeries]) -> ServiceSeries:
    """The sum over areas that do not overlap, of the months all of them have; missing in one is missing.

    Exposures are added too, so areas must be measured alike (days × population). Breaks of any area are breaks.
    Raises ValueError when two areas share a part.
    """
    parts = [part for area in areas for part in area.parts or (area.area,)]
    if len(set(parts)) < len(parts):
        raise ValueError(f"areas overlap and can't be added up: {', '.join(parts)}")
    shared = sorted(set.intersection(*(set(area.starts) for area in areas)))
    rows = [dict(zip(area.starts, zip(area.values, area.exposure or (1.0,) * len(area.starts), strict=True),
                     strict=True)) for area in areas]
    values = [[row[start][0] for row in rows] for start in shared]
    return ServiceSeries(
        areas[0].service, ", ".join(area.area for area in areas), tuple(shared),
        tuple(None if None in cells else float(sum(cells)) for cells in values),
        tuple(float(sum(row[start][1] for row in rows)) for start in shared),
        tuple(sorted({found for area in areas for found in area.breaks})), tuple(parts),
    )
