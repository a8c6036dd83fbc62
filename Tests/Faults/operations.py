"""The commands that write, each with what it writes to, and the states that it may leave."""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor

import records
from dump import Unsound, difference, dump
from office import Failed, expect


class Operation:
    """One command on the database `name`.db of the templates, or on a new one where there is no such template."""

    def __init__(self, office, title, name, *arguments, answers=None, between=(), copies=(), untouched=()):
        self.office, self.title, self.database = office, title, f"{name}.db"
        self.arguments = ["--db", self.database, *arguments]
        self.answers = answers
        # Templates of what may be there instead: an empty database that records will go into.
        self.between = list(between)
        # Files that it makes, by pattern, which may be there as a whole, equal to a template, or not at all.
        self.copies = dict(copies)
        self.untouched = list(untouched)
        self._learn()

    def _learn(self):
        """Runs it undisturbed, to know what it makes, and by how many writes."""
        before = self.office.dumps.get(self.database)
        folder = self.folder()
        count = folder / "count"
        faults = {"count": count} if self.office.preload else None
        run = self.start_and_finish(folder, faults=faults)
        expect(run.code == 0, run)
        self.writes = int(count.read_text()) if faults else 0
        self.size = (folder / self.database).stat().st_size
        self.states = [before, *(self.office.dumps[name] for name in self.between)]
        if self.answers:
            part = self.folder()
            for answer in self.answers[:-1]:
                self.start_and_finish(part, answers=[answer])
                self.states.append(dump(part / self.database))
            shutil.rmtree(part)
        after = dump(folder / self.database)
        if after not in self.states:
            self.states.append(after)
        shutil.rmtree(folder)

    def folder(self):
        return self.office.copy()

    def start(self, folder, **options):
        options.setdefault("answers", self.answers)
        return self.office.start(folder, *self.arguments, **options)

    def start_and_finish(self, folder, **options):
        return self.office.finish(self.start(folder, **options))

    def state(self, folder):
        """The position of the state that is there: 0 is that before, -1 … the last one is that after.

        - Throws: where the database is damaged or its state is none of those.
        """
        try:
            found = dump(folder / self.database)
            for pattern, template in self.copies.items():
                for made in folder.glob(pattern):
                    expect(dump(made) == self.office.dumps[template], f"{made.name} is there in part")
            for name in self.untouched:
                expect(dump(folder / name) == self.office.dumps[name], f"{name} was changed")
        except Unsound as error:
            raise Failed(error) from error
        if found not in self.states:
            nearest = min(self.states, key=lambda state: len(set((state or "").split("\n")) ^ set((found or "").split("\n"))))
            raise Failed(f"the state is neither that before nor that after:\n{difference(nearest, found)}")
        return self.states.index(found)

    def check(self, folder, run):
        """That what is there is before or after, with every answer that was acknowledged, and can be gone on with.

        - Returns: the position of the state.
        """
        position = self.state(folder)
        if self.answers:
            expect(run.acknowledged <= position <= run.acknowledged + 1,
                   f"{run.acknowledged} answers were acknowledged, {position} are there")
        self.go_on(folder, position)
        return position

    def go_on(self, folder, position):
        """The next command needs no help, and ends as if nothing had happened."""
        if len(self.states) == 1:
            # It makes nothing but a file; where that is there, another one.
            arguments = self.arguments[:-1] + ["again-" + self.arguments[-1]]
            self.office.must(folder, *arguments)
        elif position < len(self.states) - 1:
            run = self.start_and_finish(folder, answers=self.answers and self.answers[position:])
            expect(run.code == 0, "the same command again:", run)
        end = self.state(folder)
        expect(end == len(self.states) - 1, f"gone on with, it ends in state {end} of {len(self.states) - 1}")
        if self.office.dumps.get(self.database):
            run = self.office.must(folder, "--db", self.database, "rank", "2022")
            expect("江阴市" in run.out, run)


def operations(office):
    answers = records.answers()
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return list(pool.map(lambda arguments: Operation(office, *arguments[0], **arguments[1]), [
            (("import", "office", "import", "more"), {}),
            (("import into a new database", "new", "import", "records"), {"between": ["empty.db"]}),
            (("record", "office", "record", "EMPTY1", "--as", "P01"), {"answers": answers}),
            (("record in a group's copy", "new-group", "record", "EMPTY1", "--as", "P01"), {"answers": answers}),
            (("import in a group's copy", "new-group", "import", "field", "--as", "P01"), {}),
            (("submit", "office", "visit", "submit", "WHOLE", "--as", "P01"), {}),
            (("merge", "office", "merge", "group.db"), {"untouched": ["group.db"]}),
            # It may be there although there was no room to open it in the end.
            (("init", "new", "init"), {"between": ["empty.db"]}),
            (("migration", "old", "init"), {"copies": {"old.schema-10*.db": "old.db"}}),
            (("backup", "office", "backup", "backup.db"), {"copies": {"*backup.db": "office.db"}}),
            (("restore", "office", "restore", "demo.db", "--yes"),
             {"copies": {"*.before-restore-*.db": "office.db"}, "untouched": ["demo.db"]}),
        ]))
