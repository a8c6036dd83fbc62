"""The clock of the computer goes back, or is far ahead."""

import shutil
import sqlite3
from contextlib import closing

import records
from dump import dump
from office import expect

DAY = 86_400


def clock_that_jumps(office, _):
    """What is recorded later sorts later and holds, whatever the clock says; the ranking is the same as without a jump."""
    office.need_preload()
    steps = []

    def trial(generator):
        jumps = [generator.choice([0, -2, -3600, -DAY, -400 * DAY, 400 * DAY]) for _ in range(6)]
        steady, jumping = _recorded(office, [0] * len(jumps)), _recorded(office, jumps)
        expect(steady == jumping, f"clock off by {jumps} s:", steady, jumping)
        steps.append(len(jumps))

    office.each("clock", trial)
    return f"{sum(steps)} commands in {len(steps)} runs"


def _recorded(office, jumps):
    """Records, corrects, imports and merges, each with the clock off by some seconds.

    - Returns: the ranking.
    """
    folder = office.copy()
    database = ["--db", "office.db"]
    answers = records.answers()
    commands = [
        (["record", "EMPTY1", "--as", "P01"], answers[:10]),
        (["record", "EMPTY1", "--as", "P01"], answers[10:20]),
        (["score", "EMPTY1", "A1", "6", "--item", "A1-1", "--reason", "复核", "--as", "P01"], None),
        (["import", "more"], None),
        (["merge", "group.db"], None),
        (["score", "EMPTY1", "A1", "2", "--item", "A1-1", "--reason", "再核", "--as", "P01"], None),
    ]
    newest = _newest(folder)
    known = _identities(folder)
    for (command, typed), jump in zip(commands, jumps):
        faults = {"clock": jump} if jump else None
        office.must(folder, *database, *command, answers=typed, faults=faults)
        added = _identities(folder) - known
        expect(added, f"{command} stored nothing")
        # What comes from a copy has the copy's own identities.
        expect(command[0] == "merge" or min(added) > newest, f"clock off by {jump} s: {command} was sorted before what was there")
        known |= added
        newest = _newest(folder)
        expect(newest >= max(known), f"after {command} an identity could be given again")
    with closing(sqlite3.connect(folder / "office.db")) as connection:
        live = connection.execute(
            "SELECT value FROM current_observation WHERE visit = 'EMPTY1' AND indicator = 'A1'").fetchall()
    expect(live == [("2",)], f"the last answer does not hold, but {live}")
    dump(folder / "office.db")
    ranking = [office.must(folder, *database, "rank", year, "--format", "csv").out for year in ("2022", "2030", "2031")]
    shutil.rmtree(folder)
    return ranking


def _newest(folder):
    with closing(sqlite3.connect(folder / "office.db")) as connection:
        return connection.execute("SELECT last FROM observation_clock").fetchone()[0]


def _identities(folder):
    with closing(sqlite3.connect(folder / "office.db")) as connection:
        return {identity for identity, in connection.execute("SELECT id FROM observation")}


FAULTS = [clock_that_jumps]
