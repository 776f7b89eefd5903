"""`govpub translate ARTICLE…`."""

from govpub.cli.options import Articles, Quiet
from govpub.cli.reports import report_translation
from govpub.workflow.translate import translate


def command(articles: Articles, quiet: Quiet = False) -> None:
    """Bring the catalogs of ARTICLES up to date and show what is left."""
    for article in articles:
        done = translate(article)
        if not quiet:
            report_translation(article, done)
