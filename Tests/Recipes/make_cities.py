#!/usr/bin/env python3
"""Makes databases of cities whose records are drawn at random: `python3 make_cities.py RULES FOLDER [NUMBER]`.

RULES is the rule file of the demo; FOLDER gets one database a city, 3201.db … 3213.db. Needs kaohe on the path. Every
run gives the same records. What can be recorded is read from the rules as they stand in the first database.
"""

import csv
import hashlib
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

CITIES = ["南京", "无锡", "徐州", "常州", "苏州", "南通", "连云港", "淮安", "盐城", "扬州", "镇江", "泰州", "宿迁"]
HEADERS = {
    "assessments": "assessment,title,rule_set",
    "districts": "code,name,category",
    "parks": "code,name,district,theme,station",
    "enterprises": "code,name,district,park,level",
    "groups": "code,name",
    "inspectors": "code,name,organisation,group",
    "visits": "visit,assessment,group,subject,date,status",
    "evidence": "code,subject,title,kind,date",
    "scores": "visit,indicator,item,value,scorer,reason,evidence",
    "adjustments": "entry,assessment,district,code,level,date,reason,evidence",
}


def draw(low, high, *name):
    """A whole number from low to high, hashed from what it is for."""
    key = hashlib.sha256("/".join(map(str, name)).encode()).digest()
    return low + int.from_bytes(key[:6], "big") % (high - low + 1)


class Rules:
    """The leaves of the only rule set of a database, with what is recorded for each."""

    def __init__(self, file):
        database = sqlite3.connect(file)
        self.code = database.execute("SELECT code FROM rule_set").fetchone()[0]
        self.leaves = database.execute(
            "SELECT code, scope, methods FROM indicator WHERE is_leaf ORDER BY position").fetchall()
        self.items, self.levels, self.answers = ({leaf[0]: [] for leaf in self.leaves} for _ in range(3))
        for leaf, code, method in database.execute(
                "SELECT indicator, code, method FROM indicator_item ORDER BY indicator, position"):
            self.items[leaf].append((code, method))
        for leaf, code, low, high in database.execute(
                "SELECT indicator, code, share_from, share_to FROM indicator_level ORDER BY indicator, position"):
            self.levels[leaf].append(code if low == high else f"{code} {high}")
        for leaf, code in database.execute("SELECT indicator, answer FROM indicator_answer ORDER BY indicator, position"):
            self.answers[leaf].append(code)
        database.close()

    def rows(self, scope, visit):
        """(leaf, item, value, scorer, reason) of one visit."""
        for leaf, of, methods in self.leaves:
            if of == scope:
                yield from ((leaf, *row) for row in self.leaf_rows(leaf, methods.split(), visit))

    def leaf_rows(self, leaf, methods, *name):
        for item, method in self.items[leaf]:
            if method == "checklist":
                yield item, "yes" if draw(0, 4, *name, item) else "no", "", ""
            else:
                count = max(0, draw(-2, 2, *name, item))
                yield item, count, "", "抽查发现" if count else ""
        if self.levels[leaf]:
            level = self.levels[leaf][min(draw(0, 3, *name, leaf), draw(0, 3, *name, leaf, 2))]
            yield "", level, "", ""
        for answer in self.answers[leaf]:
            yield answer, draw(0, 60, *name, answer) if answer.startswith("不") else draw(40, 300, *name, answer), "", ""
        if "judged" in methods:
            for scorer in range(1, 6):
                yield "", f"{draw(5, 20, *name, leaf, scorer) / 10:.1f}", f"I{scorer}", ""
        if {"ratio", "bands", "steps"} & set(methods) and not self.answers[leaf]:
            total = draw(20, 400, *name, leaf)
            yield "", f"{total * draw(55, 100, *name, leaf, 'done') // 100}/{total}", "", ""


def records(city, prefix, rules):
    """Rows of every file of one city."""
    tables = {name: [] for name in HEADERS}
    tables["assessments"].append(("2022", f"{city}市2022年度产改评价考核（随机数据）", rules.code))
    tables["groups"] += [("G1", "第一组"), ("G2", "第二组")]
    tables["inspectors"] += [(f"I{n}", f"督查员{n}", "市总工会", f"G{n % 2 + 1}") for n in range(1, 6)]
    for number in range(1, draw(6, 12, city) + 1):
        district = f"{prefix}{number:02}"
        tables["districts"].append((district, f"{city}{number}区", "区"))
        subjects = [f"district:{district}"]
        for n in range(1, draw(1, 3, district, "parks") + 1):
            park = f"P{district}{n}"
            tables["parks"].append((park, f"{city}{number}区第{n}园", district, "智能制造", "产改指导站" if n > 1 else ""))
            subjects.append(f"park:{park}")
        for n in range(1, draw(2, 6, district, "enterprises") + 1):
            enterprise = f"E{district}{n}"
            tables["enterprises"].append(
                (enterprise, f"{city}{number}区第{n}厂", district, f"P{district}1" if n % 2 else "", "市级"))
            subjects.append(f"enterprise:{enterprise}")
        for subject in subjects:
            visit, evidence = f"V-{subject.split(':')[1]}", f"T-{subject.split(':')[1]}"
            day = f"2022-11-{draw(1, 28, visit):02}"
            tables["visits"].append((visit, "2022", f"G{number % 2 + 1}", subject, day, "confirmed"))
            tables["evidence"].append((evidence, subject, "台账", "台账", day))
            for leaf, item, value, scorer, reason in rules.rows(subject.split(":")[0], visit):
                tables["scores"].append((visit, leaf, item, value, scorer, reason, evidence))
        for n in range(draw(0, 2, district, "bonus")):
            tables["adjustments"].append(
                (f"J-{district}-{n}", "2022", district, "J1", "市级", "2022-10-01", "经验推广", f"T-{district}"))
    return tables


def make(city, prefix, rule_file, rules, database):
    with tempfile.TemporaryDirectory() as folder:
        for name, rows in records(city, prefix, rules).items():
            if not rows:
                continue
            with open(pathlib.Path(folder, f"{name}.csv"), "w", newline="", encoding="utf-8") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(HEADERS[name].split(","))
                writer.writerows(rows)
        shutil.copy(rule_file, pathlib.Path(folder, "rules.yaml"))
        run(database, "init")
        run(database, "import", folder)


def run(database, *arguments):
    done = subprocess.run(["kaohe", "--db", str(database), *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{database}: kaohe {arguments[0]}: {done.stdout}{done.stderr}")


def main():
    rule_file, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    number = int(sys.argv[3]) if len(sys.argv) > 3 else len(CITIES)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as first:
        shutil.copy(rule_file, pathlib.Path(first, "rules.yaml"))
        run(pathlib.Path(first, "rules.db"), "init")
        run(pathlib.Path(first, "rules.db"), "import", first)
        rules = Rules(pathlib.Path(first, "rules.db"))
    for index, city in enumerate(CITIES[:number]):
        prefix = f"32{index + 1:02}"
        make(city, prefix, rule_file, rules, folder / f"{prefix}.db")


if __name__ == "__main__":
    main()
