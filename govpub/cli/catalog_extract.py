"""`govpub catalog extract`."""

from pathlib import Path

from govpub.cli.reports import report_changed
from govpub.workflow.catalogs import extract_templates


def command() -> None:
    """Collect the strings and say which templates changed."""
    report_changed(extract_templates(Path()))
