"""`govpub glossary import FILE`."""

from pathlib import Path
from typing import Annotated

import typer

from govpub.cli.console import say
from govpub.messages import _
from govpub.workflow import glossary

File = Annotated[Path, typer.Argument(help=_("A glossary, PO or CSV."), metavar="FILE")]


def command(file: File) -> None:
    """Take the terms of FILE into the office's glossary."""
    done = glossary.import_terms(Path(), file)
    say(
        _("added: {added}; changed: {changed}; the same already: {same}").format(
            added=done.added, changed=done.changed, same=done.same
        )
    )
