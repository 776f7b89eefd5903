"""`govpub memory add ARTICLE…`."""

from govpub.cli.console import complain, say
from govpub.cli.memory_reports import told
from govpub.cli.options import Articles, Quiet
from govpub.cli.reports import exit_status
from govpub.errors import GovpubError
from govpub.messages import _
from govpub.workflow import memory


def command(articles: Articles, quiet: Quiet = False) -> int:
    """Put the translations of ARTICLES into the memory."""
    failures: list[GovpubError] = []
    for article, done in memory.add(articles):
        if isinstance(done, GovpubError):
            complain(done)
            failures.append(done)
        elif not quiet:
            say(_("{file}: {what}").format(file=article.as_posix(), what=told(done)))
    return exit_status(failures)
