"""The program under test, and the databases that faults are tried on."""

import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import records
from dump import dump

MIGRATIONS = Path(__file__).parents[2] / "Migrations"


class Failed(Exception):
    """What differs from what was promised."""


class Skipped(Exception):
    """Why a fault can't be made here."""


def expect(holds, *problem):
    if not holds:
        raise Failed(" ".join(str(part) for part in problem))


class Office:
    """A folder of templates (`before`), copied for each try, and the program that works on the copies."""

    def __init__(self, kaohe, root, seed, tries):
        self.root, self.seed, self.tries = Path(root), seed, tries
        # A copy that any user may start, and that nobody builds anew meanwhile.
        self.kaohe = str(shutil.copy(kaohe, self.root / "kaohe"))
        os.chmod(self.root, 0o755)
        self.preload = self._build_preload()
        self.before = self.root / "before"
        self._make()

    # What runs.

    def start(self, folder, *arguments, answers=None, language="zh", faults=None, user=(), **options):
        environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no",
                       **{f"FAULT_{key.upper()}": str(value) for key, value in (faults or {}).items()}}
        if faults:
            environment["LD_PRELOAD"] = self.need_preload()
        for name in ("KAOHE_ACTOR", "KAOHE_DB"):
            environment.pop(name, None)
        typed = None if answers is None else "".join(line + "\n" for line in answers).encode()
        source = tempfile.TemporaryFile(dir=self.root)
        source.write(typed or b"")
        source.seek(0)
        return subprocess.Popen(
            [*user, self.kaohe, "--lang", language, *map(str, arguments)], cwd=folder, env=environment, stdin=source,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)

    def finish(self, process, seconds=120):
        """Waits for a process; no command may hang."""
        try:
            out, err = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise Failed(f"{' '.join(process.args)} took over {seconds} s") from None
        return Run(process.args, process.returncode, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"))

    def run(self, folder, *arguments, **options):
        return self.finish(self.start(folder, *arguments, **options))

    def must(self, folder, *arguments, **options):
        """Runs what has to go well."""
        run = self.run(folder, *arguments, **options)
        expect(run.code == 0, run)
        return run

    def need_preload(self):
        if self.preload is None:
            raise Skipped("no C compiler (cc, gcc or clang) is there to make the library that injects it")
        return self.preload

    def _build_preload(self):
        compiler = next(filter(None, map(shutil.which, ("cc", "gcc", "clang"))), None)
        if compiler is None:
            return None
        library = str(self.root / "fault.so")
        source = str(Path(__file__).with_name("fault.c"))
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
        return library

    # What it works on.

    def copy(self, *names):
        """A new folder with these of the templates, all of them without names."""
        folder = Path(tempfile.mkdtemp(dir=self.root))
        for name in names or [path.name for path in self.before.iterdir()]:
            path = self.before / name
            (shutil.copytree if path.is_dir() else shutil.copy)(path, folder / name)
        return folder

    def _make(self):
        """office.db: all kinds of records; group.db: a group's copy, with what was recorded in it; old.db: schema 10."""
        self.before.mkdir()
        office, group = ["--db", "office.db"], ["--db", "group.db"]
        self.must(self.before, "demo", "demo", *office)
        (self.before / "demo" / "records").rename(self.before / "records")
        (self.before / "demo").rmdir()
        self.must(self.before, *office, "backup", "demo.db")
        records.draft_year().write(self.before / "year")
        records.correction(visits=120).write(self.before / "more")
        records.correction(visits=60, groups=("G1",)).write(self.before / "field")
        self.must(self.before, *office, "import", "year")
        self.must(self.before, "--db", "empty.db", "init")
        self.must(self.before, *office, "field", "checkout", "G1", "group.db")
        shutil.copy(self.before / "group.db", self.before / "new-group.db")
        self.must(self.before, *group, "import", "field", "--as", "P01")
        self.must(self.before, *group, "record", "EMPTY2", "--as", "P01", answers=records.answers())
        _make_old(self.before / "office.db", self.before / "old.db", schema=10)
        self.dumps = {path.name: dump(path) for path in self.before.glob("*.db")}

    # How often.

    def each(self, name, trial, count=None):
        """Runs `trial(generator)` with as many seeded generators, as many at once as there are cores. Of the first of them
        `is_first` is true: it is to take the hardest case.

        - Returns: what the trials returned.
        """
        def one(number):
            generator = Random(f"{self.seed}/{name}/{number}")
            generator.is_first = number == 0
            try:
                return trial(generator)
            except Failed as failure:
                raise Failed(f"try {number} of {name}: {failure}") from failure

        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            return list(pool.map(one, range(count or self.tries)))


class Run:
    """What a process did."""

    def __init__(self, arguments, code, out, err):
        self.arguments, self.code, self.out, self.err = arguments, code, out, err

    @property
    def acknowledged(self):
        """How many answers of `record` the output said to be stored."""
        return len(re.findall(r"^ *✓ ", self.out, re.MULTILINE))

    def __str__(self):
        arguments = [str(argument) for argument in self.arguments]
        return f"{' '.join(arguments[arguments.index('--lang') + 2:])} → {self.code}\n    {self.out[-300:]}{self.err[-600:]}"


def _make_old(newest, path, schema):
    """The records of a database as a program of an older schema would have them."""
    with sqlite3.connect(path, isolation_level=None) as connection:
        for file in sorted(MIGRATIONS.glob("*.sql"))[:schema]:
            connection.executescript(file.read_text(encoding="utf-8"))
        connection.execute("ATTACH ? AS newest", [str(newest)])
        connection.execute("BEGIN")
        # Without the entries that the filling would make; the log's own rows are copied.
        triggers = connection.execute("SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        names = [name for name, in connection.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'")
                 if not name.startswith("sqlite_")]
        for name in names:
            columns = ", ".join(
                column for column, in connection.execute(
                    "SELECT name FROM main.pragma_table_info(?) INTERSECT SELECT name FROM newest.pragma_table_info(?)",
                    [name, name]))
            connection.execute(f"INSERT OR REPLACE INTO main.{name} ({columns}) SELECT {columns} FROM newest.{name}")
        for _, sql in triggers:
            connection.execute(sql)
        connection.execute("COMMIT")
        application = connection.execute("PRAGMA newest.application_id").fetchone()[0]
        connection.execute("DETACH newest")
        connection.execute(f"PRAGMA application_id = {application}")
        connection.execute(f"PRAGMA user_version = {schema}")
        connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
