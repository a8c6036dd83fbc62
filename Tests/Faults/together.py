"""Others read and write the same database."""

import shutil
import sqlite3
import threading
import time
from contextlib import closing

import records
from dump import dump
from office import Failed, expect

HELD = 10
READERS = 16


def second_writer(office, _):
    """Another program holds the lock for 10 seconds: whoever writes waits, and then succeeds."""
    commands = [
        (["score", "EMPTY2", "A1", "6", "--item", "A1-1", "--reason", "复核", "--as", "P01"], None),
        (["record", "EMPTY1", "--as", "P01"], records.answers()),
        (["visit", "submit", "WHOLE", "--as", "P01"], None),
        (["import", "more"], None),
        (["merge", "group.db"], None),
    ]
    folder = office.copy()
    # In the group's copy, whose journal keeps readers out, too, reading waits as well.
    cases = [("office.db", "IMMEDIATE", commands), ("new-group.db", "EXCLUSIVE", commands[:2] + [(["rank", "2030"], None)])]
    holders = {name: sqlite3.connect(folder / name, isolation_level=None) for name, _, _ in cases}
    for name, kind, _ in cases:
        holders[name].execute(f"BEGIN {kind}")
    began = time.monotonic()
    started = [(name, office.start(folder, "--db", name, *command, answers=typed))
               for name, _, commands in cases for command, typed in commands]
    time.sleep(HELD)
    for name, process in started:
        if process.poll() is not None:
            raise Failed(f"did not wait for the lock on {name}: {office.finish(process)}")
    for holder in holders.values():
        holder.execute("ROLLBACK")
        holder.close()
    for _, process in started:
        run = office.finish(process)
        expect(run.code == 0, run)
    seconds = time.monotonic() - began
    for name in holders:
        dump(folder / name)
    with closing(sqlite3.connect(folder / "office.db")) as connection:
        stored = connection.execute("SELECT count(*) FROM observation WHERE visit = 'EMPTY1'").fetchone()[0]
    expect(stored == records.LEAVES, f"{stored} answers of {records.LEAVES}")
    shutil.rmtree(folder)
    return f"{len(started)} commands waited, and were done {seconds - HELD:.1f} s after it was free"


def readers_during_import(office, _):
    """16 readers at once while a folder is imported: none fails, each sees the state before or that after."""
    folder = office.copy()
    before = _readings(office, folder)
    reader_of = [list(before)[number % len(before)] for number in range(READERS)]
    seen, failures = [[] for _ in reader_of], []
    importing = office.start(folder, "--db", "office.db", "import", "more")

    def read(number):
        try:
            while importing.poll() is None:
                seen[number].append(_reading(office, folder, reader_of[number]))
            seen[number].append(_reading(office, folder, reader_of[number]))
        except Exception as failure:  # Whatever it is, it is told.
            failures.append(f"{reader_of[number]}: {failure!r}")

    threads = [threading.Thread(target=read, args=[number]) for number in range(READERS)]
    for thread in threads:
        thread.start()
    run = office.finish(importing)
    for thread in threads:
        thread.join()
    expect(run.code == 0, run)
    expect(not failures, *failures)
    after = _readings(office, folder)
    meanwhile = 0
    for name, readings in zip(reader_of, seen):
        states = [0 if reading == before[name] else 1 if reading == after[name] else None for reading in readings]
        expect(before[name] != after[name], f"{name} shows nothing of the import")
        expect(None not in states, f"{name} saw a state that is neither that before nor that after")
        expect(states == sorted(states), f"{name} saw the state before again")
        meanwhile += states.count(0)
    expect(meanwhile >= READERS, f"only {meanwhile} readings before the import was done")
    shutil.rmtree(folder)
    return f"{sum(map(len, seen))} readings of {READERS} readers, {meanwhile} of them while it ran"


COMMANDS = {
    "rank": ["rank", "2030", "--format", "csv"],
    "explain": ["explain", "2030", "320281"],
    "query": ["query", "SELECT visit, count(*) AS n, max(id) AS newest FROM observation GROUP BY visit", "--format", "csv"],
}


def _readings(office, folder):
    return {name: _reading(office, folder, name) for name in [*COMMANDS, "another program"]}


def _reading(office, folder, name):
    if name in COMMANDS:
        return office.must(folder, "--db", "office.db", *COMMANDS[name]).out
    with closing(sqlite3.connect(f"file:{folder}/office.db?mode=ro", uri=True, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        return [connection.execute(sql).fetchall() for sql in (
            "SELECT * FROM district_ranking ORDER BY 1, 2, 3", "SELECT count(*), max(id) FROM observation", "SELECT count(*) FROM stale")]


def backup_during_import(office, operations):
    """Backups while a folder is imported: each is whole, and holds the state before or that after."""
    importing = next(operation for operation in operations if operation.title == "import")
    made = [0, 0]
    folder = office.copy()
    sound = [_checked(office, folder)]
    importing.start_and_finish(folder)
    sound.append(_checked(office, folder))
    shutil.rmtree(folder)
    for attempt in range(max(2, office.tries // 3)):
        folder = office.copy()
        process = importing.start(folder)
        copies = []
        while process.poll() is None or not copies:
            copies.append(f"backup-{len(copies)}.db")
            office.must(folder, "--db", "office.db", "backup", copies[-1])
        run = office.finish(process)
        expect(run.code == 0, run)
        expect(importing.state(folder) == 1, "the import did not end as it should")
        for copy in copies:
            found = dump(folder / copy)
            expect(found in importing.states, f"{folder}/{copy} holds neither the state before nor that after")
            made[importing.states.index(found)] += 1
            # Gaps of the records are found, too (exit code 2); a fault of the file is what no whole database has.
            run = office.run(folder, "--db", copy, "check", "--format", "csv")
            expect(run.out in sound and run.code in (0, 2), "check:", run)
        shutil.rmtree(folder)
    expect(made[0], "no backup was made while the import ran")
    return f"{sum(made)} backups in {attempt + 1} imports, {made[0]} with the state before it, {made[1]} with that after it"


def _checked(office, folder):
    return office.run(folder, "--db", "office.db", "check", "--format", "csv").out


FAULTS = [second_writer, readers_during_import, backup_during_import]
