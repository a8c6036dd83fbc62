"""Makes faults and looks at what they leave: `make test-faults`, or run.py KAOHE [--seed N] [--tries N] [NAME …].

A line a fault; exit 1 with what differed. The same seed makes the same faults (but those at moments).
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

import clock
import damage
import full_disk
import kills
import read_only
import together
from office import Failed, Office, Skipped
from operations import operations

FAULTS = [fault for module in (kills, full_disk, read_only, damage, clock, together) for fault in module.FAULTS]


def enter_namespace():
    """Starts again where file systems can be mounted that nobody else sees, if that is permitted."""
    unshare = ["unshare", "-m", "--propagation", "private"]
    if "FAULTS_NAMESPACE" in os.environ or os.geteuid() != 0 or not shutil.which("unshare"):
        return
    is_permitted = subprocess.run([*unshare, "mount", "-t", "tmpfs", "faults", "/mnt"], capture_output=True, check=False)
    os.environ["FAULTS_NAMESPACE"] = "0" if is_permitted.returncode else "1"
    if is_permitted.returncode == 0:
        os.execvp(unshare[0], [*unshare, sys.executable, *sys.argv])


def main():
    enter_namespace()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kaohe", help="the program")
    parser.add_argument("names", nargs="*", help="only these faults: " + ", ".join(fault.__name__ for fault in FAULTS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tries", type=int, default=4, help="of each command at each fault")
    options = parser.parse_intermixed_args()
    os.environ.update(LANG="C.UTF-8", LC_ALL="C.UTF-8")
    chosen = [fault for fault in FAULTS if not options.names or fault.__name__ in options.names]
    root = tempfile.mkdtemp(prefix="kaohe-faults-")
    failed = 0
    began = time.monotonic()
    office = Office(os.path.abspath(options.kaohe), root, options.seed, options.tries)
    writing = operations(office)
    print(f"seed {options.seed}, prepared in {time.monotonic() - began:.0f} s", flush=True)
    for fault in chosen:
        began = time.monotonic()
        try:
            result = "ok: " + fault(office, writing)
        except Skipped as reason:
            result = f"skipped: {reason}"
        except Failed as failure:
            failed += 1
            result = f"FAILED: {failure}\n    again: {sys.argv[0]} {options.kaohe} --seed {options.seed} --tries {options.tries} {fault.__name__}"
        print(f"{fault.__name__} ({time.monotonic() - began:.0f} s) {result}", flush=True)
    if failed:
        print(f"{failed} of {len(chosen)} faults; what they left is in {root}")
        sys.exit(1)
    shutil.rmtree(root)


main()
