"""`govpub translate ARTICLE --pretranslate`: what was filled in from where, and what is left."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from govpub.cli.console import complain, say, table, warn
from govpub.cli.reports import exit_status
from govpub.errors import GovpubError, UsageError
from govpub.messages import N_, _, ngettext
from govpub.workflow.machine import Order
from govpub.workflow.prefill import FillKind
from govpub.workflow.pretranslate import pretranslate, pretranslate_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from govpub.workflow.pretranslate import Pretranslation

__all__ = ["run_pretranslation"]

KINDS: Mapping[FillKind, str] = {
    FillKind.CONTEXT: N_("memory: the same text between the same neighbours"),
    FillKind.EXACT: N_("memory: the same text"),
    FillKind.GLOSSARY: N_("glossary: the whole text is a term"),
    FillKind.ADAPTED: N_("memory: other numbers, put in"),
    FillKind.FUZZY: N_("memory: a text like it"),
    FillKind.MACHINE: N_("machine"),
}


def run_pretranslation(
    articles: Sequence[Path], machine: Sequence[str], *, pretranslate: bool, under_embargo: bool, quiet: bool
) -> int:
    """Fill what is empty in the catalogs of articles, report it, and return the exit status.

    Raises:
        UsageError: the options do not fit together.
    """
    _refuse_misuse(articles, machine, wanted=pretranslate, under_embargo=under_embargo)
    failures: list[GovpubError] = []
    refused = False
    for article, done in _results(articles, machine, under_embargo=under_embargo, quiet=quiet):
        if isinstance(done, GovpubError):
            complain(done)
            failures.append(done)
            continue
        if not quiet:
            _report(article, done)
        for refusal in done.refusals:
            warn(f"{refusal.unit.at}: {refusal.unit.segment.id}: {refusal.reason}")
        refused = refused or bool(done.refusals)
        if done.failure is not None:
            complain(done.failure)
            failures.append(done.failure)
    return exit_status(failures, findings=refused)


def _results(
    articles: Sequence[Path], machine: Sequence[str], *, under_embargo: bool, quiet: bool
) -> Iterator[tuple[Path, Pretranslation | GovpubError]]:
    if not machine:
        yield from pretranslate_all(articles)
        return
    [article] = articles
    order = Order(names=tuple(machine), under_embargo=under_embargo)
    now = datetime.now(UTC)
    if quiet or not sys.stderr.isatty():
        yield article, pretranslate(article, order, now=now)
    else:
        yield article, pretranslate(article, order, now=now, answered=_tell_progress, sleep=_tell_and_sleep)


def _tell_progress(done: int, wanted: int) -> None:
    warn(_("the machine has answered for {done} of {wanted} segments").format(done=done, wanted=wanted))


def _tell_and_sleep(seconds: float) -> None:
    warn(_("the machine is busy; asking again in {seconds} seconds").format(seconds=f"{seconds:.0f}"))
    time.sleep(seconds)


def _refuse_misuse(articles: Sequence[Path], machine: Sequence[str], *, wanted: bool, under_embargo: bool) -> None:
    if machine and not wanted:
        raise UsageError(_("--machine goes with --pretranslate"), hint=_("add --pretranslate"))
    if under_embargo and not machine:
        raise UsageError(_("--under-embargo goes with --machine"), hint=_("name the segments by --machine"))
    if machine and (len(articles) != 1 or articles[0].is_dir()):
        raise UsageError(_("--machine takes one article at a time"), hint=_("name one Markdown file, no folder"))


def _report(article: Path, done: Pretranslation) -> None:
    count = len(done.fills)
    text = ngettext("{catalog}: {count} segment filled in", "{catalog}: {count} segments filled in", count)
    say(text.format(catalog=done.catalog.as_posix(), count=count))
    if done.fills:
        table("", [_("from"), _("segments"), _("score")], _rows(done), numeric=(1, 2))
        _say_what_to_do(article, done)
    for id_ in done.passed_over:
        say(_("{id} has a text already; it was not sent").format(id=id_))
    if done.empty:
        count = len(done.empty)
        say()
        say(ngettext("{count} segment is still empty:", "{count} segments are still empty:", count).format(count=count))
        for unit in done.empty:
            say(f"{unit.at}: {unit.segment.id}")
            say(f"  {unit.segment.text}")
            near = done.vetoed.get(unit.segment.id)
            if near is not None:
                told = _("; ").join(veto.message for veto in near.vetoes)
                text = _("the memory has a text that is {score} % like it, and says something else ({what})")
                say("  " + text.format(score=int(near.score), what=told))


def _rows(done: Pretranslation) -> list[list[str]]:
    rows: list[list[str]] = []
    for kind, name in KINDS.items():
        fills = [fill for fill in done.fills if fill.kind is kind]
        scores = [fill.score for fill in fills if fill.score is not None]
        low, high = (min(scores), max(scores)) if scores else (0, 0)
        shown = "" if not scores else f"{low} %" if low == high else f"{low}–{high} %"
        if fills:
            rows.append([_(name), str(len(fills)), shown])
    return rows


def _say_what_to_do(article: Path, done: Pretranslation) -> None:
    fuzzy = sum(not fill.final for fill in done.fills)
    if fuzzy:
        text = ngettext(
            "{count} text is fuzzy until a person accepts it: govpub translate {article}",
            "{count} texts are fuzzy until a person accepts them: govpub translate {article}",
            fuzzy,
        )
        say(text.format(count=fuzzy, article=article.as_posix()))
    settled = len(done.fills) - fuzzy
    if settled:
        text = ngettext(
            "{count} text counts as translated, as govpub.toml says: it was reviewed in the same context",
            "{count} texts count as translated, as govpub.toml says: they were reviewed in the same context",
            settled,
        )
        say(text.format(count=settled))
