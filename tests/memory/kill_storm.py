"""Kills writers of a memory at random: `kill_storm.py COUNT SEED PATH`, modules imported once, a fork for each writer.

A writer adds entries, one at a time and now and then many at once, and tells each that was confirmed; it is killed
somewhere in there. Prints JSON: how many were killed, how many were confirmed, how many of those are lost.
"""

from __future__ import annotations

import json
import random
import sqlite3
import sys
from functools import partial
from pathlib import Path

from support.kills import last_number, tell_number, told_until_killed
from support.memories import DAY, remembered

from govpub.locales import EN, ZH_CN
from govpub.memory import Remembered, Selection, SqliteStore

LONGEST = 0.06
"""Seconds a writer may live: long enough to open the file and to write."""
MANY = 40


def entry(number: int) -> Remembered:
    text = f"第{number}次防汛演练在云岭举行，{number * 7919}人参加。"
    return remembered(text, f"Drill {number}", article=f"drill-{number % 7}", time=DAY, before=f"第{number - 1}次")


def write_until_killed(path: Path, number: int, confirmed: int) -> None:
    store = SqliteStore(path)
    while True:
        count = MANY if number % 3 == 0 else 1
        store.add(entry(each) for each in range(number, number + count))
        number += count
        tell_number(confirmed, number)


def storm(count: int, chance: random.Random, path: Path) -> dict[str, object]:
    SqliteStore(path).close()
    stored = lost = 0
    for _round in range(count):
        told = told_until_killed(partial(write_until_killed, path, stored), chance.uniform(0, LONGEST))
        confirmed = last_number(told, stored)
        store = SqliteStore(path)
        there = store.count(Selection())
        store.close()
        lost += there < confirmed
        stored = there
    return {"killed": count, "stored": stored, "lost": lost, **checked(path, stored)}


def checked(path: Path, stored: int) -> dict[str, object]:
    store = SqliteStore(path)
    wrong = sum(not store.exact(entry(number).source, ZH_CN, EN, limit=9) for number in range(stored))
    unindexed = 0
    for number in random.Random(1).sample(range(stored), min(stored, 50)):
        text = entry(number).source
        unindexed += text not in store.similar(text, ZH_CN, lengths=range(99), limit=256)
    store.close()
    connection = sqlite3.connect(path)
    sound = connection.execute("PRAGMA integrity_check").fetchone()[0]
    connection.close()
    return {"wrong": wrong, "unindexed": unindexed, "integrity": sound}


if __name__ == "__main__":
    print(json.dumps(storm(int(sys.argv[1]), random.Random(int(sys.argv[2])), Path(sys.argv[3]))))
