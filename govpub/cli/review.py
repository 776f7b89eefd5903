"""`govpub review ARTICLE…`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from govpub.cli.console import complain
from govpub.cli.options import Articles, Quiet
from govpub.cli.reports import exit_status
from govpub.cli.review_report import report_review
from govpub.errors import GovpubError, Position, UsageError
from govpub.messages import _
from govpub.workflow.person import person_of
from govpub.workflow.review import Review, look, review
from govpub.workflow.workspace import article_paths

Segments = Annotated[
    list[str] | None,
    typer.Option(
        "--segment",
        help=_("Review this segment, named by number or id; may be given several times."),
        metavar="SEGMENT",
    ),
]
All = Annotated[bool, typer.Option("--all", help=_("Review all that is translated."))]
Withdraw = Annotated[bool, typer.Option("--withdraw", help=_("Take the reviews of --segment or --all back."))]


def command(
    articles: Articles,
    segments: Segments = None,
    everything: All = False,
    withdraw: Withdraw = False,
    quiet: Quiet = False,
) -> int:
    """Show what awaits a review in ARTICLES; or record that you have reviewed it, or take that back."""
    paths = article_paths(articles)
    if (segments and (everything or len(paths) > 1)) or (withdraw and not segments and not everything):
        raise UsageError(
            _("what is to be reviewed is not said in one way"),
            hint=_("name segments of one article by --segment, or all of them by --all"),
        )
    asked, failures = bool(segments or everything), list[GovpubError]()
    for path in paths:
        try:
            done = _review(path, segments or None, withdraw=withdraw) if asked else look(path)
        except GovpubError as error:
            error.at = error.at or Position(path)
            complain(error)
            failures.append(error)
        else:
            report_review(path, done, withdrawn=withdraw, asked=asked, quiet=quiet)
            if done.unremembered is not None:
                complain(done.unremembered)
                failures.append(done.unremembered)
    return exit_status(failures)


def _review(path: Path, names: list[str] | None, *, withdraw: bool) -> Review:
    return review(path, names, person=person_of(path), now=datetime.now(UTC).astimezone(), withdraw=withdraw)
