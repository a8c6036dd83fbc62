"""What is recorded at enterprises and parks: drawn by the quality of each, with a remark on nearly every row.

Every function returns rows of (indicator, item, value, reason).
"""

from . import draw
from .places import TRADES
from .site_phrases import ENTERPRISE, HALF_YEAR, HALF_YEAR_PARK, PARK, YEAR_2021

PHRASES = draw.Phrases()

# What is recorded as it stands here, whatever would be drawn: the not applicable, and what must come out exactly.
AS_GIVEN = {
    ("E40", "D1.2"): ("n/a", "当年新设企业，没有上年工资可比"),
    ("E39", "C2.3"): ("n/a", "职工在甲方现场分散驻点，没有可组织的技术工种竞赛"),
    ("E32", "E1.2"): ("0/0", "全年没有登记合理化建议，负责人说口头提过"),
    ("E08", "D1.1"): ("7/8", "8个主要工种中7个有能级工资，铆工明年纳入"),
    ("PK12", "F1.3"): ("n/a", "园区仅两栋楼宇，尚未划分网格"),
}

# How many were asked about their satisfaction, where it is not drawn.
ASKED = {"E21": 50}

# Wage growth in per mille where it is not drawn.
GROWTH = {"E15": -12, "E10": 0}

# Parks: quality (0…100), grade of the station at mid-year and at the end, grade and share of F2.3, items of F1.1 that are
# missing at the end. Then the counts of coverage in 2022, all and those of them who do: parties, enterprises, employees.
PARK_FACTS = {
    "PK01": (92, "优", "优", "优 0.92", [], (9, 9), (64, 55), (12600, 10836)),
    "PK02": (80, "良", "良", "优 0.82", [], (8, 7), (50, 40), (7400, 6142)),
    "PK03": (84, "良", "优", "优 0.80", [], (8, 7), (60, 51), (6800, 5576)),
    "PK04": (76, "良", "良", "良 0.75", ["F1.1-4"], (7, 5), (48, 40), (5900, 4897)),
    "PK05": (90, "优", "优", "优 0.90", [], (9, 9), (60, 51), (11200, 9632)),
    "PK06": (82, "良", "优", "优 0.80", [], (8, 7), (80, 66), (9300, 7533)),
    "PK07": (90, "优", "优", "优 0.88", [], (8, 8), (45, 37), (8100, 6966)),
    "PK08": (82, "中", "良", "良 0.78", [], (7, 6), (72, 58), (6400, 5248)),
    "PK09": (74, "良", "良", "良 0.70", ["F1.1-4"], (7, 5), (40, 32), (3200, 2592)),
    "PK10": (92, "优", "优", "优 0.90", [], (9, 9), (52, 46), (18400, 16192)),
    "PK11": (80, "未建站", "良", "良 0.76", ["F1.1-3"], (7, 5), (66, 56), (5200, 4004)),
    "PK12": (58, "未建站", "未建站", "良 0.65", ["F1.1-3"], (5, 3), (36, 30), (2600, 2106)),
}


def rate(n, d):
    return f"{n * 1000 // d / 10}%"


def remark(key, sentences, n=0, d=1, enterprise=None, **fields):
    """The next sentence of a list, leaving out those that would count what is left where nothing is."""
    if n == d:
        sentences = [sentence for sentence in sentences if "{left}" not in sentence]
    if enterprise:
        trades = TRADES[enterprise[6]]
        turn = draw.between(0, len(trades) - 1, enterprise[0], *key)
        fields |= {"trade": trades[turn], "other": trades[(turn + 1) % len(trades)]}
        fields["count"] = draw.between(6, 36, enterprise[0], *key, "count")
    return PHRASES.next(key, sentences, n=n, d=d, left=d - n, rate=rate(n, d), **fields)


def counted(enterprise, round_, indicator, sizes, low, high, spread):
    """A share that grows with quality from low to high, of a size that is one of `sizes`."""
    code, quality = enterprise[0], enterprise[9] / 100
    d = draw.pick(sizes, round_, code, indicator, "size")
    n = round(d * draw.around(low + (high - low) * quality, spread, round_, code, indicator))
    return max(0, min(n, d)), d


