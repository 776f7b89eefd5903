"""`govpub catalog update`."""

from pathlib import Path

from govpub.cli.reports import report_changed
from govpub.workflow.catalogs import update_catalogs


def command() -> None:
    """Bring the catalogs up to date and say which changed."""
    report_changed(update_catalogs(Path()))
