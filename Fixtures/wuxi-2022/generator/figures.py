"""Metrics of districts and enterprises, and coverage of parks, for 2021 and 2022.

What the scores also record (members, skilled workers, disputes, wages) is taken from there, so that both agree.
"""

from . import district_2021, district_2022, draw
from .places import CODE, DISTRICTS, ENTERPRISES, PARKS
from .site_scores import AS_GIVEN, PARK_FACTS, growth
from .table import hand_fraction

UNITS = {
    "employees": "人", "union_members": "人", "skilled_workers": "人", "high_skilled_workers": "人",
    "average_wage": "元", "disputes": "件", "disputes_settled": "件", "unionised_enterprises": "家",
    "enterprises_to_unionise": "家", "new_certificates": "本",
}

AVERAGE_WAGE = {  # yuan a year: 2021, 2022
    "JY": (98600, 104300), "YX": (92400, 96800), "LX": (94100, 97900), "XS": (95800, 101700), "HS": (96200, 102400),
    "BH": (99500, 104000), "XW": (118300, 126500), "JK": (105600, 109300),
}


def district_figures(key, year):
    wage = dict(zip((2021, 2022), AVERAGE_WAGE[key]))[year]
    if year == 2021:
        disputes, employees = hand_fraction(district_2021.TABLE, "D3", key)
        high, skilled = hand_fraction(district_2021.TABLE, "C1", key)
        members, now = hand_fraction(district_2022.TABLE, "D2.2", key)
        before = round(employees * (members / now - draw.between(6, 19, key, "members") / 1000))
        return {"employees": employees, "union_members": before, "skilled_workers": skilled,
                "high_skilled_workers": high, "average_wage": wage, "disputes": disputes}
    members, employees = hand_fraction(district_2022.TABLE, "D2.2", key)
    high, skilled = hand_fraction(district_2022.TABLE, "C1.2", key)
    settled, disputes = hand_fraction(district_2022.TABLE, "D2.3", key)
    unionised, due = hand_fraction(district_2022.TABLE, "D2.1", key)
    certificates, _ = hand_fraction(district_2022.TABLE, "C1.1", key)
    return {"employees": employees, "union_members": members, "skilled_workers": skilled, "high_skilled_workers": high,
            "average_wage": wage, "disputes": disputes, "disputes_settled": settled, "unionised_enterprises": unionised,
            "enterprises_to_unionise": due, "new_certificates": certificates}


def enterprise_figures(enterprise, year):
    code, quality = enterprise[0], (enterprise[9] or 60) / 100
    employees = enterprise[8]
    skilled_share = draw.around(0.34 + 0.16 * quality, 0.05, code, "skilled")
    high_share = draw.around(0.22 + 0.14 * quality, 0.04, code, "high")
    member_share = draw.around(0.80 + 0.18 * quality, 0.02, code, "members")
    wage = 1000 * draw.between(66, 96, code, "wage")
    if year == 2021:
        employees = round(employees * draw.around(0.975, 0.04, code, "employees"))
        skilled_share -= 0.02
        high_share -= 0.012
        member_share -= draw.between(1, 4, code, "joined") / 100
    else:
        wage += wage // 1000 * growth(enterprise)
    skilled = round(employees * skilled_share)
    return {"employees": employees, "union_members": min(employees, round(employees * member_share)),
            "skilled_workers": skilled, "high_skilled_workers": round(skilled * high_share), "average_wage": wage,
            "disputes": draw.between(0, 2 + employees // 600, code, year, "disputes")}


def metric_rows():
    for year in (2021, 2022):
        for key, *_ in DISTRICTS:
            for metric, value in district_figures(key, year).items():
                yield f"district:{CODE[key]}", year, metric, value, UNITS[metric]
        for enterprise in ENTERPRISES:
            if year == 2021 and (enterprise[0], "D1.2") in AS_GIVEN:       # founded in 2022
                continue
            for metric, value in enterprise_figures(enterprise, year).items():
                yield f"enterprise:{enterprise[0]}", year, metric, value, UNITS[metric]


def coverage_rows():
    """三个所有: all parties coordinate, all enterprises take part, all employees benefit."""
    for code, *_ in PARKS:
        *_, (parties, together), (enterprises, taking_part), (employees, benefiting) = PARK_FACTS[code]
        less = draw.between(1, 5, code, "enterprises")
        grown = 1 - draw.between(2, 7, code, "employees") / 100
        before = round(employees * grown)
        reached = round(before * (benefiting / employees - draw.between(4, 12, code, "benefit") / 100))
        yield (code, 2021, parties - 1, max(1, together - 2), enterprises - less,
               taking_part - less - draw.between(2, 7, code, "joined"), before, reached)
        yield code, 2022, parties, together, enterprises, taking_part, employees, benefiting