def share_row(enterprise, round_, indicator, texts, sizes, low, high, spread, good_from):
    if (enterprise[0], indicator) in AS_GIVEN:
        value, reason = AS_GIVEN[enterprise[0], indicator]
        return (indicator, "", value, reason)
    n, d = counted(enterprise, round_, indicator, sizes, low, high, spread)
    if isinstance(texts, dict):
        texts = texts["good" if n >= good_from * d else "poor"]
    return (indicator, "", f"{n}/{d}", remark((round_, indicator, len(texts)), texts, n, d, enterprise))


def check_rows(enterprise, round_, items, texts, ease):
    """Checklist rows. An item has one draw for all rounds, so that what was met at mid-year stays met."""
    for item in items:
        met = draw.share(enterprise[0], item) < ease + 0.44 * enterprise[9] / 100
        value = "是" if met else "否"
        yield item[:-2], item, value, remark((round_, item, value), texts[item][value], enterprise=enterprise)


def growth(enterprise):
    """Wage growth of 2022 in per mille."""
    drawn = round(draw.around(28 + 50 * enterprise[9] / 100, 26, enterprise[0], "growth")) if enterprise[9] else 46
    return GROWTH.get(enterprise[0], drawn)


def wage_row(enterprise):
    if (enterprise[0], "D1.2") in AS_GIVEN:
        return ("D1.2", "", *AS_GIVEN[enterprise[0], "D1.2"])
    permille = growth(enterprise)
    band = "-" if permille < 0 else "8" if permille >= 80 else "5" if permille >= 50 else "0"
    value = f"{permille // 10}.{permille % 10}%" if permille >= 0 else f"-{-permille // 10}.{-permille % 10}%"
    trade = draw.pick(TRADES[enterprise[6]], enterprise[0], "wage")
    reason = PHRASES.next(("D1.2", band), ENTERPRISE["D1.2"][band], rate=value, trade=trade, other=trade)
    return ("D1.2", "", value, reason)


def satisfaction(enterprise):
    """Counts per answer of the satisfaction survey."""
    code, quality = enterprise[0], enterprise[9] / 100
    asked = ASKED.get(code) or draw.pick([40, 50, 60, 80], code, "asked")
    content = round(asked * draw.around(0.42 + 0.34 * quality, 0.08, code, "content"))
    unhappy = round(asked * draw.around(0.16 - 0.13 * quality, 0.03, code, "unhappy"))
    unsure = draw.between(0, 4, code, "unsure")
    return {"满意": content, "基本满意": asked - content - unhappy, "不满意": unhappy, "不了解": unsure}


def survey_rows(enterprise):
    counts = satisfaction(enterprise)
    tone = "good" if counts["不满意"] * 20 <= sum(counts.values()) else "poor"
    reason = PHRASES.next(("D3.1", tone), ENTERPRISE["D3.1"][tone], total=sum(counts.values()))
    for answer, count in counts.items():
        yield "D3.1", answer, count, reason if answer == "满意" else ""


def enterprise_year_end(enterprise):
    size = [enterprise[8]]
    return [
        share_row(enterprise, "N", "B1.2", ENTERPRISE["B1.2"], [20, 30, 40, 50], 0.77, 0.94, 0.04, 0.88),
        share_row(enterprise, "N", "C2.1", ENTERPRISE["C2.1"], [40, 50], 0.60, 0.81, 0.05, 0.77),
        *check_rows(enterprise, "N", ["C2.2-1", "C2.2-2", "C2.2-3"], ENTERPRISE, 0.48),
        share_row(enterprise, "N", "C2.3", ENTERPRISE["C2.3"], size, 0.70, 0.86, 0.09, 0.85),
        share_row(enterprise, "N", "D1.1", ENTERPRISE["D1.1"], [5, 6, 8, 10], 0.54, 0.90, 0.10, 0.85),
        wage_row(enterprise),
        *survey_rows(enterprise),
        share_row(enterprise, "N", "E1.2", ENTERPRISE["E1.2"], [20, 24, 25, 30, 36, 40, 48], 0.62, 0.90, 0.08, 0.85),
        share_row(enterprise, "N", "G1.1", ENTERPRISE["G1.1"], [12, 15, 16, 20], 0.70, 0.96, 0.06, 0.9),
    ]


