"""What a database holds, as a text that tells any two states apart, and whether it is sound."""

import re
import shutil
import sqlite3
import tempfile
from pathlib import Path

# What is another thing each time that the same is done: moments, also in names of files, and identities by time and replica.
VARYING = re.compile(r"(\d{4}-\d\d-\d\dT[\d:.]+Z|-\d{8}-\d{6}(?:\.\d+)?|\d{16,19})", re.ASCII)

# Observations with this copy's number in their identity that its clock has not come to.
OWN_AHEAD = """
SELECT 1 FROM observation
WHERE id > (SELECT last FROM observation_clock)
  AND id >> 12 & 1023 = (SELECT CAST(value AS INTEGER) FROM database_identity WHERE key = 'replica')"""


class Unsound(Exception):
    """A database that is not in order."""


def dump(path):
    """All that a database holds: schema, facts, results, log. None where there is no database, or an empty one.

    It is read from a copy, with what a killed process left beside it, so that the program still finds all that.
    """
    path = Path(path)
    if not path.exists():
        return None
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        for end in ("", "-wal", "-journal"):
            if Path(f"{path}{end}").exists():
                shutil.copy(f"{path}{end}", f"{folder}/copy.db{end}")
        connection = sqlite3.connect(f"{folder}/copy.db")
        try:
            return _lines(connection)
        except sqlite3.DatabaseError as error:
            raise Unsound(f"{path.name}: {error}") from error
        finally:
            connection.close()


def _lines(connection):
    if found := connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        raise Unsound(f"integrity_check: {found}")
    if found := connection.execute("PRAGMA foreign_key_check").fetchall():
        raise Unsound(f"foreign_key_check: {found[:5]}")
    schema = connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
    if not schema:
        return None
    tables = [name for kind, name, _ in schema if kind == "table" and not name.startswith("sqlite_stat")]
    if "session" in tables and connection.execute("SELECT * FROM session").fetchall():
        raise Unsound("a session was left")
    lines = [repr(row) for row in schema]
    lines += [repr(connection.execute(f"PRAGMA {name}").fetchone()) for name in ("application_id", "user_version")]
    for table in tables:
        # Identities are reserved for a moment, so how far ahead the clock is depends on what was done when.
        if table == "observation_clock":
            if connection.execute(OWN_AHEAD).fetchone():
                raise Unsound("the clock is behind an observation of this copy")
            continue
        lines += [f"{table} {row!r}" for row in connection.execute(f'SELECT * FROM "{table}"')]
    text = "\n".join(lines)
    for office, in connection.execute("SELECT value FROM database_identity WHERE key = 'office'"):
        text = text.replace(office, "~")
    parts = VARYING.split(text)
    # Identities keep their order, which decides what holds.
    identities = sorted({int(found) for found in parts[1::2] if found.isdigit()})
    position = {str(identity): f"#{number}" for number, identity in enumerate(identities)}
    parts[1::2] = [position.get(found, "~") for found in parts[1::2]]
    return "\n".join(sorted("".join(parts).split("\n")))


def is_hot(path):
    """Whether a killed process left something beside a database that decides what it holds: a log, or a journal in use."""
    log, journal = Path(f"{path}-wal"), Path(f"{path}-journal")
    return log.exists() and log.stat().st_size > 0 or journal.exists() and journal.read_bytes()[:1] not in (b"", b"\0")


def difference(one, other):
    """The first lines that only one of two dumps has."""
    one, other = ((text or "(no database)").split("\n") for text in (one, other))
    missing, added = sorted(set(one) - set(other)), sorted(set(other) - set(one))
    return "\n".join([f"    - {line[:300]}" for line in missing[:5]] + [f"    + {line[:300]}" for line in added[:5]]
                     + [f"    {len(missing)} lines are missing, {len(added)} were added"])
