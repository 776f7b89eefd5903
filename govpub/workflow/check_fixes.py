"""Mending what rules say may be mended unseen, in the catalogs; never a fuzzy translation, never the source."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.checks import check_document
from govpub.checks.settlement import settle
from govpub.po import parse_po, serialize_po
from govpub.workflow import storage
from govpub.workflow.merge import merge_catalogs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from govpub.model.finding import Finding
    from govpub.po import PoEntry
    from govpub.workflow.check_subject import Subject

__all__ = ["Mended", "diff_of", "mend", "save_mended"]

_ROUNDS = 20
"""More than fixes that enable one another ever need."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A document after its fixes."""

    subject: Subject
    count: int
    """How many findings were mended."""


def mend(subject: Subject, units: Collection[str]) -> Mended:
    """Apply the fixes in these units again and again until there are none left; nothing is written."""
    count = 0
    seen: set[str] = set()
    for _round in range(_ROUNDS):
        file = subject.file
        fixes = _fixes(subject, units)
        if file is None or not fixes:
            break
        entries: list[PoEntry] = []
        done = 0
        for entry in file.entries:
            mended, applied = _applied(entry, fixes.get(entry.line, ()))
            entries.append(mended)
            done += applied
        text = serialize_po(file.replace_entries(entries))
        if not done or text in seen:  # two rules that undo each other
            break
        seen.add(text)
        count += done
        subject = subject.with_file(parse_po(text, file.path))
    return Mended(subject, count)


def save_mended(subject: Subject) -> None:
    """Write a mended catalog, over what was read; what others changed meanwhile is kept.

    Raises:
        ConflictError: someone else changed the same entry.
        MachineError: it cannot be written.
    """
    storage.save(subject.catalog, _text(subject).encode(), merge_catalogs(subject.catalog.path))


def diff_of(subject: Subject) -> str:
    """Return what mending changed, as a unified diff; empty where it changed nothing."""
    name = subject.catalog.path.as_posix()
    before = (subject.catalog.content or b"").decode().splitlines(keepends=True)
    after = _text(subject).splitlines(keepends=True)
    return "".join(_whole_lines(difflib.unified_diff(before, after, f"a/{name}", f"b/{name}")))


def _text(subject: Subject) -> str:
    assert subject.file is not None, "only a catalog is mended"
    return serialize_po(subject.file)


def _whole_lines(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"


def _fixes(subject: Subject, units: Collection[str]) -> dict[int, list[Finding]]:
    """Return the findings that can be mended, by the line of their entry."""
    final = {subject.document.context.place(unit).line for unit, _reading in subject.document.final}
    found: dict[int, list[Finding]] = {}
    for finding in settle(subject.document, check_document(subject.document, subject.rules), subject.rules).findings:
        line = finding.at.line
        if finding.fix is not None and finding.unit in units and line is not None and line in final:
            found.setdefault(line, []).append(finding)
    return found


def _applied(entry: PoEntry, fixes: Iterable[Finding]) -> tuple[PoEntry, int]:
    """Return the entry with those fixes that do not overlap, and their number; the others come in the next round."""
    text, done = entry.msgstr[0], 0
    if entry.obsolete or entry.fuzzy:
        return entry, 0
    before = len(text) + 1
    for finding in sorted(fixes, key=lambda each: (-each.target.end, -each.target.start) if each.target else (0, 0)):
        span = finding.target
        if span is None or finding.fix is None or span.text != entry.msgstr[0] or span.end > before:
            continue
        if span.start == span.end == before or text[span.start : span.end] == finding.fix:
            continue
        text = text[: span.start] + finding.fix + text[span.end :]
        before = span.start
        done += 1
    if not text.strip():  # nothing of it would be left: a person must decide
        return entry, 0
    return entry.replace(msgstr=(text, *entry.msgstr[1:])), done
