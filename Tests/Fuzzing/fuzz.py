"""Hands random inputs to Kaohe, and watches over it: `fuzz.py BINARY SECONDS [CLASS …] [--seed N] [--keep FOLDER]`.

Each class runs for so many seconds in a process of its own (kaohe-fuzz), which is started again after it was ended. Found is:
a crash; an input that takes more than 5 seconds of the processor, or a minute in all; memory above 1 GB; whatever the process
itself finds not to hold (a refusal without a place, something stored though it was refused, …). The input of each finding is
kept. The exit code is 2 where anything was found. Linux only.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

CLASSES = ["rules", "csv", "xlsx", "values", "merge"]
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
MOST_SECONDS, MOST_WAIT, MOST_BYTES = 5, 60, 1 << 30


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident_bytes(pid):
    with open(f"/proc/{pid}/statm") as file:
        return int(file.read().split()[1]) * PAGE


def inputs_done(folder):
    try:
        with open(f"{folder}/progress") as file:
            return [int(number) for number in file.read().split()] or [0, 0, 0]
    except FileNotFoundError:
        return [0, 0, 0]


def watch(process, folder):
    """Waits for the end of a process; what it did wrong, or nothing, and the most memory that it had."""
    most, last, since, start = 0, -1, 0.0, time.monotonic()
    while process.poll() is None:
        time.sleep(0.05)
        try:
            used, memory = processor_seconds(process.pid), resident_bytes(process.pid)
        except (FileNotFoundError, ProcessLookupError, IndexError):
            continue
        most = max(most, memory)
        done = inputs_done(folder)[0]
        if done != last:
            last, since, start = done, used, time.monotonic()
        wrong = None
        if memory > MOST_BYTES:
            wrong = f"memory of {memory >> 20} MB"
        # What comes before the first input makes databases.
        elif done > 0 and used - since > MOST_SECONDS:
            wrong = f"more than {MOST_SECONDS} s of the processor"
        elif time.monotonic() - start > MOST_WAIT:
            wrong = f"nothing done for {MOST_WAIT} s"
        if wrong:
            process.kill()
            process.wait()
            return wrong, most
    return (None if process.returncode in (0, 2) else f"ended with {process.returncode}"), most


def run(binary, name, seconds, seed, keep):
    """All runs of one class: counts, the most memory, and what was found."""
    end = time.monotonic() + seconds
    inputs = accepted = refused = most = runs = 0
    findings = []
    codes = ""
    while time.monotonic() < end and len(findings) < 20:
        base = "/dev/shm" if os.path.isdir("/dev/shm") else None
        folder = tempfile.mkdtemp(prefix="kaohe-fuzz-", dir=base)
        environment = dict(os.environ, SWIFT_BACKTRACE="enable=no")
        command = [binary, name, folder, str(seed + runs), str(max(1, end - time.monotonic()))]
        with open(f"{folder}/output", "w") as output:
            process = subprocess.Popen(command, stdout=output, stderr=output, env=environment)
            try:
                wrong, memory = watch(process, folder)
            finally:
                process.kill()
                process.wait()
        most = max(most, memory)
        numbers = inputs_done(folder)
        inputs, accepted, refused = inputs + numbers[0], accepted + numbers[1], refused + numbers[2]
        with open(f"{folder}/output", errors="replace") as output:
            text = output.read()
        for line in text.splitlines():
            if line.startswith("finding: "):
                findings.append(line[9:])
            elif line.startswith("codes: "):
                codes = line[7:]
        place = f"{keep}/{name}-{seed + runs}"
        if wrong:
            findings.append(f"{wrong}: {place}/current; {text[-300:]}")
        if wrong or process.returncode == 2:
            shutil.copytree(folder, place, dirs_exist_ok=True, ignore=shutil.ignore_patterns("work"))
        shutil.rmtree(folder, ignore_errors=True)
        runs += 1
        if not wrong and process.returncode not in (0, 2):
            break
    print(
        f"{name}: {inputs} inputs in {seconds:.0f} s, {accepted} accepted, {refused} refused "
        f"for {len(codes.split(', '))} kinds of problem, at most {most >> 20} MB, {runs} runs, {len(findings)} findings"
    )
    for finding in findings:
        print("  " + finding[:500].replace("\x1b", "\\e"))
    sys.stdout.flush()
    return findings


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary")
    parser.add_argument("seconds", type=float)
    parser.add_argument("classes", nargs="*", default=CLASSES)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--keep", default=".build/fuzzing")
    options = parser.parse_args()
    os.makedirs(options.keep, exist_ok=True)
    print(f"seed {options.seed}; inputs of findings are kept in {options.keep}")
    found = [run(options.binary, name, options.seconds, options.seed, options.keep) for name in options.classes]
    sys.exit(2 if any(found) else 0)


if __name__ == "__main__":
    main()
