"""`govpub memory import FILE…`."""

from pathlib import Path
from typing import Annotated

import typer

from govpub.cli.advance import advancing
from govpub.cli.console import complain
from govpub.cli.memory_reports import report_import
from govpub.cli.options import Quiet
from govpub.cli.reports import exit_status
from govpub.errors import GovpubError
from govpub.messages import _
from govpub.workflow.memory_exchange import Manner, import_memory

Files = Annotated[list[Path], typer.Argument(help=_("Memories (TMX) or catalogs (PO)."), metavar="FILE…")]
Origin = Annotated[
    str, typer.Option("--origin", help=_("The name of where it comes from; without it, as the file says, or its name."))
]
KeepReviews = Annotated[
    bool, typer.Option("--keep-reviews", help=_("What the file calls reviewed counts as reviewed here."))
]


def command(files: Files, origin: Origin = "", keep_reviews: KeepReviews = False, quiet: Quiet = False) -> int:
    """Take the translations of FILE… into the memory; what it has already is not taken twice."""
    failures: list[GovpubError] = []
    manner = Manner(origin=origin, keep_reviews=keep_reviews)
    for file in files:
        try:
            title = _("Importing {file}").format(file=file.name)
            with advancing(title, lambda: file.stat().st_size, quiet=quiet) as advance:  # noqa: B023  called in this turn
                done = import_memory(Path(), file, manner, advance)
        except GovpubError as error:
            complain(error)
            failures.append(error)
        else:
            report_import(file, done, quiet=quiet)
    return exit_status(failures)
