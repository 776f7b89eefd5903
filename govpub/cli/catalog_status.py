"""`govpub catalog status`."""

from pathlib import Path

from govpub.cli.reports import report_catalogs
from govpub.workflow.catalogs import status


def command() -> int:
    """Count what is translated; exit status 1 where something is missing or wrong."""
    return report_catalogs(status(Path()))
