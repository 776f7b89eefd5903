"""Article → segments: each leaf cut into sentences, each sentence with its own placeholders."""

from __future__ import annotations

import hashlib
import re
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from govpub.model.inline import FootnoteReference, LineBreak
from govpub.model.segment import Segment
from govpub.segmentation.coding import Sign, coded, numbered, shown
from govpub.segmentation.rules import sentence_ends
from govpub.segmentation.walk import Leaf, walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govpub.model.article import Article
    from govpub.model.inline import Inline

__all__ = ["Cutter", "segment"]

# A figure that reads the same in every language, or a cell with a picture alone, has nothing to translate.
_NEUTRAL = re.compile(r"[0-9.,%+\-()\s\N{OBJECT REPLACEMENT CHARACTER}]*")


def segment(article: Article) -> tuple[Segment, ...]:
    """Return all of an article that is to be translated, in reading order."""
    cutter = Cutter(article)
    segments: list[Segment] = []

    def collect(leaf: Leaf) -> tuple[Inline, ...]:
        segments.extend(cutter.cut(leaf))
        return leaf.content

    walk(article.wording, article.positions, collect)
    return tuple(segments)


class Cutter:
    """Cuts the leaves of one article, which must come in reading order: repeated texts are numbered."""

    def __init__(self, article: Article) -> None:
        """Begin with the first leaf."""
        self._by_sentence = article.segmentation == "sentence"
        self._repeats: dict[str, int] = {}
        self._leaves = 0

    def cut(self, leaf: Leaf) -> tuple[Segment, ...]:
        """Return the segments of a leaf; none where it has nothing to translate.

        The leaf is the sum of what stands before, in and after its segments.
        """
        signs = list(coded(leaf.content))
        text = shown(signs)
        if not text.strip() or (not leaf.key and _NEUTRAL.fullmatch(text)):
            return ()
        self._leaves += 1
        ends = sentence_ends(text) if leaf.sentences and self._by_sentence else [len(text)]
        segments: list[Segment] = []
        for lead, core, tail in map(_bare, _parts(signs, ends)):
            coded_text, placeholders = numbered(core)
            if segments:
                segments[-1] = replace(segments[-1], after=segments[-1].after + lead)
            segments.append(
                Segment(
                    id=self._id(leaf, coded_text, len(segments) + 1),
                    text=coded_text,
                    placeholders=placeholders,
                    before="" if segments else lead,
                    after=tail,
                    role=leaf.role,
                    block=self._leaves,
                    at=leaf.at,
                )
            )
        return tuple(segments)

    def _id(self, leaf: Leaf, text: str, number: int) -> str:
        if leaf.key:
            return leaf.key if number == 1 else f"{leaf.key}.{number}"
        # `surrogatepass`: an article that was made in memory may hold what no file can.
        digest = hashlib.sha256(f"{leaf.role}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()[:10]
        count = self._repeats[digest] = self._repeats.get(digest, 0) + 1
        return digest if count == 1 else f"{digest}-{count}"


def _parts(signs: Sequence[Sign], ends: Sequence[int]) -> list[list[Sign]]:
    """Return the signs of each sentence; a sentence cannot end inside of a mark, and keeps its footnote's mark."""
    parts: list[list[Sign]] = [[]]
    waiting = deque(ends[:-1])
    place = depth = 0
    due = False
    for sign in signs:
        if due and not (sign.kind == "close" or isinstance(sign.inline, FootnoteReference)):
            due = False
            if depth == 0:
                parts.append([])
        start, place = place, place + len(sign.text)
        if sign.kind == "text" and depth == 0:
            while waiting and waiting[0] < place:
                end = waiting.popleft()
                parts[-1].append(Sign("text", sign.text[start - place : end - place]))
                parts.append([])
                start = end
            parts[-1].append(Sign("text", sign.text[start - place :]))
        else:
            parts[-1].append(sign)
        depth += (sign.kind == "open") - (sign.kind == "close")
        while waiting and waiting[0] <= place:
            due = waiting.popleft() == place
    return parts


def _bare(part: list[Sign]) -> tuple[str, list[Sign], str]:
    """Return the white space before a sentence, the sentence, and the white space after it; a break is a line feed."""
    first, last = 0, len(part)
    while first < last and _blank(part[first]):
        first += 1
    while last > first and _blank(part[last - 1]):
        last -= 1
    core = part[first:last]
    lead, tail = shown(part[:first]), shown(part[last:])
    if core and core[0].kind == "text":
        text = core[0].text.lstrip()
        lead += core[0].text[: len(core[0].text) - len(text)]
        core[0] = Sign("text", text)
    if core and core[-1].kind == "text":
        text = core[-1].text.rstrip()
        tail = core[-1].text[len(text) :] + tail
        core[-1] = Sign("text", text)
    return lead, core, tail


def _blank(sign: Sign) -> bool:
    return isinstance(sign.inline, LineBreak) or (sign.kind == "text" and not sign.text.strip())
