"""Records a visit of 30 leaves in a terminal and kills the program with SIGKILL at a random moment, 20 times.

Every answer that the screen acknowledged has to be in the database, no answer may be there in part, and the next
sitting goes on where the killed one stopped. Usage: record_and_kill.py KAOHE [RUNS] [SEED]
"""

import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "Faults"))
from records import LEAVES, rules, write_files


def make_folder(folder):
    files = {
        "rules.yaml": rules("endurance", 2022),
        "districts.csv": "code,name,category\nd1,甲区,区\n",
        "groups.csv": "code,name,leader\nG1,第一组,P1\n",
        "inspectors.csv": "code,name,organisation,group\nP1,张三,市总工会,G1\n",
        "assessments.csv": "assessment,title,rule_set\n2022,年度考核,endurance\n",
        "visits.csv": "visit,assessment,group,subject,date,status\nV1,2022,G1,district:d1,2022-06-01,draft\n",
    }
    write_files(folder, files)


def tmux(*arguments):
    return subprocess.run(["tmux", "-L", SOCKET, *arguments], capture_output=True, text=True, check=False).stdout


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
        return [int(child) for child in file.read().split()]


def stored(database):
    with sqlite3.connect(database) as connection:
        rows = connection.execute("SELECT indicator, item, value, reason FROM observation").fetchall()
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("SELECT count(*) FROM session").fetchone() == (0,)
    return rows


def run(kaohe, folder, generator, number):
    """One sitting: returns what the screen acknowledged, and what the database then holds."""
    database = os.path.join(folder, "a.db")
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(database + suffix):
            os.remove(database + suffix)
    subprocess.run([kaohe, "--db", database, "import", folder], check=True, capture_output=True)
    global SOCKET
    # A server of its own each time: one that is still going down would refuse the next session.
    SOCKET = f"kaohe-{os.getpid()}-{number}"
    tmux("new-session", "-d", "-x", "120", "-y", "50", "bash --norc")
    tmux("set-option", "-g", "history-limit", "50000")
    shell = int(tmux("list-panes", "-F", "#{pane_pid}"))
    tmux("send-keys", f"{kaohe} --db {database} record V1 --as P1 --lang zh", "Enter")
    deadline = time.time() + 20
    while "A1>" not in tmux("capture-pane", "-p"):
        assert time.time() < deadline, "the program did not ask"
        time.sleep(0.05)
    process = children(shell)[0]
    stop = time.time() + generator.uniform(0.05, 3.0)
    for number in range(1, LEAVES + 1):
        answer = "无" if generator.random() < 0.3 else f"1={number}；第{number}项缺{number}件"
        tmux("send-keys", "-l", answer)
        if time.time() >= stop:
            break
        tmux("send-keys", "Enter")
        time.sleep(generator.uniform(0, 0.08))
        if time.time() >= stop:
            break
    os.kill(process, signal.SIGKILL)
    while os.path.exists(f"/proc/{process}") and children(shell):
        time.sleep(0.01)
    screen = tmux("capture-pane", "-p", "-J", "-S", "-50000")
    tmux("kill-server")
    acknowledged = re.findall(r"✓ 已存 (A\d+) (\S+) →", screen)
    return acknowledged, stored(database), database


def check(acknowledged, rows):
    held = {}
    for indicator, item, value, reason in rows:
        held[indicator, item] = (value, reason)
        number = indicator[1:]
        if item:
            assert (value, reason) == (number, f"第{number}项缺{number}件"), rows
        else:
            assert (value, reason) == ("无", ""), rows
    for indicator, written in acknowledged:
        item, _, value = written.rpartition("=")
        assert held.get((indicator, item), (None,))[0] == value, (indicator, written, held)
    # One answer may have been stored whose receipt the screen did not show any more.
    assert len(rows) - len(acknowledged) in (0, 1), (len(rows), len(acknowledged))


def main():
    kaohe = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    generator = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    os.environ.update(LANG="C.UTF-8", LC_ALL="C.UTF-8", TERM="screen")
    with tempfile.TemporaryDirectory() as folder:
        make_folder(folder)
        counts = []
        for number in range(runs):
            acknowledged, rows, database = run(kaohe, folder, generator, number)
            check(acknowledged, rows)
            # The next sitting begins at the first leaf that is open, and what it stores is there too.
            done = subprocess.run(
                [kaohe, "--db", database, "record", "V1", "--as", "P1", "--from", "A30", "--lang", "zh"],
                input="无\n", capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
            counts.append(len(acknowledged))
    print(json.dumps({"runs": runs, "acknowledged": counts, "lost": 0, "half written": 0}))


main()
