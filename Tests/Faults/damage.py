"""Files that were damaged: by a disk, by a copy that was broken off, by a hand."""

import re
import shutil

import records
from office import expect
from read_only import READING, WRITING

SAID = {"zh": re.compile(r"kaohe: .*(已损坏|不是数据库|空文件).*；.*备份"),
        "en": re.compile(r"kaohe: .*(damaged|is no database|is empty).*; .*backup")}


def damaged_files(office, _):
    """A damaged file is said to be one; no command crashes, shows other figures, or writes into it."""
    folder = office.copy()
    wanted = {tuple(command): office.must(folder, "--db", "office.db", *command).out for command in READING}
    shutil.rmtree(folder)
    whole = (office.before / "office.db").read_bytes()
    counts = {}

    def trial(generator):
        kind = generator.choice(list(KINDS))
        damaged = KINDS[kind](whole, generator)
        language = generator.choice(["zh", "en"])
        for command in generator.sample(READING + WRITING + [["init"]], 5):
            folder = office.copy()
            (folder / "office.db").write_bytes(damaged)
            answers = records.answers(3) if command[0] == "record" else None
            run = office.run(folder, "--db", "office.db", *command, answers=answers, language=language)
            place = f"{kind}, {language} ({folder}):"
            if run.code == 1:
                expect(SAID[language].search(run.err), place, "not said clearly:", run)
                expect((folder / "office.db").read_bytes() == damaged, place, "the file was changed by", run)
                counts[kind] = counts.get(kind, 0) + 1
            else:
                # The pages that it read were sound.
                expect(run.code == 0, place, run)
                expect(not damaged or command == ["init"] or kind == "a page", place, "not noticed:", run)
                if command in READING and language == "zh":
                    expect(run.out == wanted[tuple(command)], place, "other figures:", run)
            shutil.rmtree(folder)

    office.each("damage", trial, 4 * office.tries)
    return "; ".join(f"{kind} {count} refused" for kind, count in sorted(counts.items()))


def _page(whole, generator):
    """A page of random bytes, or of zeros."""
    size = int.from_bytes(whole[16:18], "big")
    at = generator.randrange(1, len(whole) // size) * size
    return whole[:at] + (generator.randbytes(size) if generator.random() < 0.5 else bytes(size)) + whole[at + size:]


def _header(whole, generator):
    at = generator.randrange(16)
    return whole[:at] + bytes([whole[at] ^ 1 << generator.randrange(8)]) + whole[at + 1:]


KINDS = {
    "a page": _page,
    "a header": _header,
    "a file cut off": lambda whole, generator: whole[:generator.randrange(1, len(whole))],
    "an empty file": lambda whole, generator: b"",
}

FAULTS = [damaged_files]
