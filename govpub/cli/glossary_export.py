"""`govpub glossary export FILE`."""

from pathlib import Path
from typing import Annotated

import typer

from govpub.cli.console import say
from govpub.cli.options import OfficeOnly
from govpub.messages import _, ngettext
from govpub.workflow import glossary

File = Annotated[Path, typer.Argument(help=_("The file to write, NAME.po or NAME.csv."), metavar="FILE")]


def command(file: File, office: OfficeOnly = False) -> None:
    """Write the terms to FILE."""
    count = glossary.export_terms(Path(), file, office_only=office)
    say(ngettext("{file}: {count} term", "{file}: {count} terms", count).format(file=file.as_posix(), count=count))
