"""There is no room left while the program writes."""

import os
import re
import shutil
import subprocess

from office import Failed, Skipped, expect

# What, and what to do about it.
WORDS = {"zh": re.compile(r"kaohe: .*(磁盘已满|读写|写不).*；.*空间"), "en": re.compile(r"kaohe: .*(disk is full|reading or writing|can't write).*; .*(room|space)")}


def full_at_writes(office, operations):
    """From a random write on, nothing more can be written (ENOSPC)."""
    office.need_preload()

    def trial(operation, generator):
        at = 1 if generator.is_first else generator.randint(1, operation.writes)
        return _tried(operation, operation.folder(), generator, f"write {at} of {operation.writes}", faults={"full": at})

    return _counted(office, operations, "full", trial)


def limited_files(office, operations):
    """Files may not grow beyond a random size (RLIMIT_FSIZE)."""
    if not shutil.which("prlimit"):
        raise Skipped("prlimit of util-linux is not there")

    def trial(operation, generator):
        limit = _size(generator, operation)
        # Python ignores SIGXFSZ, and so does what it starts.
        return _tried(operation, operation.folder(), generator, f"{limit} bytes a file",
                      user=("prlimit", f"--fsize={limit}"), restore_signals=False)

    return _counted(office, operations, "limit", trial)


def full_disk(office, operations):
    """A disk of its own (tmpfs) with little room."""
    if os.environ.get("FAULTS_NAMESPACE") != "1":
        raise Skipped("needs root, and the right to mount (unshare -m)")

    def trial(operation, generator):
        disk = office.copy()
        folder = disk / "disk"
        folder.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "faults", str(folder)], check=True)
        try:
            for path in [path for path in disk.iterdir() if path != folder]:
                shutil.move(path, folder / path.name)
            room = _size(generator, operation)
            free = os.statvfs(folder)
            ballast = folder / "ballast"
            ballast.write_bytes(b"\0" * max(0, free.f_bavail * free.f_bsize - room))
            return _tried(operation, folder, generator, f"{room} bytes of room", make_room=ballast.unlink)
        finally:
            subprocess.run(["umount", "-l", str(folder)], check=True)

    return _counted(office, operations, "disk", trial)


def _size(generator, operation):
    """Between nothing and enough: as often 8 to 16 KB as 1 to 2 MB."""
    return 0 if generator.is_first else int(4096 * (2 * operation.size / 4096) ** generator.random()) // 512 * 512


def _tried(operation, folder, generator, place, make_room=lambda: None, **options):
    language = generator.choice(["zh", "en"])
    run = operation.start_and_finish(folder, language=language, **options)
    make_room()
    try:
        position = operation.check(folder, run)
        last = len(operation.states) - 1
        if run.code == 0:
            expect(position == last, f"state {position} of {last}, but exit code 0:", run)
        else:
            expect(run.code == 1 and WORDS[language].search(run.err), "no clear refusal:", run)
            expect(operation.answers or operation.between or position == 0, "refused, but stored:", run)
    except Failed as failure:
        raise Failed(f"{place} ({folder}): {failure}") from failure
    shutil.rmtree(folder, ignore_errors=True)
    return run.code == 1


def _counted(office, operations, name, trial):
    counts = []
    for operation in operations:
        refused = office.each(f"{name}/{operation.title}", lambda generator: trial(operation, generator))
        expect(any(refused), f"{operation.title} was never refused in {len(refused)} tries")
        counts.append(f"{operation.title} {len(refused)} ({sum(refused)} refused)")
    return "; ".join(counts)


FAULTS = [full_at_writes, limited_files, full_disk]
