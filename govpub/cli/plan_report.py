"""How `govpub translate --plan` looks on a screen: what an edit of the source touches, sentence by sentence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from govpub.catalog import FateKind
from govpub.cli.console import rich_console, say, shown
from govpub.cli.differences import elided, marked
from govpub.cli.excerpt import beginning
from govpub.cli.reports import report_each
from govpub.matching import Change, Piece, difference
from govpub.messages import N_, _, ngettext
from govpub.workflow.translate import plan_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from rich.text import Text

    from govpub.catalog import Fate
    from govpub.locales import Locale
    from govpub.workflow.translate import CarriedCatalog

__all__ = ["run_plan"]

_BECOMES: Mapping[FateKind, str] = {
    FateKind.KEPT: N_("kept"),
    FateKind.MOVED: N_("kept, moved"),
    FateKind.REVIVED: N_("taken back"),
    FateKind.CHANGED: N_("fuzzy: reworded"),
    FateKind.SPLIT: N_("fuzzy: split"),
    FateKind.MERGED: N_("fuzzy: merged"),
    FateKind.VETOED: N_("open: says something else"),
    FateKind.NEW: N_("open: new"),
}
_UNTRANSLATED = N_("open: reworded")
_GONE = N_("obsolete: removed")
_LINE = 100
"""Cells of a text that has no difference to be shown."""
_STYLES = {Change.SAME: "", Change.REMOVED: "red strike", Change.ADDED: "green"}


def run_plan(articles: Sequence[Path], *, quiet: bool) -> int:
    """Print what translating each article would touch, and return the exit status."""
    return report_each(plan_all(articles), _report, quiet=quiet)


def _report(article: Path, planned: CarriedCatalog) -> None:
    carried = planned.carried
    if planned.created:
        text = ngettext(
            "{article}: no catalog yet; {count} segment would be new",
            "{article}: no catalog yet; all {count} segments would be new",
            len(carried.fates),
        )
        say(text.format(article=article.as_posix(), count=len(carried.fates)))
        return
    rows = list(_rows(planned))
    if not rows:
        say(_("{article}: the catalog fits; nothing would change").format(article=article.as_posix()))
        return
    say(_("{article}: what would become of the catalog").format(article=article.as_posix()))
    _table(rows)
    counts = Counter(row[2] for row in rows)
    counts[_(_BECOMES[FateKind.KEPT])] = sum(fate.kind is FateKind.KEPT for fate in planned.carried.fates)
    order = [_(name) for name in (*_BECOMES.values(), _UNTRANSLATED, _GONE)]
    say(_("; ").join(_("{name} {count}").format(name=name, count=counts[name]) for name in order if counts[name]))
    say(_("nothing was written; govpub translate {article} does it").format(article=article.as_posix()))


def _rows(planned: CarriedCatalog) -> Iterator[tuple[str, str, str, Text]]:
    """Yield number, line, what becomes of it, and the text, of every segment that an edit touches."""
    told: set[int] = set()
    source = planned.article.locale
    joined = _joined(planned.carried.fates, source)
    for number, fate in enumerate(planned.carried.fates, start=1):
        if fate.kind is FateKind.KEPT:
            continue
        first = not told.intersection(map(id, fate.before))
        told.update(map(id, fate.before))
        line = str(fate.segment.at.line or "")
        new = joined.get(id(fate.before[0]), fate.segment.text) if fate.before and first else fate.segment.text
        yield str(number), line, _(_becomes(fate)), _told(fate, new, source, first=first)
    for text in _removed(planned):
        yield "", "", _(_GONE), _plain(text)


def _becomes(fate: Fate) -> str:
    untranslated = fate.before and not any(any(entry.msgstr) for entry in fate.before)
    return _UNTRANSLATED if untranslated and fate.kind is FateKind.CHANGED else _BECOMES[fate.kind]


def _joined(fates: Sequence[Fate], source: Locale) -> Mapping[int, str]:
    """Return by entry all that a sentence was split into, joined."""
    parts: dict[int, list[str]] = {}
    for fate in fates:
        if fate.kind in (FateKind.SPLIT, FateKind.VETOED) and len(fate.before) == 1:
            parts.setdefault(id(fate.before[0]), []).append(fate.segment.text)
    return {entry: source.joint.join(texts) for entry, texts in parts.items()}


def _removed(planned: CarriedCatalog) -> Iterator[str]:
    """Yield the sentences that are gone, and are like none that is there."""
    used = {entry.msgid for fate in planned.carried.fates for entry in fate.before}
    yield from (entry.msgid for entry in planned.carried.retired if entry.msgid not in used)


def _told(fate: Fate, new: str, source: Locale, *, first: bool) -> Text:
    match fate.kind:
        case FateKind.CHANGED | FateKind.MERGED:
            return _differing(difference(fate.old, new, source))
        case FateKind.SPLIT if first:
            return _differing(difference(fate.old, new, source))
        case FateKind.VETOED:
            drawn = _differing(difference(fate.old, new, source)) if first else _plain(new)
            for veto in fate.vetoes:
                drawn.append("\n" + shown(_("not filled in: {difference}").format(difference=veto.message)), "yellow")
            return drawn
        case _:
            return _plain(new)


def _plain(text: str) -> Text:
    from rich.text import Text  # noqa: PLC0415  only where something is drawn

    return Text(shown(beginning(text, _LINE)))


def _differing(pieces: Sequence[Piece]) -> Text:
    """Return a difference in colours on a terminal, else with marks around what is removed and added."""
    from rich.text import Text  # noqa: PLC0415  only where something is drawn

    console = rich_console()
    if console.color_system is None or console.no_color:
        return Text(shown(marked(elided(pieces))))
    drawn = Text()
    for piece in elided(pieces):
        drawn.append(shown(piece.text), _STYLES[piece.kind])
    return drawn


def _table(rows: Sequence[tuple[str, str, str, Text]]) -> None:
    from rich.table import Table  # noqa: PLC0415  same

    drawn = Table(box=None, pad_edge=False)
    drawn.add_column(_("segment"), justify="right", header_style="bold")
    drawn.add_column(_("line"), justify="right", header_style="bold")
    drawn.add_column(_("what becomes of it"), header_style="bold", max_width=18)
    drawn.add_column(_("difference"), header_style="bold", overflow="fold", ratio=1)
    for row in rows:
        drawn.add_row(*row)
    rich_console().print(drawn)
