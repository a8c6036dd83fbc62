"""Runs programs and says what they took."""

import dataclasses
import os
import statistics
import subprocess
import tempfile
import time


class Refused(Exception):
    """A command that did not do what it was asked: nothing that follows would mean anything."""


@dataclasses.dataclass
class Run:
    """What one process took. `between` is the time from its first output to its last."""

    seconds: float
    cpu: float
    peak_kb: int
    between: float = 0.0


def run(argv, stdin=None, follows_output=False):
    """Runs a command to its end, its output thrown away; raises `Refused` with its own words where it fails.

    Peak memory is ru_maxrss of this very child, by wait4. What this script itself holds when it forks is its lower
    bound (about 15 MB), so nothing big is ever read into it.
    """
    with tempfile.TemporaryFile() as errors, open(stdin or os.devnull, "rb") as answers:
        begin = time.perf_counter()
        output = subprocess.PIPE if follows_output else subprocess.DEVNULL
        child = subprocess.Popen(argv, stdin=answers, stdout=output, stderr=errors)
        first = last = None
        if follows_output:
            while os.read(child.stdout.fileno(), 1 << 16):
                last = time.perf_counter()
                first = first or last
            child.stdout.close()
        _, status, usage = os.wait4(child.pid, 0)
        end = time.perf_counter()
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            errors.seek(0)
            words = errors.read(4000).decode(errors="replace")
            raise Refused(f"{' '.join(argv)[:300]}\nended with {child.returncode}:\n{words}")
    return Run(end - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, (last - first) if first else 0)


class Samples:
    """Several runs of one thing. The least is what it costs; the median says how restless the machine was."""

    def __init__(self):
        self.runs = []

    def add(self, one):
        self.runs.append(one)

    @property
    def least(self):
        return min(run.seconds for run in self.runs)

    @property
    def median(self):
        return statistics.median(run.seconds for run in self.runs)

    @property
    def cpu(self):
        return min(run.cpu for run in self.runs)

    @property
    def peak_mb(self):
        return max(run.peak_kb for run in self.runs) / 1024

    def plain(self):
        return [dataclasses.asdict(run) for run in self.runs]


def interleaved(count, tasks):
    """Runs each task `count` times, in turn, the order turned round every time, so that both see the same machine.

    `tasks` has a name for each, and a function of the round that returns a `Run`.
    """
    samples = {name: Samples() for name in tasks}
    for number in range(count):
        names = list(tasks) if number % 2 == 0 else list(tasks)[::-1]
        for name in names:
            samples[name].add(tasks[name](number))
    return samples
