"""`govpub glossary remove TERM`."""

from pathlib import Path

from govpub.cli import term_options as options
from govpub.cli.console import say
from govpub.messages import _
from govpub.workflow import glossary


def command(source: options.Source, sense: options.Sense = "") -> None:
    """Take a term out of the office's glossary."""
    path = glossary.remove(Path(), source, sense)
    say(_("{file}: removed {term}").format(file=path.as_posix(), term=source))
