"""`govpub memory export FILE`."""

from pathlib import Path
from typing import Annotated

import typer

from govpub.cli.advance import advancing
from govpub.cli.console import say
from govpub.cli.memory_options import Article, Origin
from govpub.cli.options import day_of
from govpub.messages import _, ngettext
from govpub.workflow import memory
from govpub.workflow.memory_exchange import export_memory
from govpub.workflow.memory_query import selection_of

File = Annotated[Path, typer.Argument(help=_("The file to write, NAME.tmx."), metavar="FILE")]
Since = Annotated[str | None, typer.Option("--since", help=_("Only what was confirmed since this day, YYYY-MM-DD."))]


def command(file: File, article: Article = None, origin: Origin = None, since: Since = None) -> None:
    """Write the memory, or a part of it, to FILE."""
    selection = selection_of(Path(), article=article, origin=origin, since=day_of(since))
    title = _("Exporting {file}").format(file=file.name)
    with advancing(title, lambda: memory.count(Path(), selection), quiet=False) as advance:
        count = export_memory(Path(), file, selection, advance)
    if not count:
        say(_("there is nothing to export; {file} was not written").format(file=file.as_posix()))
        return
    say(ngettext("{file}: {count} entry", "{file}: {count} entries", count).format(file=file.as_posix(), count=count))
