"""One of several translators in one article: `desk_writer.py NAME COUNT SEED ARTICLE`.

Says `ready`, waits for a line, then confirms, settles, takes back, leaves notes and reopens, COUNT times. Prints JSON:
each change that the desk said it made, as segment, text before, text after; the notes; how many clashes it met.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from support.desks import at_desk

from govpub.workflow.desk import Clash

if TYPE_CHECKING:
    from collections.abc import Callable

    from govpub.workflow.desk import Step
    from govpub.workflow.desk.history import Done


class Writer:
    def __init__(self, name: str, chance: random.Random, article: Path) -> None:
        self.name, self.chance, self.article = name, chance, article
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
            self.again(self.desk._work.history.undo(), self.desk.undo, back=True)
        elif what < 0.3:
            self.again(self.desk._work.history.redo(), self.desk.redo, back=False)
        elif what < 0.33:
            self.desk.close()
            self.desk = at_desk(self.article, self.name)
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

    def again(self, done: Done | None, act: Callable[[], Step | None], *, back: bool) -> None:
        """Take the last step back, or do it again."""
        step = act()
        if step is None or done is None:
            return
        self.clashes += len(step.clashes)
        for clash in step.clashes:
            self.desk.drop_draft(clash.id)
        for each in done.changes:
            change = each.reversed() if back else each
            if change.id in step.ids and change.before.target != change.after.target:
                self.changes.append((change.id, change.before.target, change.after.target))
            elif change.id in step.ids:
                [line] = set(each.after.comments) - set(each.before.comments)
                note = (change.id, line.rpartition(" -- ")[2])
                if back:
                    self.notes.remove(note)
                else:
                    self.notes.append(note)


def main(name: str, count: int, seed: int, article: Path) -> dict[str, object]:
    writer = Writer(name, random.Random(seed), article)
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(count):
        writer.work(number)
    return {"changes": writer.changes, "notes": writer.notes, "clashes": writer.clashes}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))))
