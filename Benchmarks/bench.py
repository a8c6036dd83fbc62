#!/usr/bin/env python3
"""Measures Kaohe and prints one table: `make bench`, `make bench-small`. See docs/performance.md.

Each figure stands beside what it is compared with, run in turn with it: absolute times depend on the machine and on
what else it does, ratios much less. Only the standard library; needs the sqlite3 shell. A command that refuses ends it,
with 1.
"""

import argparse
import os
import pathlib
import sys

sys.dont_write_bytecode = True

from measuring import report  # noqa: E402
from measuring.figures import Measurement  # noqa: E402
from measuring.process import Refused  # noqa: E402
from measuring.workspace import Workspace  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kaohe", default=ROOT / "kaohe", help="the release binary")
    parser.add_argument("--generate", default=ROOT / ".build/benchmarks/release/kaohe-generate")
    work = os.environ.get("KAOHE_BENCH") or ROOT / ".build/bench"
    parser.add_argument("--work", default=work, help="a folder that is kept between runs; gigabytes")
    parser.add_argument("--scale", type=int, default=1, help="10: a tenth of the nation, 100: a hundredth")
    parser.add_argument("--rounds", type=int, default=3, help="runs of what takes long; what is quick runs more often")
    parser.add_argument("--record", action="store_true", help="append the table to docs/performance.md")
    options = parser.parse_args()
    # Whole tens, so that a tenth of it is a tenth.
    districts = max(1, 280 // options.scale) * 10 if options.scale < 100 else 30
    rounds = {"slow": options.rounds, "quick": 7 * options.rounds, "rewrites": 1000 // min(options.scale, 10)}
    # About 33 answers each; two more visits are used otherwise.
    drafts = 2 + options.rounds * (36 if options.scale == 1 else 8)
    try:
        work = Workspace(pathlib.Path(options.work) / f"{districts}", options.kaohe, options.generate)
        measurement = Measurement(work, districts, 1_000_000 // options.scale, drafts, rounds)
        figures = list(measurement.figures())
        size = measurement.size()
    except Refused as refusal:
        sys.exit(str(refusal))
    print(report.table(figures))
    print(f"\nevery sample: {report.save(work, size, figures)}")
    if options.scale > 1:
        print("The goals are the nation's; at this size the start of a process is most of what is quick.")
    if options.record:
        report.record(ROOT / "docs/performance.md", size, figures)


if __name__ == "__main__":
    main()
