"""The visits of both assessments and the scores that they brought."""

import datetime

from . import district_2021, district_2022, site_scores
from .figures import enterprise_figures
from .places import CODE, DISTRICTS, GROUP, INSPECTORS, PARKS, TOURS, inspected
from .registers import evidence_of
from .table import hand_lines

# Round: first letters of its visits' codes, assessment, the days on which a group comes to its four districts.
ROUNDS = {
    "2021": ("V21-N", "2021", ["2021-12-06", "2021-12-08", "2021-12-13", "2021-12-15"]),
    "half-year": ("V22-B", "2022", ["2022-06-13", "2022-06-15", "2022-06-20", "2022-06-22"]),
    "year-end": ("V22-N", "2022", ["2022-11-14", "2022-11-16", "2022-11-21", "2022-11-23"]),
}

METHODS = {
    "district": "听汇报;查台账;访谈",
    "enterprise": "查台账;看现场;访谈;问卷",
    "park": "听汇报;查台账;看现场",
    "half-year": "查台账;看现场",
}

# The inspection of safety at the return to work after the Spring Festival: findings, no scores.
SAFETY_VISIT = ("V22-S-320205", "2022", "G1", "district:320205", "2022-02-09", "看现场;访谈", "confirmed")


def date_of(round_, district, site=0):
    """The day of a visit: up to two sites on the day when the group comes, the others on the next."""
    group = GROUP[district]
    day = datetime.date.fromisoformat(ROUNDS[round_][2][TOURS[group].index(district)])
    return (day + datetime.timedelta(days=site // 3)).isoformat()


def sites(round_, district):
    """(kind, row) of the enterprises and parks that are visited in a round, in the order of the tour."""
    enterprises = [("enterprise", row) for row in inspected() if row[2] == district]
    parks = [("park", row) for row in PARKS if row[2] == district]
    if round_ == "2021":                 # two enterprises a district; one was founded in 2022; no parks yet
        return [site for site in enterprises if site[1][0] != "E40"][:2]
    return enterprises + parks


def visit_rows():
    for round_, (prefix, assessment, _) in ROUNDS.items():
        for key, code, *_ in DISTRICTS:
            if round_ != "half-year":
                day = date_of(round_, key)
                methods = METHODS["district"]
                yield (f"{prefix}-{code}", assessment, GROUP[key], f"district:{code}", day, methods, "confirmed")
            for place, (kind, row) in enumerate(sites(round_, key), start=1):
                methods = METHODS["half-year" if round_ == "half-year" else kind]
                day = date_of(round_, key, place)
                yield (f"{prefix}-{row[0]}", assessment, GROUP[key], f"{kind}:{row[0]}", day, methods, "confirmed")
    yield SAFETY_VISIT


def case_rows(district):
    """E2.1: every scorer's points with a remark on the case; a scorer of that very district has no row."""
    title, points = district_2022.CASES[district]
    home = {code: belongs for code, _, _, _, belongs in INSPECTORS}
    for number, (scorer, value) in enumerate(points.items()):
        assert home[scorer] != district, (scorer, district)
        tone = "high" if value >= 1.7 else "middle" if value >= 1.3 else "low"
        text = site_scores.PHRASES.next(("E2.1", tone), district_2022.REMARKS[tone])
        reason = f"{title}：{text}" if number == 0 else text
        yield "E2.1", "", f"{value:.1f}", scorer, reason


def score_rows():
    """Rows of scores.csv, visit by visit."""
    for round_, (prefix, assessment, _) in ROUNDS.items():
        for key, code, *_ in DISTRICTS:
            for subject, rows in observations(round_, key):
                for indicator, item, value, scorer, reason in rows:
                    evidence = "" if value == "n/a" else evidence_of(assessment, subject, indicator)
                    yield (f"{prefix}-{subject}", indicator, item, value, scorer, reason, evidence)


def observations(round_, district):
    """(subject's code, rows of (indicator, item, value, scorer, reason)) of one district in one round."""
    if round_ == "2021":
        yield CODE[district], unscored(district_rows(district_2021.TABLE, district))
    if round_ == "year-end":
        rows = unscored(district_rows(district_2022.TABLE, district))
        rows += case_rows(district)
        yield CODE[district], sorted(rows, key=lambda row: row[0])
    for kind, row in sites(round_, district):
        if round_ == "2021":
            figures = enterprise_figures(row, 2021)
            rows = site_scores.enterprise_2021(row, (figures["union_members"], figures["employees"]))
        elif kind == "enterprise":
            half = round_ == "half-year"
            rows = site_scores.enterprise_half_year(row) if half else site_scores.enterprise_year_end(row)
        else:
            rows = site_scores.park_half_year(row) if round_ == "half-year" else site_scores.park_year_end(row)
        yield row[0], unscored(rows)


def district_rows(table, district):
    return [(indicator, *rest) for indicator, key, *rest in hand_lines(table) if key == district]


def unscored(rows):
    return [(indicator, item, value, "", reason) for indicator, item, value, reason in rows]
