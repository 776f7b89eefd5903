"""text.pairs: a quotation mark, title mark or bracket is not closed, or not opened.

Wrong:  会议指出：“坚持稳中求进。 => The meeting noted: “Seek progress while ensuring stability.
Right:  会议指出：“坚持稳中求进。” => The meeting noted: “Seek progress while ensuring stability.”

Traps: what is opened in one sentence may be closed in a later one; a quotation of several paragraphs opens each of them
and closes only the last; the label of a list, 1) or a), opens nothing; ’ is an apostrophe in English.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from govpub.checks.text.sides import HAN, sides
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from govpub.checks.context import Document
    from govpub.checks.text.sides import Side
    from govpub.model.finding import Finding

NAME = "text.pairs"

_PAIRS = ("“”", "《》", "〈〉", "（）", "【】", "「」", "『』", "〔〕", "[]")
_KIND = {mark: kind for kind, pair in enumerate(_PAIRS) for mark in pair} | {"(": 3, ")": 3, "［": 8, "］": 8}
_OPENING = frozenset("“《〈（(【「『〔[［")
_QUOTES = frozenset(_KIND[mark] for mark in "“「『")
_INTERVAL = pattern(r"[\[(（][ ]?[-−]?[0-9.]{1,12}%?[,，、~～ ]{1,2}[-−+]?[0-9.∞]{1,12}%?[\])）]")
"""Half-open: [0, 1)."""
_ASIDE = ("alt", "caption", "footnote", "cell", "image.alt", "image.caption")
_OTHER_HOUSES = "「」『』"
"""Marks that neither language sets (GB/T 15834-2011, 4.8): they come with text from elsewhere."""
_MOST = 50
"""Findings on one unit and kind: of a text that breaks more, enough is said."""
_MARK = pattern(r"[“”《》〈〉（）()【】「」『』〔〕\[\]［］]")
_LABEL = pattern(
    rf"(?:^|(?<=[\s，,；;：:。、{HAN}]))(?:[0-9]{{1,3}}|[A-Za-z]|[ivxIVX]{{1,5}})[)）]"
    r"|(?:^|(?<=[\s，,；;：:。、]))[一二三四五六七八九十]{1,3}[)）]"
)


@dataclass(frozen=True, slots=True)
class _Open:
    """An opening mark that waits for its other half."""

    side: Side
    place: int

    def finding(self) -> Finding:
        mark = self.side.text[self.place]
        message = _("this is not closed: {mark}").format(mark=mark)
        return self.side.finding(NAME, (self.place, self.place + 1), message, severity=_severity(mark))


@dataclass(slots=True)
class _Reader:
    """Reads one side of a document, unit by unit."""

    carried: dict[int, _Open] = field(default_factory=dict)
    """By kind: opened in an earlier unit."""
    block: int = 0

    def read(self, side: Side) -> Iterator[Finding]:
        """Yield what is certain once this unit is read; what stands aside of the text is read on its own."""
        if side.unit.segment.role not in _ASIDE:
            yield from self._read(side)
        elif _MARK.search(side.bare):
            aside = _Reader(block=side.unit.segment.block)
            yield from (*aside._read(side), *aside.end())

    def _read(self, side: Side) -> Iterator[Finding]:
        if side.context.article is not None and side.unit.segment.block != self.block:
            self.block = side.unit.segment.block
            yield from self._new_block(side)
        if not _MARK.search(side.bare):
            return
        labels: set[int] | None = None
        halves = {place for found in _INTERVAL.finditer(side.bare) for place in (found.start(), found.end() - 1)}
        stacks: dict[int, list[_Open]] = {kind: [opened] for kind, opened in self.carried.items()}
        paired: set[int] = set()
        unopened = 0
        for found in _MARK.finditer(side.bare):
            place, kind = found.start(), _KIND[found[0]]
            if place in halves:
                continue
            stack = stacks.setdefault(kind, [])
            if found[0] in _OPENING:
                if stack and stack[-1] is self.carried.get(kind) and not side.bare[:place].strip(" \u3000\ufffc>"):
                    stack.pop()  # the next paragraph of the same quotation
                stack.append(_Open(side, place))
            elif stack:
                paired.update([kind] if stack.pop().side is side else [])
            else:
                labels = _labels(side.bare) if labels is None else labels
                if place not in labels and (unopened := unopened + 1) <= _MOST:
                    message = _("this is not opened: {mark}").format(mark=found[0])
                    yield side.finding(NAME, (place, place + 1), message, severity=_severity(found[0]))
        yield from self._carry(stacks, paired, side)

    def _carry(self, stacks: dict[int, list[_Open]], paired: set[int], side: Side) -> Iterator[Finding]:
        """Keep the innermost open mark of each kind; what later pairs show to be forgotten is found."""
        self.carried = {}
        for kind, stack in stacks.items():
            forgotten = [opened for opened in stack if opened.side is not side and kind in paired]
            waiting = [opened for opened in stack if opened not in forgotten]
            for opened in (*forgotten, *waiting[:-1])[:_MOST]:
                yield opened.finding()
            if waiting:
                self.carried[kind] = waiting[-1]

    def _new_block(self, side: Side) -> Iterator[Finding]:
        """Let only quotations go on in the next paragraph, and only where it opens them again."""
        first = side.bare.lstrip(" \u3000\ufffc")[:1]
        for kind, opened in tuple(self.carried.items()):
            if kind not in _QUOTES or first not in _PAIRS[kind][:1] or not first:
                yield opened.finding()
                del self.carried[kind]

    def end(self) -> Iterator[Finding]:
        for opened in self.carried.values():
            yield opened.finding()


def _labels(text: str) -> set[int]:
    """Return where the brackets stand that close the label of a list and nothing else."""
    return {found.end() - 1 for found in _LABEL.finditer(text)}


def _severity(mark: str) -> Severity:
    return Severity.WARNING if mark in _OTHER_HOUSES else Severity.ERROR


def check_document(document: Document) -> Iterator[Finding]:
    """Yield a finding for each mark without its other half in what is meant to go out."""
    final = {unit.segment.id for unit, _reading in document.final}
    return (finding for finding in _read(document, final) if finding.unit in final)


def _read(document: Document, final: Container[str]) -> Iterator[Finding]:
    marked = document.source.having_characters(_MARK) | document.target.having_characters(_MARK)
    readers = (_Reader(), _Reader())
    for number, (unit, reading) in enumerate(document.readings):
        if number not in marked and not any(reader.carried for reader in readers):
            continue
        source, target = sides(unit, reading)
        if unit.segment.id not in final:  # what is to be translated opens and closes as its source does
            target = replace(target, text=source.text, bare=source.bare)
        for reader, side in zip(readers, (source, target), strict=True):
            yield from reader.read(side)
    for reader in readers:
        yield from reader.end()
