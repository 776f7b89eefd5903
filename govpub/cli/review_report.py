"""What a review looks like on a screen: each segment that waits for one, and what was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.cli.console import say
from govpub.messages import _, ngettext
from govpub.render.board import wording

if TYPE_CHECKING:
    from pathlib import Path

    from govpub.model.segment import Unit
    from govpub.workflow.review import Review

__all__ = ["report_review"]


def report_review(article: Path, done: Review, *, asked: bool, withdrawn: bool, quiet: bool) -> None:
    """Print what was recorded, or else what waits for a review."""
    if quiet:
        return
    if asked:
        say(_changed(done, withdrawn=withdrawn))
    else:
        for number, unit in done.waiting:
            _report_waiting(number, unit)
        say(_left(done, article))


def _changed(done: Review, *, withdrawn: bool) -> str:
    count = len(done.changed)
    if withdrawn:
        text = ngettext("{catalog}: {count} review is taken back", "{catalog}: {count} reviews are taken back", count)
    else:
        text = ngettext(
            "{catalog}: {count} segment is reviewed now", "{catalog}: {count} segments are reviewed now", count
        )
    told = text.format(catalog=done.catalog.as_posix(), count=count)
    return told + _("; ") + wording.counted(_("not translated"), done.open) if done.open and not withdrawn else told


def _report_waiting(number: int, unit: Unit) -> None:
    who = wording.signed(unit.translator, unit.translator.time.tzinfo) if unit.translator is not None else ""
    place = f"{unit.at}" or unit.segment.id
    say(_("{number}. {place} ({who})").format(number=number, place=place, who=who) if who else f"{number}. {place}")
    say(f"  {unit.segment.text}")
    say(f"  {unit.target}")
    say()


def _left(done: Review, article: Path) -> str:
    waiting, name = len(done.waiting), article.as_posix()
    if not waiting and not done.open:
        return _("{article}: everything is reviewed").format(article=name)
    parts = [wording.counted(_("to review"), waiting)] if waiting else []
    parts += [wording.counted(_("not translated"), done.open)] if done.open else []
    hint = _("; to record the review: govpub review {article} --all").format(article=name) if waiting else ""
    return _("{article}: {counts}").format(article=name, counts=_("; ").join(parts)) + hint
