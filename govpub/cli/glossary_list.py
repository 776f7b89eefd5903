"""`govpub glossary list`."""

from pathlib import Path
from typing import Annotated

import typer

from govpub.cli.options import OfficeOnly
from govpub.cli.reports import report_terms
from govpub.cli.term_options import class_of
from govpub.messages import _
from govpub.workflow import glossary

Class = Annotated[str | None, typer.Option("--class", help=_("Only terms of this class."), metavar="CLASS")]


def command(only: Class = None, office: OfficeOnly = False) -> None:
    """List the terms that hold in this folder."""
    report_terms(glossary.terms(Path(), class_of(only) if only else None, office_only=office))
