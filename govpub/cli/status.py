"""`govpub status [PATH…]`."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from govpub.cli.board import report_board
from govpub.cli.console import progress
from govpub.cli.language import language
from govpub.cli.options import one_of, several
from govpub.locales import locale_of
from govpub.messages import _
from govpub.model.board_order import ONLY, ORDERS, arranged
from govpub.workflow.status import status
from govpub.workflow.workspace import article_paths

FORMATS = ("text", "json", "html")

Places = Annotated[
    list[Path] | None,
    typer.Argument(help=_("Articles, or folders of them; without any: this folder."), metavar="[PATH…]"),
]
Format = Annotated[
    str, typer.Option("--format", help=_("How to report: text (default), json or html."), metavar="FORMAT")
]
Html = Annotated[Path | None, typer.Option("--html", help=_("Write the board as a page to this file."), metavar="FILE")]
NoCheck = Annotated[bool, typer.Option("--no-check", help=_("Leave the check out, which takes most of the time."))]
Sort = Annotated[
    str | None,
    typer.Option(
        "--sort", help=_("By path, title, words, translated, reviewed, errors, age, embargo or tasks."), metavar="KEY"
    ),
]
Only = Annotated[
    str | None,
    typer.Option(
        "--only",
        help=_(
            "Only some: open, unreadable, untranslated, unreviewed, errors, stale, notes, embargoed, unreleased, or "
            "several with commas."
        ),
        metavar="WHICH",
    ),
]


def command(
    places: Places = None,
    output: Format = "text",
    html: Html = None,
    no_check: NoCheck = False,
    sort: Sort = None,
    only: Only = None,
) -> int:
    """Show how far the articles in PATHS are, and what is left to do."""
    form, order = one_of(output, FORMATS, "--format") or "text", one_of(sort, ORDERS, "--sort")
    chosen, locale = several(only, ONLY, "--only") or (), locale_of(language(os.environ))
    paths = article_paths(places or [Path()], may_be_none=True)
    with progress(_("Looking at"), len(paths), quiet=form != "text") as step:
        looked = status(places or [Path()], now=datetime.now(UTC), checked=not no_check, locale=locale, progress=step)
    return report_board(arranged(looked.board, order, chosen), form, locale, page=html, failures=looked.failures)
