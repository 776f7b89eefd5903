"""`govpub memory stats`."""

from pathlib import Path

from govpub.cli.memory_options import FORMATS, Format
from govpub.cli.memory_reports import report_statistics
from govpub.cli.options import one_of
from govpub.workflow import memory


def command(output: Format = "text") -> None:
    """Count what the memory holds."""
    form = one_of(output, FORMATS, "--format")
    report_statistics(memory.statistics(Path()), as_json=form == "json")
