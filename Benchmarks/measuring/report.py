"""The table, the history, the raw samples."""

import dataclasses
import datetime
import hashlib
import json
import os
import pathlib
import subprocess

HEAD = ["what", "ours: least (median)", "against", "least (median)", "ratio", "of CPU", "goal", "met"]


def table(figures):
    """Markdown, its columns filled up, so that it reads as well on a terminal."""
    rows = [HEAD] + [
        [
            figure.what, figure.ours, figure.against, figure.theirs, f"{figure.ratio:.2f}",
            f"{figure.cpu_ratio:.2f}" if figure.cpu_ratio is not None else "", figure.goal_text,
            {True: "yes", False: "**no**", None: ""}[figure.is_met],
        ]
        for figure in figures
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |" for row in rows]
    lines.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    return "\n".join(lines)


def commit():
    """The commit that is checked out, `+` behind it where something was changed since; empty outside of git."""
    def git(*words):
        return subprocess.run(["git", *words], capture_output=True, text=True, cwd=pathlib.Path(__file__).parent)
    head = git("rev-parse", "--short", "HEAD")
    if head.returncode != 0:
        return ""
    return head.stdout.strip() + ("+" if git("status", "--porcelain", "-uno").stdout.strip() else "")


def save(workspace, size, figures):
    """Every sample as JSON in the work folder, under the moment it was written at."""
    folder = workspace.folder / "results"
    folder.mkdir(exist_ok=True)
    moment = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H%M%SZ")
    with open(workspace.kaohe, "rb") as file:
        binary = hashlib.file_digest(file, "sha256").hexdigest()
    content = {
        "moment": moment, "commit": commit(), "cores": os.cpu_count(), "schema": workspace.schema,
        "generator": workspace.generator, "kaohe": binary, "size": size,
        "figures": [dataclasses.asdict(figure) | {"met": figure.is_met} for figure in figures],
    }
    file = folder / f"{moment}.json"
    file.write_text(json.dumps(content, ensure_ascii=False, indent=1))
    return file


def record(history, size, figures):
    """Appends a dated block to the history."""
    day = datetime.date.today().isoformat()
    head = f"### {day}, commit {commit() or 'unknown'}, {size['observations']:,} observations, {os.cpu_count()} cores"
    with open(history, "a", encoding="utf-8") as file:
        file.write(f"\n{head}\n\n{table(figures)}\n")
