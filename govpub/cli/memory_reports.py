"""How the memory looks on a screen, and what programs are told of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from govpub import __version__
from govpub.cli.console import say, say_json, table
from govpub.cli.excerpt import beginning, cells, screen_width
from govpub.cli.highlight import Stretch, say_stretches
from govpub.cli.reports import STATES
from govpub.matching import Change
from govpub.memory import Side
from govpub.messages import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from govpub.cli.highlight import Kind
    from govpub.memory import Added, Match, Passage, Remembered, Statistics
    from govpub.workflow.memory_exchange import Import
    from govpub.workflow.memory_query import Found

__all__ = ["report_doomed", "report_found", "report_import", "report_statistics", "told"]

SCHEMA_VERSION = 1
CHANGES: Mapping[Change, Kind] = {Change.SAME: "", Change.REMOVED: "removed", Change.ADDED: "added"}
MOST_ROWS = 10
"""Of origins, articles and years, where there are more."""


def told(added: Added) -> str:
    """Return what became of entries, in a line."""
    return _("new: {new}; replaced: {replaced}; the same already: {same}").format(
        new=added.new, replaced=added.replaced, same=added.same
    )


def report_import(file: Path, done: Import, *, quiet: bool) -> None:
    """Print what an import did, and how to undo it."""
    if quiet:
        return
    say(_("{file}: {what}").format(file=file.as_posix(), what=told(done.added)))
    if done.left_out:
        message = ngettext(
            "  {count} unit is left out: it has no text and translation in govpub's languages, or is not final",
            "  {count} units are left out: they have no text and translation in govpub's languages, or are not final",
            done.left_out,
        )
        say(message.format(count=done.left_out))
    if done.added.new or done.added.replaced:
        say(_("  to undo it: govpub memory forget --batch {batch}").format(batch=done.batch))


def report_found(text: str, found: Found, *, as_json: bool) -> int:
    """Print what the memory knows of a text, and return 1 where that is nothing."""
    if as_json:
        say_json(_json({"query": text} | _found_json(found)))
        return int(not (found.passages or found.matches))
    for passage in found.passages:
        _say_passage(passage)
    for match in found.matches:
        _say_match(match)
    counts = (
        ngettext("{count} passage", "{count} passages", len(found.passages)).format(count=len(found.passages)),
        ngettext("{count} match", "{count} matches", len(found.matches)).format(count=len(found.matches)),
    )
    if not (found.passages or found.matches):
        say(_("the memory has nothing like {text}").format(text=text))
        return 1
    say(_(", ").join(counts))
    return 0


def report_doomed(entries: Sequence[Remembered], count: int) -> None:
    """Print how many entries would be forgotten, and the first of them."""
    if not count:
        say(_("the memory has no such entry"))
        return
    say(ngettext("{count} entry would be forgotten:", "{count} entries would be forgotten:", count).format(count=count))
    width = screen_width() - len("  ")
    for entry in entries:
        half = (width - len(" → ")) // 2
        source = beginning(entry.source, half)
        say(f"  {source} → {beginning(entry.target, width - len(' → ') - cells(source))}")
    if count > len(entries):
        say("  " + _("… and {count} more").format(count=count - len(entries)))


def report_statistics(counted: Statistics, *, as_json: bool) -> None:
    """Print the counts of a memory."""
    if as_json:
        say_json(_json(_statistics_json(counted)))
        return
    say(
        ngettext("{count} entry", "{count} entries", counted.entries).format(count=counted.entries)
        + _(", ")
        + ngettext("{count} source text", "{count} source texts", counted.sources).format(count=counted.sources)
    )
    if counted.oldest is not None and counted.newest is not None:
        days = (counted.oldest.date().isoformat(), counted.newest.date().isoformat())
        say(_("confirmed from {first} to {last}").format(first=days[0], last=days[1]))
    _count_table(_("direction"), {f"{source} → {target}": count for (source, target), count in counted.pairs.items()})
    _count_table(_("state"), {_(STATES[state]): count for state, count in counted.states.items()})
    _count_table(_("origin"), {name or _("(none)"): count for name, count in counted.origins.items()})
    _count_table(_("article"), {name or _("(none)"): count for name, count in counted.articles.items()})
    _count_table(_("year"), {str(year or _("(none)")): count for year, count in counted.years.items()}, last=True)


def _count_table(name: str, counts: Mapping[str, int], *, last: bool = False) -> None:
    if not counts:
        return
    rows = [[key, str(count)] for key, count in counts.items()]
    shown = rows[-MOST_ROWS:] if last else rows[:MOST_ROWS]
    say()
    table("", [name, _("entries")], shown, numeric=(1,))
    if len(rows) > len(shown):
        say(_("… and {count} more").format(count=len(rows) - len(shown)))


def _where(entry: Remembered) -> str:
    time = entry.time.date().isoformat() if entry.time is not None else ""
    parts = (entry.article or entry.origin, _(STATES[entry.state]), time, entry.translator)
    return " · ".join(part for part in parts if part)


def _say_passage(passage: Passage) -> None:
    entry = passage.entry
    say(_where(entry))
    for side, text in ((Side.SOURCE, entry.source), (Side.TARGET, entry.target)):
        say_stretches(list(_stretches(text, passage.spans if side is passage.side else ())))
    say()


def _stretches(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Stretch]:
    place = 0
    for start, end in spans:
        yield Stretch(text[place:start])
        yield Stretch(text[start:end], "hit")
        place = end
    yield Stretch(text[place:])


def _say_match(match: Match) -> None:
    score = _("{score} %").format(score=int(match.score))
    adapted = _("numbers adapted") if match.adapted is not None else ""
    say(" · ".join(part for part in (score, adapted, _where(match.entry)) if part))
    say_stretches([Stretch(piece.text, CHANGES[piece.kind]) for piece in match.difference])
    say_stretches([Stretch(match.text)])
    for veto in match.vetoes:
        say(f"    ! {veto.message}")
    say()


def _json(content: Mapping[str, Any]) -> str:
    head = {"version": SCHEMA_VERSION, "tool": {"name": "govpub", "version": __version__}}
    return json.dumps({**head, **content}, ensure_ascii=False, indent=2)


def _found_json(found: Found) -> dict[str, Any]:
    return {
        "passages": [
            {**_entry_json(passage.entry), "side": passage.side.value, "spans": [list(span) for span in passage.spans]}
            for passage in found.passages
        ],
        "matches": [_match_json(match) for match in found.matches],
    }


def _match_json(match: Match) -> dict[str, Any]:
    return {
        **_entry_json(match.entry),
        "score": match.score,
        "kind": match.kind.value,
        "adapted": match.adapted,
        "vetoes": [{"kind": veto.kind.value, "old": veto.old, "new": veto.new} for veto in match.vetoes],
        "difference": [{"text": piece.text, "kind": piece.kind.value} for piece in match.difference],
    }


def _entry_json(entry: Remembered) -> dict[str, Any]:
    return {
        "source": entry.source,
        "target": entry.target,
        "source_language": entry.source_locale.tag,
        "target_language": entry.target_locale.tag,
        "origin": entry.origin,
        "article": entry.article,
        "translator": entry.translator,
        "time": entry.time.isoformat() if entry.time is not None else None,
        "state": entry.state.value,
        "before": entry.before,
        "after": entry.after,
        "batch": entry.batch,
    }


def _statistics_json(counted: Statistics) -> dict[str, Any]:
    return {
        "entries": counted.entries,
        "sources": counted.sources,
        "pairs": [
            {"source_language": source, "target_language": target, "entries": count}
            for (source, target), count in counted.pairs.items()
        ],
        "states": {state.value: count for state, count in counted.states.items()},
        "origins": dict(counted.origins),
        "articles": dict(counted.articles),
        "years": {"" if year is None else str(year): count for year, count in counted.years.items()},
        "oldest": counted.oldest.isoformat() if counted.oldest is not None else None,
        "newest": counted.newest.isoformat() if counted.newest is not None else None,
    }
