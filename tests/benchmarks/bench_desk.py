"""The translator's desk: opening against importing textual, findings on one unit against the check of its article."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from support.desks import article_at, at_desk
from support.measure import Comparison

from govpub.workflow.check import check_article
from govpub.workflow.workspace import open_article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEGMENTS = 500
_CHINESE = "截至11月{day}日，第{number}场防汛演练共出动救援人员210人次，同比增长3.2%。"
_ENGLISH = "As of November {day}, flood drill No. {number} involved 210 rescuers, up 3.2 percent from the same period last year."
_OPEN = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from govpub.workflow.desk import open_desk
open_desk(Path(sys.argv[1]), person="Li Hua", clock=lambda: datetime(2026, 11, 23, tzinfo=UTC)).close()
"""


def comparisons(folder: Path) -> Iterator[Comparison]:
    article = article_at(folder, *(_CHINESE.format(day=n % 28 + 1, number=n) for n in range(SEGMENTS)))
    desk = at_desk(article)
    for number, unit in enumerate(desk.units[1:]):
        desk.confirm(unit.segment.id, _ENGLISH.format(day=number % 28 + 1, number=number))
    yield Comparison(
        title=f"a process that opens an article of {SEGMENTS} segments",
        ours=lambda: _run(_OPEN, str(article)),
        peer_name="a process that imports textual's widgets",
        peer=lambda: _run("import textual.app, textual.widgets"),
        at_most=2.0,
        rounds=5,
    )
    while not desk.prepare(1.0):
        pass
    middle = desk.units[SEGMENTS // 2]
    typed = (f"{middle.target[:-1]} {letter}" for letter in "abcdefghijklmnopqrstuvwxyz" * 40)
    opened = open_article(article)
    yield Comparison(
        title="findings on one unit while it is typed",
        ours=lambda: desk.findings(middle.segment.id, next(typed)),
        peer_name="the check of its article",
        peer=lambda: check_article(desk._opened.project, opened),
        at_most=0.1,
        rounds=7,
    )


def _run(code: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-c", code, *arguments], check=True)
