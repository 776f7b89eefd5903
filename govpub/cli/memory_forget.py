"""`govpub memory forget`."""

from pathlib import Path
from typing import Annotated

import typer

from govpub.cli.consent import consents
from govpub.cli.console import say
from govpub.cli.memory_options import Article, Origin
from govpub.cli.memory_reports import report_doomed
from govpub.cli.options import day_of
from govpub.messages import _, ngettext
from govpub.workflow import memory
from govpub.workflow.memory_query import sample, selection_of

Batch = Annotated[str | None, typer.Option("--batch", help=_("Only what one import brought: the batch that it named."))]
Before = Annotated[str | None, typer.Option("--before", help=_("Only what was confirmed before this day, YYYY-MM-DD."))]
Text = Annotated[str | None, typer.Option("--text", help=_("Only what contains this text, on either side."))]
Yes = Annotated[bool, typer.Option("--yes", "-y", help=_("Do not ask."))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Show what would be forgotten, and forget nothing."))]


def command(
    article: Article = None,
    origin: Origin = None,
    batch: Batch = None,
    before: Before = None,
    text: Text = None,
    yes: Yes = False,
    dry_run: DryRun = False,
) -> None:
    """Take entries out of the memory: those of which all that is given holds."""
    here = Path()
    selection = selection_of(here, article=article, origin=origin, batch=batch, before=day_of(before), text=text)
    memory.require_selection(selection)
    count = memory.count(here, selection)
    report_doomed(sample(here, selection, 5), count)
    if count and not dry_run and (yes or consents(_("Forget them for good?"))):
        gone = memory.forget(here, selection)
        say(ngettext("{count} entry is forgotten", "{count} entries are forgotten", gone).format(count=gone))
