"""`govpub memory add ARTICLE…`."""

from pathlib import Path

from govpub.cli.console import say
from govpub.cli.memory_reports import told
from govpub.cli.options import Articles, Quiet
from govpub.cli.reports import report_each
from govpub.memory import Added
from govpub.messages import _
from govpub.workflow import memory


def command(articles: Articles, quiet: Quiet = False) -> int:
    """Put the translations of ARTICLES into the memory."""
    return report_each(memory.add(articles), _report, quiet=quiet)


def _report(article: Path, done: Added) -> None:
    say(_("{file}: {what}").format(file=article.as_posix(), what=told(done)))
