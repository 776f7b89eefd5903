"""`govpub memory search TEXT`."""

from pathlib import Path
from typing import Annotated

import typer

from govpub.cli.memory_options import FORMATS, Format, Limit
from govpub.cli.memory_reports import report_found
from govpub.cli.options import one_of
from govpub.errors import UsageError
from govpub.messages import _
from govpub.workflow.memory_query import look_up

Text = Annotated[str, typer.Argument(help=_("A word, a phrase or a sentence, in either language."), metavar="TEXT")]


def command(text: Text, limit: Limit = 20, output: Format = "text") -> int:
    """Show where TEXT was translated, and what is like it; exit status 1 where there is nothing."""
    form = one_of(output, FORMATS, "--format")
    if not text.strip():
        raise UsageError(_("there is nothing to search for"), hint=_("write a text behind `search`"))
    return report_found(text, look_up(Path(), text, limit=limit), as_json=form == "json")
