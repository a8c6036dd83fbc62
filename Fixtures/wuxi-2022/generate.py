#!/usr/bin/env python3
"""Writes the CSV files of this folder: `python3 generate.py [FOLDER]`, by default the folder that it lies in.

The files are what an office would hand in; the rule files are written by hand and not touched. Python 3.9 or newer, no
packages. Every run gives the same bytes: draws are hashed from a seed (generator/draw.py), nothing reads the clock.

    generator/places.py          districts, parks, enterprises, groups, inspectors
    generator/district_2022.py   what was recorded at the districts, by hand; district_2021.py the year before
    generator/site_scores.py     what was recorded at enterprises and parks, drawn; site_phrases.py the remarks
    generator/visits.py          the rounds of visits, and scores.csv
    generator/figures.py         metrics and coverage, agreeing with the scores
    generator/registers.py       evidence
    generator/findings.py        problems, highlights, innovations
    generator/records.py         adjustments, tasks, surveys, publicity
"""

import pathlib
import sys

sys.dont_write_bytecode = True

from generator import figures, findings, places, records, registers, visits  # noqa: E402
from generator.table import write_csv  # noqa: E402

ASSESSMENTS = [
    ("2021", "2021年度产改评价考核（演示）", "wuxi-2021-demo", "2021-01-01", "2021-12-31"),
    ("2022", "2022年度产改评价考核（演示）", "wuxi-2022-demo", "2022-01-01", "2022-12-31"),
]


def participants():
    """All eight districts in both years."""
    for assessment, *_ in ASSESSMENTS:
        for _, code, _, category, _ in places.DISTRICTS:
            yield assessment, code, category


def files():
    """Name, header and rows of every file."""
    code = places.CODE
    visit_rows = list(visits.visit_rows())
    dates = {row[0]: row[4] for row in visit_rows}
    yield "assessments", "assessment,title,rule_set,opens,closes", ASSESSMENTS
    yield "participants", "assessment,district,category", participants()
    yield "districts", "code,name,category", [row[1:4] for row in places.DISTRICTS]
    yield "parks", "code,name,district,theme,programme,batch,station", [
        (park, name, code[key], theme, places.PROGRAMME, batch, station)
        for park, name, key, theme, batch, station in places.PARKS
    ]
    yield "enterprises", "code,name,district,park,level,batch,industry,stage", [
        (*row[:2], code[row[2]], *row[3:8]) for row in places.ENTERPRISES
    ]
    yield "groups", "code,name,leader", places.GROUPS
    yield "inspectors", "code,name,organisation,group,district", [
        (*row[:4], code.get(row[4], "")) for row in places.INSPECTORS
    ]
    yield "visits", "visit,assessment,group,subject,date,methods,status", visit_rows
    yield "evidence", "code,subject,title,kind,number,date,source", registers.evidence_rows()
    yield "scores", "visit,indicator,item,value,scorer,reason,evidence", visits.score_rows()
    yield ("adjustments", "entry,assessment,district,code,level,event,count,date,reason,evidence",
           records.adjustment_rows())
    yield ("findings", "code,visit,indicator,kind,text,requirement,due,status,closed,evidence",
           findings.finding_rows(dates))
    yield "metrics", "subject,year,metric,value,unit", figures.metric_rows()
    yield ("coverage", "park,year,parties,parties_coordinating,enterprises,enterprises_participating,employees,"
           "employees_benefiting", figures.coverage_rows())
    yield "tasks", "code,assessment,title,department,district,due,progress,status", records.task_rows()
    yield "surveys", "code,subject,date,question,answer,count", records.survey_rows()
    yield "publicity", "code,subject,title,form,date,outlet,reposted_by", records.publicity_rows()


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
    folder.mkdir(parents=True, exist_ok=True)
    for name, header, rows in files():
        count = write_csv(folder / f"{name}.csv", header, rows)
        print(f"{name}.csv: {count} rows")


if __name__ == "__main__":
    main()
