"""Terms of a language without spaces, found in a text by their characters: one pass, longest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from govpub.glossary.reading import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["StringFinder", "occurrences", "string_key"]


def string_key(text: str) -> str:
    """Return `text` as it is compared: folded, without quotation marks and invisible characters."""
    return plain(text, spaced=False).text


class StringFinder:
    """Finds keys in plain texts, leftmost and longest; a key inside one of its own exceptions is not found."""

    def __init__(self, keys: Iterable[str], exceptions: Iterable[tuple[str, str]] = ()) -> None:
        """Prepare for `keys`; an exception is a key and a longer string in which it is not meant."""
        self._keys = frozenset(key for key in keys if key)
        contexts: dict[str, set[str]] = {}
        for key, context in exceptions:
            if key in context and key != context:
                contexts.setdefault(context, set()).add(key)
        self._contexts = {context: frozenset(inside) for context, inside in contexts.items()}
        self._guarded = frozenset(self._contexts).union(*self._contexts.values())
        self._edged = frozenset(key for key in self._keys if _latin(key[0]) or _latin(key[-1]))
        self._patterns = sorted(self._keys | self._contexts.keys())
        self._first = AhoCorasick(self._patterns, MatchKind.LeftmostLongest) if self._patterns else None
        self._all: AhoCorasick | None = None

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Return start, end and key of what stands in the plain text `text`, in order, without overlaps."""
        if self._first is None:
            return []
        found: list[tuple[int, int, str]] = []
        for number, start, end in self._first.find_matches_as_indexes(text):
            key = self._patterns[number]
            if key in self._guarded or (key in self._edged and not _whole(key, text, start, end)):
                # An exception may begin before the key, and other terms may lie inside it: weigh every match.
                return self._weighed(text)
            found.append((start, end, key))
        return found

    def _weighed(self, text: str) -> list[tuple[int, int, str]]:
        if self._all is None:
            self._all = AhoCorasick(self._patterns, MatchKind.Standard)
        candidates: list[tuple[int, int, str]] = []
        excepted: dict[str, list[tuple[int, int]]] = {}
        for number, start, end in self._all.find_matches_as_indexes(text, overlapping=True):
            key = self._patterns[number]
            for inside in self._contexts.get(key, ()):
                excepted.setdefault(inside, []).append((start, end))
            if key in self._keys and _whole(key, text, start, end):
                candidates.append((start, end, key))
        covered = {key: set(_inner(key, spans, text)) for key, spans in excepted.items()}
        candidates.sort(key=lambda match: (match[0], -match[1]))
        found: list[tuple[int, int, str]] = []
        free = 0
        for start, end, key in candidates:
            if start >= free and start not in covered.get(key, ()):
                found.append((start, end, key))
                free = end
        return found


def _inner(key: str, spans: list[tuple[int, int]], text: str) -> Iterator[int]:
    """Yield where `key` begins inside one of `spans`."""
    for start, end in spans:
        at = text.find(key, start, end)
        while at >= 0:
            yield at
            at = text.find(key, at + 1, end)


def _whole(key: str, text: str, start: int, end: int) -> bool:
    """Return whether Latin letters and digits at the edges of `key` are not part of a longer word or number."""
    if start and _latin(key[0]) and _latin(text[start - 1]) and key[0].isdigit() == text[start - 1].isdigit():
        return False
    return not (end < len(text) and _latin(key[-1]) and _latin(text[end]) and key[-1].isdigit() == text[end].isdigit())


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def occurrences(key: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where `key` stands in the plain text `text`, from left to right, without overlaps."""
    at = text.find(key) if key else -1
    while at >= 0:
        end = at + len(key)
        if _whole(key, text, at, end):
            yield at, end
        at = text.find(key, end)
