"""Kills writers at random: `kill_storm.py COUNT SEED FOLDER`, modules imported once, a fork for each writer.

A writer saves version after version and tells each one that was confirmed; it is killed somewhere in there. Prints
JSON: how many were killed, how many times the file was torn, how many confirmed versions were lost, what was left lying.
"""

from __future__ import annotations

import json
import random
import sys
from functools import partial
from pathlib import Path

from support.kills import last_number, tell_number, told_until_killed

from govpub.workflow import storage

LONGEST = 0.008
"""Seconds a writer may live: some saves long, so that every moment of a save is hit."""
LINES = 400


def document(version: int) -> bytes:
    """Return a document whose every line says its version; a torn one says two."""
    return f"版本 {version}\n".encode() * LINES


def write_until_killed(path: Path, version: int, confirmed: int) -> None:
    while True:
        version += 1
        storage.save(storage.read(path), document(version))
        tell_number(confirmed, version)


def storm(count: int, chance: random.Random, path: Path) -> dict[str, int]:
    storage.save(storage.read(path), document(0))
    version = torn = lost = 0
    for _round in range(count):
        told = told_until_killed(partial(write_until_killed, path, version), chance.uniform(0, LONGEST))
        last = last_number(told, version)
        lines = set(path.read_text(encoding="utf-8").splitlines())
        if len(lines) != 1 or path.stat().st_size != len(document(int(next(iter(lines)).split()[1]))):
            torn += 1
            storage.save(storage.read(path), document(last))
            version = last
            continue
        version = int(lines.pop().split()[1])
        lost += version not in {last, last + 1}
    storage.save(storage.read(path), document(version + 1))
    left = len(list(path.parent.iterdir())) - 1
    return {"killed": count, "versions": version, "torn": torn, "lost": lost, "left": left}


if __name__ == "__main__":
    print(json.dumps(storm(int(sys.argv[1]), random.Random(int(sys.argv[2])), Path(sys.argv[3]) / "通知.en.po")))
