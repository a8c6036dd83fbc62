"""The work folder: folders of records and databases, gigabytes of them, which are kept from one run to the next."""

import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import sys

from .process import Refused, run

SOURCES = pathlib.Path(__file__).parent.parent / "Sources"


def say(text):
    print(text, file=sys.stderr, flush=True)


class Workspace:
    """Makes what is missing, or was made with other options, another generator or another schema."""

    def __init__(self, folder, kaohe, generate):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.kaohe = str(pathlib.Path(kaohe).resolve())
        self.generate = str(pathlib.Path(generate).resolve())
        sources = hashlib.sha256()
        for file in sorted(SOURCES.rglob("*.swift")):
            sources.update(file.read_bytes())
        self.generator = sources.hexdigest()[:16]
        self.schema = self._schema()

    def path(self, name):
        return str(self.folder / name)

    def _schema(self):
        """The versions of the schema and of the engine; results of another engine would be computed anew on the way."""
        demo = self.demo("probe")
        versions = [value(demo, "PRAGMA user_version"), value(demo, "SELECT max(engine_version) FROM assessment_result")]
        shutil.rmtree(self.path("probe"))
        return versions

    def demo(self, name):
        """A new folder with the demo; the path of its database."""
        shutil.rmtree(self.path(name), ignore_errors=True)
        run([self.kaohe, "demo", self.path(name)])
        return self.path(name) + "/demo.db"

    def is_made(self, name, made_of):
        """Whether the thing is there, and was made of this; else whatever is there is taken away."""
        mark = self.folder / (name + ".made")
        if mark.exists() and (self.folder / name).exists() and json.loads(mark.read_text()) == made_of:
            return True
        mark.unlink(missing_ok=True)
        if os.path.isdir(self.path(name)):
            shutil.rmtree(self.path(name))
        else:
            remove(self.path(name))
        return False

    def mark(self, name, made_of):
        (self.folder / (name + ".made")).write_text(json.dumps(made_of))

    def records(self, name, **options):
        """A folder that kaohe-generate writes."""
        words = [word for key, number in options.items() for word in (f"--{key}", str(number))]
        made_of = {"options": words, "generator": self.generator}
        if not self.is_made(name, made_of):
            say(f"writing {name}: {' '.join(words)}")
            run([self.generate, *words, self.path(name)])
            self.mark(name, made_of)
        return self.path(name)

    def database(self, name, records, folders):
        """A database into which these folders of the records were imported, in order."""
        made_of = {
            "records": json.loads((self.folder / (os.path.basename(records) + ".made")).read_text()),
            "folders": folders, "schema": self.schema,
        }
        if not self.is_made(name, made_of):
            for folder in folders:
                say(f"{name}: importing {folder}")
                self.importing(self.path(name), f"{records}/{folder}")
            self.mark(name, made_of)
        return self.path(name)

    def importing(self, database, folder):
        return run([self.kaohe, "import", folder, "--db", database])

    def copy(self, source, name):
        """A copy to write to, under another name."""
        target = self.path(name)
        remove(target)
        if os.path.exists(source + "-wal") and os.path.getsize(source + "-wal") > 0:
            raise Refused(f"{source}-wal holds changes: some program has not closed the database")
        shutil.copyfile(source, target)
        return target


def remove(database):
    for end in ("", "-wal", "-shm", "-journal"):
        pathlib.Path(database + end).unlink(missing_ok=True)


def value(database, query, *parameters):
    """The first column of the first row."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return connection.execute(query, parameters).fetchone()[0]
    finally:
        connection.close()
