"""`govpub check [PATH…]`."""

from pathlib import Path
from typing import Annotated

import typer

from govpub.cli.findings import report_check
from govpub.cli.options import Glossaries, NoDefaultGlossary, Paths, Quiet, one_of
from govpub.messages import _
from govpub.workflow.check import REPORTS, check

Format = Annotated[str, typer.Option("--format", help=_("How to report: text (default) or json."), metavar="FORMAT")]


def command(
    paths: Paths = None,
    output: Format = "text",
    glossary: Glossaries = None,
    no_default_glossary: NoDefaultGlossary = False,
    quiet: Quiet = False,
) -> int:
    """Check PATHS and report; the exit status says whether there are errors."""
    form = one_of(output, REPORTS, "--format") or "text"
    report = check(paths or [Path()], glossaries=glossary or (), default_glossary=not no_default_glossary)
    return report_check(report, form, quiet=quiet)
