"""The program is killed (SIGKILL) while it writes."""

import shutil
import signal
import time

from dump import is_hot
from office import Failed, expect


def killed_at_writes(office, operations):
    """SIGKILL in the middle of a random write: the state before or after, and one goes on."""
    office.need_preload()
    counts = []
    for operation in operations:
        def trial(generator):
            at = generator.randint(1, operation.writes)
            folder = operation.folder()
            run = operation.start_and_finish(folder, faults={"kill": at})
            expect(run.code in (-signal.SIGKILL, 0), f"killed at write {at}:", run)
            return _check(operation, folder, run, f"write {at} of {operation.writes}")

        counts.append(_counted(operation, office.each(f"writes/{operation.title}", trial)))
    return "; ".join(counts)


def killed_at_moments(office, operations):
    """SIGKILL at a random moment, from without."""
    counts = []
    for operation in operations:
        folder = operation.folder()
        began = time.monotonic()
        operation.start_and_finish(folder)
        seconds = time.monotonic() - began
        shutil.rmtree(folder)

        def trial(generator):
            after = generator.uniform(0, 1.2 * seconds)
            folder = operation.folder()
            process = operation.start(folder)
            time.sleep(after)
            process.kill()
            run = office.finish(process)
            expect(run.code in (-signal.SIGKILL, 0), f"killed after {after:.3f} s:", run)
            return _check(operation, folder, run, f"{after:.3f} s")

        counts.append(_counted(operation, office.each(f"moments/{operation.title}", trial, max(2, office.tries // 3))))
    return "; ".join(counts)


def _check(operation, folder, run, place):
    left = is_hot(folder / operation.database)
    try:
        stored = operation.check(folder, run) > len(operation.between)
    except Failed as failure:
        raise Failed(f"killed at {place} ({folder}): {failure}") from failure
    shutil.rmtree(folder)
    return left, stored


def _counted(operation, results):
    left, stored = (sum(part) for part in zip(*results))
    return f"{operation.title} {len(results)} ({left} left a log or hot journal, {stored} had stored)"


FAULTS = [killed_at_writes, killed_at_moments]
