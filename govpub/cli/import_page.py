"""`govpub import FILE`."""

from pathlib import Path
from typing import Annotated

import typer

from govpub.cli.console import say
from govpub.messages import _
from govpub.workflow.import_page import import_page

File = Annotated[Path, typer.Argument(help=_("The page: a text or HTML file."), metavar="FILE")]
Out = Annotated[
    Path | None, typer.Option("--out", help=_("The article to write (default: articles/ID.md)."), metavar="ARTICLE")
]


def command(file: File, out: Out = None) -> None:
    """Make a canonical article of a page, and say what was left out."""
    done = import_page(file, out)
    say(done.path.as_posix())
    say(_("left out as navigation and footer: {count} lines").format(count=len(done.left_out)))
    for line in done.left_out:
        say(f"  {line}")
    say(_("next: compare it with the page, then run"))
    say(f"  govpub translate {done.path.as_posix()}")
