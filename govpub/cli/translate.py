"""`govpub translate ARTICLE…`."""

from govpub.cli.console import complain
from govpub.cli.options import Articles, Quiet
from govpub.cli.reports import exit_status, report_translation
from govpub.errors import GovpubError
from govpub.workflow.translate import translate_all


def command(articles: Articles, quiet: Quiet = False) -> int:
    """Bring the catalogs of ARTICLES up to date and show what is left."""
    failures: list[GovpubError] = []
    for article, done in translate_all(articles):
        if isinstance(done, GovpubError):
            complain(done)
            failures.append(done)
        elif not quiet:
            report_translation(article, done)
    return exit_status(failures)
