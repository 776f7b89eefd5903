"""`govpub theme new`."""

from pathlib import Path
from typing import Annotated

import typer

from govpub.cli.console import say
from govpub.cli.options import several
from govpub.messages import _
from govpub.model.portal import TEMPLATES
from govpub.workflow.theme import new_theme

Templates = Annotated[
    str | None,
    typer.Option(
        "--template", help=_("Shipped templates to change, several with commas; without it, a starter theme.")
    ),
]


def command(template: Templates = None) -> None:
    """Write the files of a theme into the workspace, and say what to do with them."""
    for path in new_theme(Path(), several(template, TEMPLATES, "--template")):
        say(path.as_posix())
    say(_("next: change them, run `govpub export`, and look at the pages"))
