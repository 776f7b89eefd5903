"""`govpub translate ARTICLE` in a terminal: the editor."""

from __future__ import annotations

import gc
import os
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from govpub.cli.console import complain, say
from govpub.errors import UsageError
from govpub.messages import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from govpub.errors import GovpubError
    from govpub.model.segment import Unit

__all__ = ["edit", "may_edit", "refuse_segment"]


def may_edit(articles: Sequence[Path]) -> bool:
    """Return whether the editor can be opened: one article, and a person at a terminal that can draw."""
    terminal = sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"
    return terminal and len(articles) == 1 and not articles[0].is_dir()


def edit(article: Path, segment: str | None) -> int:
    """Open the editor at a segment, named by its id or number; say how far the article is when it is left.

    Raises:
        UsageError: there is no such segment.
        InputError: the article or its catalog cannot be read.
    """
    gc.disable()  # `run_editor` has it enabled once the screen stands
    from govpub.editor import run_editor  # noqa: PLC0415  pipes and scripts need none of it
    from govpub.workflow.desk import open_desk  # noqa: PLC0415  same
    from govpub.workflow.person import person_of  # noqa: PLC0415  same
    from govpub.workflow.segment_names import named_segment  # noqa: PLC0415  same

    desk = open_desk(article, person=person_of(article), clock=lambda: datetime.now(UTC).astimezone())
    try:
        ids = [unit.segment.id for unit in desk.units]
        run_editor(desk, None if segment is None else named_segment(segment, ids, desk.article.path))
        _report(desk.catalog_path, desk.units, len(desk.drafts) - len(desk.unkept))
        status = _report_unkept(desk.unkept, desk.trouble)
    finally:
        desk.close()
    gc.freeze()  # the process ends now: to look once more through all that was imported takes as long as to import it
    return status


def _report(catalog: Path, units: Sequence[Unit], drafts: int) -> None:
    told = _("{catalog}: {done} of {all} segments are translated").format(
        catalog=catalog.as_posix(), done=sum(unit.state.final for unit in units), all=len(units)
    )
    say(told)
    if drafts > 0:
        kept = ngettext(
            "{count} text is typed and not saved; it is offered again",
            "{count} texts are typed and not saved; they are offered again",
            drafts,
        )
        say(kept.format(count=drafts))


def _report_unkept(texts: Sequence[str], trouble: GovpubError | None) -> int:
    """Print what was typed and would be lost with the process; return the exit status."""
    if not texts or trouble is None:
        return 0
    told = ngettext(
        "{count} text is typed and could not be kept; copy it from here:",
        "{count} texts are typed and could not be kept; copy them from here:",
        len(texts),
    )
    say(told.format(count=len(texts)))
    for text in texts:
        say(text)
    complain(trouble)
    return trouble.exit_status


def refuse_segment() -> None:
    """Refuse `--segment` where no editor opens.

    Raises:
        UsageError: always.
    """
    raise UsageError(
        _("--segment opens the editor, and there is no terminal, or more than one article"),
        hint=_("run it in a terminal, with one article and without --no-edit"),
    )
