"""`govpub catalog compile`."""

from pathlib import Path

from govpub.cli.reports import report_changed
from govpub.workflow.catalogs import compile_catalogs


def command() -> None:
    """Compile the catalogs and say which files changed."""
    report_changed(compile_catalogs(Path()))
