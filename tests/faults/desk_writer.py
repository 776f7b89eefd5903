"""One of several translators in one article: `desk_writer.py NAME COUNT SEED ARTICLE`.

Says `ready`, waits for a line, then confirms, settles, takes back and leaves notes, COUNT times. Prints JSON: each change
that the desk said it made, as segment, text before, text after; the notes; how many clashes it met.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from support.desks import at_desk

from govpub.workflow.desk import Clash


class Writer:
    def __init__(self, name: str, chance: random.Random, article: Path) -> None:
        self.name, self.chance = name, chance
        self.desk = at_desk(article, name)
        self.changes: list[tuple[str, str, str]] = []
        self.notes: list[tuple[str, str]] = []
        self.clashes = 0

    def work(self, number: int) -> None:
        if self.chance.random() < 0.5:
            self.desk.refresh()
        id_ = self.chance.choice(self.desk.units).segment.id
        what = self.chance.random()
        if what < 0.15:
            self.desk.note(id_, f"{self.name} {number}")
            self.notes.append((id_, f"{self.name} {number}"))
        elif what < 0.25:
            self.take_back()
        else:
            self.confirm(id_, f"{self.name} {number}")

    def confirm(self, id_: str, text: str) -> None:
        before = self.desk.begin(id_).target
        outcome = self.desk.confirm(id_, text)
        while isinstance(outcome, Clash):
            self.clashes += 1
            before = outcome.theirs
            if self.chance.random() < 0.4:
                self.desk.drop_draft(id_)
                return
            outcome = self.desk.settle(id_, text)
        self.changes.append((id_, before, text))

    def take_back(self) -> None:
        done = self.desk._work.history.undo()
        step = self.desk.undo()
        if step is None:
            return
        self.clashes += len(step.clashes)
        for clash in step.clashes:
            self.desk.drop_draft(clash.id)
        for change in done.changes:
            if change.id in step.ids and change.before.target != change.after.target:
                self.changes.append((change.id, change.after.target, change.before.target))
            elif change.id in step.ids:
                [line] = set(change.after.comments) - set(change.before.comments)
                self.notes.remove((change.id, line.rpartition(" -- ")[2]))


def main(name: str, count: int, seed: int, article: Path) -> dict[str, object]:
    writer = Writer(name, random.Random(seed), article)
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(count):
        writer.work(number)
    return {"changes": writer.changes, "notes": writer.notes, "clashes": writer.clashes}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))))
