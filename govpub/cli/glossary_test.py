"""`govpub glossary test [FILE…]`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from govpub.cli.findings import report_findings
from govpub.messages import _
from govpub.workflow import glossary

Files = Annotated[
    list[Path] | None,
    typer.Argument(help=_("Glossaries (PO); without any: all that holds in this folder."), metavar="[FILE…]"),
]


def command(files: Files = None) -> int:
    """Run the terms' own examples and the rules of the glossary."""
    found = glossary.test(Path(), files or (), datetime.now(UTC).date())
    return report_findings(found)
