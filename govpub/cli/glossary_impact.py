"""`govpub glossary impact TERM`."""

from pathlib import Path

from govpub.cli import term_options as options
from govpub.cli.glossary_reports import report_impact
from govpub.workflow.impact import impact


def command(source: options.Source, sense: options.Sense = "") -> int:
    """Show every article and release that a change of the term touches."""
    return report_impact(impact(Path(), source, sense))
