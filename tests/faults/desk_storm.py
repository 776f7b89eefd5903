"""Kills translators at random: `desk_storm.py COUNT SEED FOLDER`, modules imported once, a fork for each of them.

A translator opens the article, types, and confirms, and tells what it is about to do and what is done; it is killed
somewhere in there. Then the article is opened again. Prints JSON: how many were killed, how much they had confirmed and
typed, and how much of that was lost; a catalog that does not parse ends the storm.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from functools import partial
from pathlib import Path

from support.desks import article_at, at_desk, ids_of
from support.kills import told_until_killed

from govpub.workflow.desk import Clash

LONGEST = 15
"""Confirmations for which a translator may live at most once the article is open."""
EARLY = 6
"""One in so many is killed at any time from the start, and may not come as far as to open it."""
SENTENCES = 12


def work_until_killed(article: Path, chance: random.Random, told: int) -> None:
    def tell(*words: str) -> None:
        os.write(told, json.dumps(words).encode() + b"\n")

    desk = at_desk(article)
    ids = ids_of(desk)
    tell("open", "", "")
    while True:
        id_ = chance.choice(ids)
        desk.begin(id_)
        text = ""
        for number in range(chance.randrange(1, 5)):
            text = f"{text} {chance.randrange(10**9)} 词{number}"
            tell("type", id_, text)
            desk.keep_draft(id_, text)
            tell("typed", id_, text)
        if chance.random() < 0.8:
            tell("confirm", id_, text)
            outcome = desk.confirm(id_, text, reviewed=chance.random() < 0.3)
            tell("clash" if isinstance(outcome, Clash) else "confirmed", id_, text)


class Ledger:
    """What is known to be on disk, and what may be."""

    def __init__(self) -> None:
        self.targets: dict[str, set[str]] = {}
        self.drafts: dict[str, set[str]] = {}
        self.confirmed = self.typed = self.lost = self.lost_drafts = self.clashes = self.undone = 0

    def enter(self, lines: list[tuple[str, str, str]]) -> None:
        for what, id_, text in lines:
            if what == "type":
                self.drafts.setdefault(id_, {""}).add(text)
            elif what == "typed":
                self.typed += 1
                self.drafts[id_] = {text}
            elif what == "confirm":
                self.targets.setdefault(id_, {""}).add(text)
                self.drafts[id_] = {text, ""}
            elif what == "confirmed":
                self.confirmed += 1
                self.targets[id_], self.drafts[id_] = {text}, {""}
            elif what == "clash":
                self.clashes += 1

    def compare(self, article: Path, *, take_back: bool) -> None:
        desk = at_desk(article)
        for unit in desk.units:
            id_ = unit.segment.id
            may_be = self.targets.get(id_, {""})
            self.lost += unit.target not in may_be
            self.targets[id_] = {unit.target}
            draft = desk.drafts.get(id_, "")
            may_be = self.drafts.get(id_, {""})
            # What was confirmed, though nobody was told, is no draft any more.
            self.lost_drafts += draft not in may_be and not (not draft and unit.target in may_be)
            self.drafts[id_] = {draft}
        if take_back:
            self.take_back(desk)
        desk.close()

    def take_back(self, desk) -> None:
        """Take the last step back and do it again: then the catalog is as it was, but for what lies on top of it."""
        before = desk.catalog_path.read_bytes()
        if desk.undo() is not None:
            self.undone += 1
            desk.redo()
            self.lost += desk.catalog_path.read_bytes() != before


def seconds(folder: Path) -> tuple[float, float]:
    """Return how long opening and confirming take on this machine; what is loaded on demand is loaded after that."""
    article = article_at(folder, *(f"这是第{number}句话。" for number in range(SENTENCES)))
    at_desk(article).close()
    start = time.perf_counter()
    desk = at_desk(article)
    opening = time.perf_counter() - start
    ids = ids_of(desk)
    desk.confirm(ids.pop(), "warm", reviewed=True)
    start = time.perf_counter()
    for id_ in ids:
        desk.confirm(id_, "warm")
    desk.close()
    return opening, (time.perf_counter() - start) / len(ids)


def storm(count: int, chance: random.Random, folder: Path) -> dict[str, int]:
    article = article_at(folder, *(f"这是第{number}句话。" for number in range(SENTENCES)))
    ledger = Ledger()
    opening, confirming = seconds(folder.with_name(f"{folder.name}-warm"))
    for round_ in range(count):
        work = partial(work_until_killed, article, random.Random(chance.randrange(2**31)))
        early = round_ % EARLY == EARLY - 1
        longest = opening if early else LONGEST * confirming
        lines = told_until_killed(work, chance.uniform(0, longest), after_a_line=not early).split(b"\n")
        ledger.enter([tuple(json.loads(line)) for line in lines[:-1]])
        ledger.compare(article, take_back=round_ % 5 == 0)
    litter = [path.name for path in article.parent.iterdir() if path.suffix == ".tmp"]
    at_desk(article).close()
    return {
        "killed": count,
        "confirmed": ledger.confirmed,
        "typed": ledger.typed,
        "undone": ledger.undone,
        "lost": ledger.lost,
        "lost drafts": ledger.lost_drafts,
        "clashes": ledger.clashes,
        "litter": len(litter) > 1,
    }


if __name__ == "__main__":
    print(json.dumps(storm(int(sys.argv[1]), random.Random(int(sys.argv[2])), Path(sys.argv[3]))))
