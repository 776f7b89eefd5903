"""How the reach of a term looks on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.cli.console import complain, say
from govpub.glossary import Outcome
from govpub.messages import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govpub.workflow.impact import Impact

__all__ = ["report_impact"]

OUTCOMES: Mapping[Outcome | None, str] = {
    None: N_("no rendering to compare with"),
    Outcome.APPROVED: N_("rendered as approved"),
    Outcome.SHORT: N_("rendered by a short form"),
    Outcome.EARLY: N_("rendered by a short form before the full one"),
    Outcome.CASE: N_("rendered with other capitals"),
    Outcome.REPEATED: N_("rendered elsewhere in the segment"),
    Outcome.PARTIAL: N_("rendered in part"),
    Outcome.SCATTERED: N_("its words stand apart"),
    Outcome.FORBIDDEN: N_("rendered in a refused way"),
    Outcome.SURPLUS: N_("rendered in a refused way besides"),
    Outcome.MISSING: N_("not rendered"),
}


def report_impact(found: Impact) -> int:
    """Print the places and releases, and return 2 or 3 where a file could not be read, else 0."""
    for failure in found.failures:
        complain(failure)
    for use in found.uses:
        say(f"{use.at}: {_(OUTCOMES[use.outcome])}")
        say(f"    {use.source}")
        if use.catalog_at is not None:
            say(f"  {use.catalog_at}:")
            say(f"    {use.target}")
    for release in found.releases:
        languages = ", ".join(release.languages)
        message = _("{file}: a release of {article} ({languages})")
        say(message.format(file=release.manifest.as_posix(), article=release.article, languages=languages))
    articles = len({use.article for use in found.uses})
    said = (
        ngettext("{count} place", "{count} places", len(found.uses)).format(count=len(found.uses)),
        ngettext("{count} article", "{count} articles", articles).format(count=articles),
        ngettext("{count} release", "{count} releases", len(found.releases)).format(count=len(found.releases)),
    )
    say(_(", ").join(said))
    return max((failure.exit_status for failure in found.failures), default=0)
