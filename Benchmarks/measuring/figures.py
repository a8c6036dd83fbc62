"""What is measured: the figures that docs/performance.md lists, each beside what it is compared with."""

import csv
import itertools
import os

from . import figure
from .process import Refused, interleaved, run
from .recording import Recording
from .workspace import remove, say, value

YEAR = "2025"

# The nation's leaves by district, as SQL would do it that takes values for numbers and knows no rules.
GROUPED = f"""
SELECT coalesce(v.district, e.district, p.district) AS district, o.indicator, avg(o.value)
FROM observation AS o
JOIN visit AS v ON v.code = o.visit
LEFT JOIN pilot_enterprise AS e ON e.code = v.enterprise
LEFT JOIN industrial_park AS p ON p.code = v.park
WHERE v.assessment = '{YEAR}'
GROUP BY 1, 2"""

# What scores.csv is put into without any check: its columns as text, and the key by which an observation is stored.
BARE = """
PRAGMA journal_mode = WAL;
CREATE TABLE bare (
  visit TEXT NOT NULL, indicator TEXT NOT NULL, item TEXT NOT NULL, value TEXT NOT NULL, scorer TEXT NOT NULL,
  reason TEXT NOT NULL, evidence TEXT NOT NULL,
  PRIMARY KEY (visit, indicator, item, scorer)) STRICT, WITHOUT ROWID;"""


