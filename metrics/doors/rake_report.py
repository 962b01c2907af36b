"""The report of a raking as plain text."""


def printed(report: dict, estimates: list[dict]) -> str:
    """Report, margins before and after, and estimates, a line each."""
    lines = [
        f"Respondents {report['n']:,}, effective {report['n_eff']:,.1f} (Kish), design effect {report['deff']:.3f}",
        f"Weights from {report['minimum']:.3f} to {report['maximum']:.3f} times their mean, "
        f"{100 * report['trimmed_share']:.1f} % of respondents at a bound",
        f"Converged after {report['iterations']:,} cycles",
    ]
    if not report["bounds_held"]:
        lines.append("No weights within the bounds meet the margins: the margins are met, the bounds are not")
    lines += ["", f"{'Margin':28}{'population %':>14}{'before %':>14}{'after %':>14}"]
    lines += [
        f"{line['margin'] + ' ' + line['category']:28}"
        + "".join(f"{line[share]:14.3f}" for share in ("population", "before", "after"))
        for line in report["margins"]
    ]
    if estimates:
        lines += ["", f"{'Mean of':28}{'estimate':>14}{'SE':>14}{'SE (calibrate)':>16}{'95 % interval':>28}"]
    lines += [
        f"{each['item']:28}{each['estimate']:14.6g}{each['se']:14.6g}{each['se_calibrate']:16.6g}"
        f"{each['low']:14.6g}{each['high']:14.6g}"
        for each in estimates
    ]
    return "\n".join(lines)
