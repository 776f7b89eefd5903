"""`govpub init FOLDER`."""

from pathlib import Path
from typing import Annotated

import typer

from govpub.cli.console import say
from govpub.messages import _
from govpub.workflow.init import init

Folder = Annotated[Path, typer.Argument(help=_("The folder to make; it may exist if it is empty."), metavar="FOLDER")]


def command(folder: Folder) -> None:
    """Make a workspace, and say what to do in it."""
    for path in init(folder):
        say(path.as_posix())
    say(_("next: write your office's names into {file}, then run").format(file=(folder / "govpub.toml").as_posix()))
    say(f"  cd {folder.as_posix()}\n  govpub new articles/first-notice.md")
