"""`govpub glossary find TEXT`."""

from pathlib import Path
from typing import Annotated

import typer

from govpub.cli.console import say
from govpub.cli.reports import report_terms
from govpub.messages import _
from govpub.workflow import glossary

Text = Annotated[str, typer.Argument(help=_("Any part of a term, a rendering or a definition."), metavar="TEXT")]


def command(text: Text) -> int:
    """Find terms; exit status 1 where there is none."""
    found = glossary.find(Path(), text)
    report_terms(found, full=True)
    if not found:
        say(_("no term has {text} in it").format(text=text))
    return 0 if found else 1
