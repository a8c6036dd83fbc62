"""Files and folders that may not be written."""

import os
import re
import shutil
import signal

import records
from dump import dump, is_hot
from office import Skipped, expect

READING = [
    ["rank", "2022"], ["explain", "2022", "320281"], ["query", "SELECT count(*) AS n FROM observation"], ["search", "会议"],
    ["visit", "list"], ["rules", "list"], ["schema", "visit"], ["finding", "list"], ["sheet", "WHOLE", "--as", "P01"],
]
WRITING = [
    ["score", "EMPTY1", "A1", "2", "--item", "A1-1", "--reason", "复核", "--as", "P01"],
    ["record", "EMPTY1", "--as", "P01"],
    ["visit", "submit", "WHOLE", "--as", "P01"],
    ["import", "more"],
    ["merge", "group.db"],
    ["field", "checkout", "G1", "new.db"],
    ["recompute", "2022"],
]
REFUSED = {"zh": re.compile(r"kaohe: .*(只读|不能写|写不|不能写入).*；.*权限"),
           "en": re.compile(r"kaohe: .*(read-only|can't write|nothing can be written).*; .*permi")}


def read_only(office, _):
    """Reading commands work as before, writing ones refuse."""
    user = _plain_user()
    # What each prints where everything may be written.
    folder = office.copy()
    wanted = {tuple(command): office.must(folder, "--db", "office.db", *command).out for command in READING}
    shutil.rmtree(folder)
    places = {"a file": (0o444, 0o777), "a folder": (0o666, 0o555), "both": (0o444, 0o555)}
    number = 0
    for place, (file_mode, folder_mode) in places.items():
        folder = office.copy()
        for path in folder.rglob("*"):
            path.chmod(0o755 if path.is_dir() else file_mode if path.name == "office.db" else 0o666)
        folder.chmod(folder_mode)
        before = (folder / "office.db").read_bytes()
        for command in READING + WRITING:
            for language in ("zh", "en"):
                number += 1
                _try(office, folder, place, command, language, user, wanted)
                expect((folder / "office.db").read_bytes() == before, f"{place}: {command} changed the file")
        folder.chmod(0o755)
        shutil.rmtree(folder)
    return f"{number} commands at {len(places)} places"


def _try(office, folder, place, command, language, user, wanted):
    answers = records.answers(2) if command[0] == "record" else None
    run = office.run(folder, "--db", "office.db", *command, answers=answers, language=language, user=user)
    if command in READING:
        expect(run.code == 0 and (language == "en" or run.out == wanted[tuple(command)]), f"{place}: reads otherwise:", run)
    else:
        expect(run.code == 1 and REFUSED[language].search(run.err), f"{place}: no clear refusal:", run)


def left_over_logs(office, _):
    """What a killed process left beside a file that can't be written is not overlooked: it is read, or it is refused."""
    user = _plain_user()
    office.need_preload()
    counts = []
    for database in ("office.db", "new-group.db"):
        def trial(generator):
            folder = _killed(office, database, generator.randint(20, 120))
            state = dump(folder / database)
            for path in folder.iterdir():
                path.chmod(0o555 if path.is_dir() else 0o444)
            folder.chmod(0o555)
            run = office.run(folder, "--db", database, "query", "SELECT count(*) AS n FROM observation", "--format", "csv",
                             user=user)
            stored = len(re.findall("^observation ", state, re.MULTILINE))
            if run.code == 0:
                expect(run.out.split() == ["n", str(stored)], f"{folder}: {stored} observations were stored:", run)
            else:
                expect(run.code == 1 and REFUSED["zh"].search(run.err), f"{folder}:", run)
            ranking = office.run(folder, "--db", database, "rank", "2030", user=user)
            expect(ranking.code == run.code, f"{folder}: one reads, the other refuses:", run, ranking)
            folder.chmod(0o755)
            shutil.rmtree(folder)
            return run.code == 0

        read = office.each(f"left/{database}", trial)
        # SQLite can read a log without writing, but not a database whose journal is to be rolled back.
        expect(any(read) == (database == "office.db"), f"{database}: {sum(read)} of {len(read)} were read")
        counts.append(f"{database} {len(read)} ({sum(read)} read, {len(read) - sum(read)} refused)")
    return "; ".join(counts)


def _killed(office, database, at):
    """A folder in which `record` was killed at that write, or at the next one that leaves a log or a hot journal."""
    while True:
        folder = office.copy()
        run = office.run(folder, "--db", database, "record", "EMPTY1", "--as", "P01", answers=records.answers(),
                         faults={"kill": at})
        expect(run.code == -signal.SIGKILL, run)
        if is_hot(folder / database):
            return folder
        shutil.rmtree(folder)
        at += 1


def _plain_user():
    """What starts a program as a user whom modes bind."""
    if os.geteuid() != 0:
        return ()
    if not shutil.which("setpriv"):
        raise Skipped("root may write everything, and setpriv of util-linux is not there")
    return ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")


FAULTS = [read_only, left_over_logs]