def enterprise_half_year(enterprise):
    size = [enterprise[8]]
    rows = [
        share_row(enterprise, "B", "C2.1", HALF_YEAR["C2.1"], [40, 50], 0.58, 0.78, 0.05, 0),
        *check_rows(enterprise, "B", ["C2.2-1", "C2.2-2", "C2.2-3"], ENTERPRISE, 0.30),
        share_row(enterprise, "B", "C2.3", HALF_YEAR["C2.3"], size, 0.66, 0.84, 0.07, 0),
        share_row(enterprise, "B", "E1.2", HALF_YEAR["E1.2"], [10, 12, 15, 16, 20], 0.58, 0.88, 0.08, 0),
        share_row(enterprise, "B", "G1.1", HALF_YEAR["G1.1"], [12, 15, 16, 20], 0.30, 0.66, 0.06, 0),
    ]
    # No wages, surveys or awareness at mid-year; what does not apply or was not there at all is recorded at the end.
    return [row for row in rows if (enterprise[0], row[0]) not in AS_GIVEN]


def enterprise_2021(enterprise, members):
    n, d = members
    return [
        share_row(enterprise, "2021", "C2", YEAR_2021["C2"], [40, 50], 0.52, 0.74, 0.05, 0),
        *check_rows(enterprise, "2021", ["C3-1", "C3-2", "C3-3"], YEAR_2021, 0.42),
        ("D2", "", f"{n}/{d}", remark(("2021", "D2"), YEAR_2021["D2"], n, d)),
        share_row(enterprise, "2021", "G1", YEAR_2021["G1"], [10, 12, 15, 18], 0.66, 0.94, 0.06, 0),
    ]


def mechanism_rows(park, missing, round_):
    for number in range(1, 5):
        item = f"F1.1-{number}"
        value = "否" if item in missing else "是"
        yield "F1.1", item, value, remark((round_, item, value), PARK[item][value])


def pairs(park, indicator):
    """Numerator and denominator of a rate of a park."""
    quality, *_, parties, enterprises, employees = PARK_FACTS[park[0]]
    if indicator == "F1.3":
        d = draw.pick([12, 15, 16, 20], park[0], "grids")
        return min(d, round(d * draw.around(0.50 + 0.52 * quality / 100, 0.04, park[0], "grids filled"))), d
    (d, n) = enterprises if indicator == "F2.1" else employees
    return n, d


def park_year_end(park):
    quality, _, station, together, missing, *_ = PARK_FACTS[park[0]]
    rows = list(mechanism_rows(park, missing, "N"))
    rows.append(("F1.2", "", station, remark(("N", "F1.2", station), PARK["F1.2"][station], station=park[5])))
    for indicator, good_from in [("F1.3", 0.9), ("F2.1", 0.86), ("F2.2", 0.8)]:
        if (park[0], indicator) in AS_GIVEN:
            rows.append((indicator, "", *AS_GIVEN[park[0], indicator]))
            continue
        n, d = pairs(park, indicator)
        texts = PARK[indicator]["good" if n >= good_from * d else "poor"]
        rows.append((indicator, "", f"{n}/{d}", remark(("N", indicator, len(texts)), texts, n, d)))
    level = together.split()[0]
    rows.append(("F2.3", "", together, remark(("N", "F2.3", level), PARK["F2.3"][level])))
    return rows


def park_half_year(park):
    quality, station, _, together, missing, *_ = PARK_FACTS[park[0]]
    late = [f"F1.1-{draw.between(3, 4, park[0], 'late')}"] if quality < 90 else []
    rows = list(mechanism_rows(park, {*missing, *late}, "B"))
    rows.append(("F1.2", "", station, remark(("B", "F1.2", station), PARK["F1.2"][station], station=park[5])))
    if (park[0], "F1.3") not in AS_GIVEN:
        n, d = pairs(park, "F1.3")
        rows.append(("F1.3", "", f"{n - 2}/{d}", remark(("B", "F1.3"), HALF_YEAR_PARK["F1.3"], n - 2, d)))
    level, share = together.split()
    lower = {"优": ("良", 0.70), "良": ("良", 0.60), "中": ("中", 0.40)}[level]
    rows.append(("F2.3", "", f"{lower[0]} {lower[1]:.2f}", remark(("B", "F2.3"), HALF_YEAR_PARK["F2.3"])))
    return rows
