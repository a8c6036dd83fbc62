"""Eight processes record into one database at once, for a minute.

Every observation that a process acknowledged has to be there once, and no process may meet a locked database. Usage:
record_at_once.py KAOHE [SECONDS] [PROCESSES]
"""

import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "Faults"))
from records import write_files

LEAVES = 40


def make_folder(folder, processes):
    leaves = "\n".join(
        f"  - {{code: A{n}, title: 第{n}项, points: 1, methods: [ratio]}}" for n in range(1, LEAVES + 1))
    visits = "".join(f"V{n},2022,G1,district:d1,2022-06-{n:02},draft\n" for n in range(1, processes // 2 + 1))
    files = {
        "rules.yaml": f"rule_set: endurance\ntitle: 同时记录\nyear: 2022\npoints: {LEAVES}\nrounding: {{mode: half_up, total_decimals: 2}}\nsections:\n"
                      f"- code: A\n  title: 部分\n  points: {LEAVES}\n  children:\n{leaves}\n",
        "districts.csv": "code,name,category\nd1,甲区,区\n",
        "groups.csv": "code,name\nG1,第一组\n",
        "assessments.csv": "assessment,title,rule_set\n2022,年度考核,endurance\n",
        "visits.csv": "visit,assessment,group,subject,date,status\n" + visits,
    }
    write_files(folder, files)


class Recorder(threading.Thread):
    """Feeds one `record` with answers until the time is over; two recorders share a visit."""

    def __init__(self, kaohe, database, number, until):
        super().__init__()
        self.number, self.until = number, until
        self.sent, self.acknowledged, self.errors = 0, [], ""
        self.process = subprocess.Popen(
            [kaohe, "--db", database, "record", f"V{number // 2 + 1}", "--as", f"R{number}", "--lang", "zh"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run(self):
        # What is printed has to be read while it is written: neither pipe may fill.
        reader = threading.Thread(target=self.read)
        reader.start()
        while time.time() < self.until:
            leaf = self.sent % LEAVES + 1
            self.sent += 1
            self.process.stdin.write(f":A{leaf}\n{self.sent}/{1000000 + self.number}\n")
            self.process.stdin.flush()
            while len(self.acknowledged) < self.sent - 20 and time.time() < self.until:
                time.sleep(0.001)
        self.process.stdin.close()
        self.errors = self.process.stderr.read()
        reader.join()
        self.process.wait()

    def read(self):
        for line in self.process.stdout:
            found = re.search(r"✓ 已存 (A\d+) (\d+/\d+) →", line)
            if found:
                self.acknowledged.append((f"V{self.number // 2 + 1}", found[1], found[2], f"R{self.number}"))


def main():
    kaohe = os.path.abspath(sys.argv[1])
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 60
    processes = int(sys.argv[3]) if len(sys.argv) > 3 else 8
    os.environ.update(LANG="C.UTF-8", LC_ALL="C.UTF-8")
    with tempfile.TemporaryDirectory() as folder:
        make_folder(folder, processes)
        database = os.path.join(folder, "a.db")
        subprocess.run([kaohe, "--db", database, "import", folder], check=True, capture_output=True)
        until = time.time() + seconds
        recorders = [Recorder(kaohe, database, number, until) for number in range(processes)]
        for recorder in recorders:
            recorder.start()
        for recorder in recorders:
            recorder.join()
        for recorder in recorders:
            assert recorder.errors == "" and recorder.process.returncode == 0, (recorder.number, recorder.errors)
        acknowledged = [row for recorder in recorders for row in recorder.acknowledged]
        with sqlite3.connect(database) as connection:
            rows = connection.execute("SELECT visit, indicator, value, recorded_by FROM observation").fetchall()
            ids = connection.execute("SELECT count(*), count(DISTINCT id) FROM observation").fetchone()
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            live = connection.execute(
                "SELECT count(*), count(DISTINCT visit || indicator) FROM current_observation").fetchone()
        assert sorted(rows) == sorted(acknowledged), (len(rows), len(acknowledged))
        assert len(set(rows)) == len(rows) and ids[0] == ids[1], "an observation is there twice"
        assert live[0] == live[1], "a cell has two live observations"
        each = [len(recorder.acknowledged) for recorder in recorders]
        print(json.dumps({"processes": processes, "seconds": seconds, "acknowledged": len(rows),
                          "a second": round(len(rows) / seconds), "least": min(each), "most": max(each)}))


main()
