"""`govpub glossary stats`."""

from datetime import UTC, datetime
from pathlib import Path

from govpub.cli.reports import report_stats
from govpub.workflow import glossary


def command() -> None:
    """Count the terms that hold in this folder."""
    report_stats(glossary.stats(Path(), datetime.now(UTC).date()))