class Measurement:
    """Measures at one size: a nation, a tenth of it, the demo, and a folder of so many score rows."""

    def __init__(self, workspace, districts, rows, drafts, rounds):
        self.work = workspace
        self.kaohe = workspace.kaohe
        self.rounds = rounds
        self.drafts = drafts
        self.records = {
            "nation": workspace.records("nation", districts=districts, drafts=drafts),
            "tenth": workspace.records("tenth", districts=districts // 10, drafts=drafts),
        }
        # 850 districts of 40 sites have a little more than a million rows a year.
        self.rows = rows
        self.folder = workspace.records("rows", districts=-(-rows * 850 // 1_000_000), years=1, rows=rows, drafts=0)
        self.roster = workspace.database("rows-roster.db", self.folder, ["roster"])
        self.databases = {}

    def figures(self):
        """In the order of the table."""
        imported = self.import_years()
        recomputed = self.recompute()
        yield figure.timed(
            "recompute a year of the nation", "sqlite3: JOIN … GROUP BY district, leaf", recomputed["nation"],
            recomputed["sqlite3"], 0.4)
        yield from self.ranks()
        yield self.import_rows()
        demo = self.demo()
        yield self.score(demo)
        yield from Recording(self).figures()
        yield figure.memory(
            "recompute: memory", "a tenth of the nation", recomputed["nation"], recomputed["tenth"], 1.2, 300)
        yield figure.memory(
            "import of a year: memory", "a tenth of the nation", imported["nation"], imported["tenth"], 1.2, 300)
        yield figure.timed(
            "recompute at ten times the size", "a tenth of the nation", recomputed["nation"], recomputed["tenth"], 11)
        yield figure.timed(
            "import of a year at ten times the size", "a tenth of the nation", imported["nation"], imported["tenth"])
        yield self.submit(demo)

    def import_years(self):
        """The last year comes into databases that hold the years before; they are what the rest is measured on."""
        years = ["2023", "2024"]
        before = ["roster", "drafts"] + [folder for year in years for folder in (year, f"{year}-corrections")]
        sources = {
            name: self.work.database(f"{name}-before.db", self.records[name], before) for name in ("nation", "tenth")
        }

        def importing(name):
            def task(_):
                self.databases[name] = self.work.copy(sources[name], f"{name}.db")
                say(f"{name}: importing {YEAR}")
                return self.work.importing(self.databases[name], f"{self.records[name]}/{YEAR}")
            return task

        samples = interleaved(1, {name: importing(name) for name in sources})
        for name in sources:
            self.work.importing(self.databases[name], f"{self.records[name]}/{YEAR}-corrections")
        return samples

    def recompute(self):
        nation, tenth = self.databases["nation"], self.databases["tenth"]
        say("recompute")
        samples = interleaved(self.rounds["slow"], {
            "nation": lambda _: run([self.kaohe, "recompute", YEAR, "--db", nation]),
            "sqlite3": lambda _: run(["sqlite3", "-readonly", nation, GROUPED]),
            "tenth": lambda _: run([self.kaohe, "recompute", YEAR, "--db", tenth]),
        })
        for database in (nation, tenth):
            ranked = value(database, "SELECT count(*) FROM district_result WHERE assessment = ?", YEAR)
            self.expect(value(database, "SELECT count(*) FROM district"), ranked, "districts with a result")
        return samples

    def ranks(self):
        say("rank")
        for what, database, year, goal in (
            ("rank of the nation", self.databases["nation"], YEAR, 2), ("rank of the demo", self.demo(), "2022", 4),
        ):
            if value(database, "SELECT count(*) FROM stale") > 0:
                raise Refused(f"{database}: something is stale")
            query = f"SELECT * FROM district_ranking WHERE assessment = '{year}'"
            samples = interleaved(self.rounds["quick"], {
                "kaohe": lambda _: run([self.kaohe, "rank", year, "--db", database]),
                "sqlite3": lambda _: run(["sqlite3", "-readonly", database, query]),
            })
            yield figure.timed(what, "sqlite3: the same view", samples["kaohe"], samples["sqlite3"], goal)

    def import_rows(self):
        say(f"import of {self.rows} score rows")
        bare = self.work.path("bare.db")

        def ours(_):
            target = self.work.copy(self.roster, "rows.db")
            took = self.work.importing(target, f"{self.folder}/{YEAR}")
            self.expect(self.rows, value(target, "SELECT count(*) FROM observation"), "observations after the import")
            return took

        def theirs(_):
            remove(bare)
            run(["sqlite3", bare, BARE])
            scores = f"{self.folder}/{YEAR}/scores.csv"
            took = run(["sqlite3", bare, "PRAGMA synchronous = FULL", f".import --csv --skip 1 {scores} bare"])
            self.expect(self.rows, value(bare, "SELECT count(*) FROM bare"), "rows after .import")
            return took

        samples = interleaved(self.rounds["slow"], {"ours": ours, "theirs": theirs})
        for name in ("rows.db", "bare.db"):
            remove(self.work.path(name))
        return figure.timed(
            f"import of {self.rows:,} score rows", "sqlite3: .import into a bare table", samples["ours"],
            samples["theirs"], 2)

    def demo(self):
        """The demo with one open visit."""
        if "demo" not in self.databases:
            database = self.work.demo("demo")
            draft = self.work.path("demo/draft")
            os.mkdir(draft)
            with open(os.path.join(draft, "visits.csv"), "w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([
                    ["visit", "assessment", "group", "subject", "date", "status"],
                    ["D-1", "2022", "G1", "enterprise:E01", "2022-12-01", "draft"],
                ])
            self.work.importing(database, draft)
            self.databases["demo"] = database
        return self.databases["demo"]

    @property
    def draft(self):
        """The first of the nation's open visits."""
        return sorted(os.listdir(self.records["nation"] + "/answers"))[0].removesuffix(".txt")

    def score(self, demo):
        """Every value is another one, so that each is stored; the answer says the visit's new sum."""
        say("score")
        values = itertools.count(1)

        def task(database, visit, leaf):
            return lambda _: run([self.kaohe, "score", visit, leaf, f"{next(values)}/9999", "--db", database])

        samples = interleaved(self.rounds["quick"], {
            "nation": task(self.databases["nation"], self.draft, "B01"), "demo": task(demo, "D-1", "C2.1"),
        })
        return figure.timed(
            "one score on the nation's database", "on the demo", samples["nation"], samples["demo"], 1.5)

    def submit(self, demo):
        """The visit that was scored is handed in, and its district's new total computed; then it is returned."""
        say("visit submit")

        def task(database, visit):
            # Its group's leader hands in.
            leader = value(database, """
                SELECT g.leader FROM visit AS v JOIN inspection_group AS g ON g.code = v.inspection_group
                WHERE v.code = ?""", visit)

            def submit(_):
                took = run([self.kaohe, "visit", "submit", visit, "--as", leader, "--db", database])
                run([self.kaohe, "visit", "return", visit, "--reason", "复测", "--db", database])
                return took
            return submit

        samples = interleaved(max(2, self.rounds["slow"] - 1), {
            "nation": task(self.databases["nation"], self.draft), "demo": task(demo, "D-1"),
        })
        return figure.timed("handing in that visit, totals computed", "on the demo", samples["nation"], samples["demo"])

    def expect(self, wanted, found, what):
        if wanted != found:
            raise Refused(f"{found} {what}, not {wanted}")

    def size(self):
        return {
            "districts": value(self.databases["nation"], "SELECT count(*) FROM district"),
            "observations": value(self.databases["nation"], "SELECT count(*) FROM observation"),
            "rows": self.rows, "drafts": self.drafts,
        }
