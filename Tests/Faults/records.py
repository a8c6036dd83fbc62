"""Folders of records as `kaohe import` takes them, with a rule set of their own."""

import hashlib
from pathlib import Path

LEAVES = 30


def rules(code, year):
    """A rule set of 30 leaves, each with one item that takes a number."""
    leaves = "".join(
        f"  - {{code: A{n}, title: 第{n}项, points: 1, methods: [{{deduct: {{items: [{{code: A{n}-1, title: 缺件, points: 0.1}}]}}}}]}}\n"
        for n in range(1, LEAVES + 1))
    return (f"rule_set: {code}\ntitle: 三十项\nyear: {year}\npoints: {LEAVES}\n"
            "rounding: {mode: half_up, total_decimals: 2}\n"
            f"sections:\n- code: A\n  title: 部分\n  points: {LEAVES}\n  children:\n{leaves}")


def answers(count=LEAVES):
    """What is typed at `record`, a line a leaf."""
    return [f":A{n} 1={n % 7}；第{n}项缺件" for n in range(1, count + 1)]


def write_files(folder, files):
    """Writes files by their names."""
    for name, text in files.items():
        (Path(folder) / name).write_text(text, encoding="utf-8")


class Folder:
    """The tables of one folder. Districts, enterprises and groups are those of the demo."""

    HEADERS = {
        "assessments.csv": "assessment,title,rule_set",
        "participants.csv": "assessment,district,category",
        "visits.csv": "visit,assessment,group,subject,date,status",
        "evidence.csv": "code,subject,title,kind,date",
        "scores.csv": "visit,indicator,item,value,scorer,reason,evidence",
        "findings.csv": "code,visit,indicator,kind,text,status",
    }
    # Each group's own.
    DISTRICTS = {"G1": ["320281", "320205"], "G2": ["320282", "320211"]}

    def __init__(self):
        self.files = {}
        self.rows = {name: [] for name in self.HEADERS}

    def add_year(self, year):
        self.files[f"rules-{year}.yaml"] = rules(f"faults-{year}", year)
        self.rows["assessments.csv"].append(f"{year},{year}年度考核,faults-{year}")
        for district in self.DISTRICTS["G1"] + self.DISTRICTS["G2"]:
            self.rows["participants.csv"].append(f"{year},{district},区")

    def add_visit(self, code, year, group, number, status="draft"):
        district = self.DISTRICTS[group][number % 2]
        self.rows["visits.csv"].append(
            f"{code},{year},{group},district:{district},{year}-{1 + number // 28 % 12:02}-{1 + number % 28:02},{status}")

    def add_scores(self, code, value, reason, evidence=""):
        """All leaves of a visit, each with a value of its own."""
        for leaf in range(1, LEAVES + 1):
            # No two alike, or `check` takes them for deductions that were made twice.
            cause = hashlib.sha256(f"{reason}/{code}/{leaf}".encode()).hexdigest()[:12]
            self.rows["scores.csv"].append(f"{code},A{leaf},A{leaf}-1,{(value + leaf) % 9},,{reason}{cause},{evidence}")

    def add_evidence(self, code, group, number):
        date = f"2030-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
        self.rows["evidence.csv"].append(f"{code},district:{self.DISTRICTS[group][0]},会议纪要{code},文件,{date}")

    def add_finding(self, code, visit, leaf):
        self.rows["findings.csv"].append(f"{code},{visit},A{leaf},problem,缺少签到表{code},open")

    def write(self, path):
        path.mkdir()
        tables = {name: "\n".join([self.HEADERS[name], *rows]) + "\n" for name, rows in self.rows.items() if rows}
        write_files(path, {**self.files, **tables})


def draft_year():
    """A year that goes on: eight visits with scores, an empty one for each group, one that is to be submitted."""
    folder = Folder()
    folder.add_year(2030)
    for number in range(8):
        group = "G1" if number % 2 else "G2"
        folder.add_visit(f"W{number}", 2030, group, number)
        folder.add_scores(f"W{number}", number, "初记")
    folder.add_visit("EMPTY1", 2030, "G1", 20)
    folder.add_visit("EMPTY2", 2030, "G1", 21)
    folder.add_visit("WHOLE", 2030, "G1", 22)
    folder.add_scores("WHOLE", 3, "初记")
    return folder


def correction(visits, groups=("G1", "G2")):
    """Corrects half of what was recorded in 2030, and adds a year of visits."""
    folder = Folder()
    folder.add_year(2031)
    for number in range(8):
        if ("G1" if number % 2 else "G2") in groups:
            folder.add_visit(f"W{number}", 2030, "G1" if number % 2 else "G2", number)
            folder.add_scores(f"W{number}", number + number % 3, "更正")
            folder.add_finding(f"FW{number}", f"W{number}", 1 + number)
    if len(groups) == 2:
        # What changes the ranking; a group may not confirm its own visits.
        for number in range(4):
            folder.add_visit(f"C{number}", 2030, groups[number % 2], 40 + number // 2, "confirmed")
            folder.add_scores(f"C{number}", number, "已核")
    for number in range(visits):
        group = groups[number % len(groups)]
        folder.add_evidence(f"EV{number}", group, number)
        folder.add_visit(f"N{number}", 2031, group, number)
        folder.add_scores(f"N{number}", number, "新记", f"EV{number}")
    return folder
