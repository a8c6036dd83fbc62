"""How many observations a second reach the disk, each in a transaction of its own."""

import csv
import os

from .figure import Figure
from .process import Refused, Run, Samples, run
from .workspace import say, value

YEAR = "2025"


class Recording:
    """Answers at many visits, one process each, and one cell written over and over in one process.

    Against both stand as many single-row commits of the shell, into a bare table in the same file, with the same
    journal and the same synchronous. What a disk takes for a commit changes from second to second where it is shared:
    so visit and shell take turns, and what counts is the time between a process's first and last word, without opening
    and closing.
    """

    def __init__(self, measurement):
        self.kaohe = measurement.kaohe
        self.database = measurement.databases["nation"]
        self.work = measurement.work
        self.answers = measurement.records["nation"] + "/answers"
        # The first visit is the one that `score` measures, the last one is written over.
        names = sorted(name.removesuffix(".txt") for name in os.listdir(self.answers))
        self.visits, self.rewritten = names[1:-1], names[-1]
        self.rounds = measurement.rounds["slow"]
        self.rewrites = measurement.rounds["rewrites"]
        self.scores = f"{measurement.records['nation']}/{YEAR}/scores.csv"

    def figures(self):
        say("record")
        run(["sqlite3", self.database, """
            CREATE TABLE bare (visit, indicator, item, value, scorer, reason, evidence,
              PRIMARY KEY (visit, indicator, item, scorer)) WITHOUT ROWID"""])
        ours, theirs, over, beside = Samples(), Samples(), Samples(), Samples()
        share = len(self.visits) // self.rounds
        count = 0
        with open(self.scores, encoding="utf-8", newline="") as file:
            self.rows = csv.reader(file)
            next(self.rows)
            for number in range(self.rounds):
                visits = self.visits[number * share : (number + 1) * share]
                counts = [self.asked(visit) for visit in visits]
                count = sum(counts)
                taken = [(self.record(visit, asked), self.insert(asked)) for visit, asked in zip(visits, counts)]
                ours.add(per_commit([one for one, _ in taken], count - len(visits)))
                theirs.add(per_commit([other for _, other in taken], count))
                over.add(per_commit([self.write_over(number)], self.rewrites - 1))
                beside.add(per_commit([self.insert(self.rewrites)], self.rewrites))
        run(["sqlite3", self.database, "DROP TABLE bare"])
        yield rate(f"durable observations a second, {count} cells", ours, theirs, 0.8)
        yield rate(f"one cell, written {self.rewrites} times", over, beside, None)

    def asked(self, visit):
        with open(f"{self.answers}/{visit}.txt", encoding="utf-8") as file:
            return sum(1 for _ in file)

    def record(self, visit, asked):
        took = run(
            [self.kaohe, "record", visit, "--db", self.database], stdin=f"{self.answers}/{visit}.txt",
            follows_output=True)
        stored = value(self.database, "SELECT count(*) FROM observation WHERE visit = ?", visit)
        if stored != asked:
            raise Refused(f"{visit}: {stored} observations were stored, not {asked}")
        return took

    def write_over(self, number):
        lines = self.work.path("rewrites.txt")
        with open(lines, "w", encoding="utf-8") as file:
            file.writelines(f":B01 {number * self.rewrites + line + 1}/9999\n" for line in range(self.rewrites))
        return run(
            [self.kaohe, "record", self.rewritten, "--db", self.database], stdin=lines, follows_output=True)

    def insert(self, count):
        """So many rows of the year's scores, one a transaction.

        What the shell prints itself comes at its end: a program that it calls says when the first commit begins and
        when the last one is done.
        """
        script = self.work.path("inserts.sql")
        with open(script, "w", encoding="utf-8") as file:
            file.write("PRAGMA synchronous = FULL;\n.system echo begin\n")
            for row, _ in zip(self.rows, range(count)):
                cells = ", ".join("'" + cell.replace("'", "''") + "'" for cell in row)
                file.write(f"INSERT INTO bare VALUES ({cells});\n")
            file.write(".system echo end\n")
        return run(["sqlite3", self.database, f".read '{script}'"], follows_output=True)


def per_commit(runs, count):
    """The time of one commit: many processes taken together."""
    return Run(sum(one.between for one in runs) / count, sum(one.cpu for one in runs), max(one.peak_kb for one in runs))


def rate(what, ours, theirs, goal):
    """The rounds as a whole: a commit's least time would say what the disk does at its luckiest moment."""
    def total(samples):
        return sum(run.seconds for run in samples.runs) / len(samples.runs)

    def text(samples):
        return f"{1 / total(samples):.0f} a second"
    return Figure(
        what, "sqlite3: one INSERT a commit", text(ours), text(theirs), total(theirs) / total(ours), goal,
        more_is_better=True, samples={"ours": ours.plain(), "against": theirs.plain()})
