"""Articles to sit down at: a workspace with one article of so many segments, people, and a clock that stands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from govpub.po import parse_po
from govpub.workflow.desk import open_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from govpub.workflow.desk import Desk

__all__ = [
    "FRONT",
    "NOON",
    "ONE",
    "THREE",
    "TWO",
    "article_at",
    "at_desk",
    "clock_from",
    "edit_catalog",
    "ids_of",
    "on_disk",
]

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
FRONT = "---\nid: drill\nlang: zh-CN\ntitle: 防汛演练\npublished: 2026-11-20T09:30+08:00\n---\n\n"
ONE, TWO, THREE = "全省开始防汛演练。", "演练共有三个阶段。", "有关部门参加了演练。"


def article_at(folder: Path, *sentences: str, settings: str = "") -> Path:
    """Write a workspace with an article of a title and these sentences, a paragraph each; return the article."""
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    (folder / "govpub.toml").write_text(settings, encoding="utf-8")
    path = folder / "articles" / "drill.md"
    path.write_text(FRONT + "\n\n".join(sentences) + "\n", encoding="utf-8")
    return path


def clock_from(start: datetime = NOON) -> Callable[[], datetime]:
    """Return a clock that goes on by a second each time it is looked at."""
    now = start

    def look() -> datetime:
        nonlocal now
        now += timedelta(seconds=1)
        return now

    return look


def at_desk(path: Path, person: str = "Li Hua") -> Desk:
    """Sit down at an article."""
    return open_desk(path, person=person, clock=clock_from())


def edit_catalog(desk: Desk, old: str, new: str) -> None:
    """Change the catalog as another program does that knows nothing of govpub."""
    text = desk.catalog_path.read_text(encoding="utf-8")
    assert old in text, (old, text)
    desk.catalog_path.write_text(text.replace(old, new, 1), encoding="utf-8")


def ids_of(desk: Desk) -> list[str]:
    """Return the ids of the segments, in order."""
    return [unit.segment.id for unit in desk.units]


def on_disk(desk: Desk) -> Mapping[str, str]:
    """Return what the catalog's file has for each source text."""
    file = parse_po(desk.catalog_path.read_text(encoding="utf-8"))
    return {entry.msgid: entry.msgstr[0] for entry in file.entries if not entry.obsolete}
