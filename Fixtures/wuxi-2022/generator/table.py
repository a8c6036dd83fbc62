"""Hand-written tables in, CSV files out."""

import csv
import pathlib


def hand_lines(text):
    """Yields (indicator, district, item, value, reason) of the lines below each `# indicator`."""
    indicator = ""
    for line in text.strip().splitlines():
        if line.startswith("#"):
            indicator = line[1:].strip()
        else:
            yield indicator, *(cell.strip() for cell in line.split("|"))


def hand_fraction(text, indicator, district):
    """Numerator and denominator that were recorded for an indicator at a district."""
    value = next(row[3] for row in hand_lines(text) if row[:2] == (indicator, district))
    return tuple(map(int, value.split("/")))


def cells(text):
    """The cells of a hand-written table: one row a line, `|` between."""
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


def write_csv(path: pathlib.Path, header, rows):
    rows = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        for row in rows:
            assert len(row) == len(header.split(",")), (path.name, row)
            writer.writerow(row)
    return len(rows)
