"""Texts with stretches that matter, in lines that fit the screen: in colour where one looks, else with marks below."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from govpub.cli.console import rich_console, say, shown
from govpub.cli.differences import MARKS
from govpub.cli.excerpt import cells, screen_width, wrapped
from govpub.matching import Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Kind", "Stretch", "say_stretches"]

Kind: TypeAlias = Literal["", "hit", "removed", "added"]
INDENT = "    "
STYLES: Mapping[Kind, str] = {"hit": "bold yellow", "removed": "red", "added": "green"}
BRACKETS: Mapping[Kind, tuple[str, str]] = {"removed": MARKS[Change.REMOVED], "added": MARKS[Change.ADDED]}
"""Colours alone would not reach everyone."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text."""

    text: str
    kind: Kind = ""


def say_stretches(stretches: Sequence[Stretch]) -> None:
    """Print a text, indented."""
    text, spans = "", list[tuple[int, int, Kind]]()
    for stretch in stretches:
        before, after = BRACKETS.get(stretch.kind, ("", ""))
        start = len(text)
        text += before + _visible(stretch.text) + after
        if stretch.kind:
            spans.append((start, len(text), stretch.kind))
    place = 0
    for line in wrapped(text, screen_width() - len(INDENT), ""):
        place = text.index(line, place)
        inside = [
            (max(start, place) - place, min(end, place + len(line)) - place, kind)
            for start, end, kind in spans
            if start < place + len(line) and end > place
        ]
        _say_line(line, inside)
        place += len(line)


def _say_line(line: str, spans: Sequence[tuple[int, int, Kind]]) -> None:
    if sys.stdout.isatty():
        from rich.text import Text  # noqa: PLC0415  for terminals only

        text = Text(INDENT + line)
        for start, end, kind in spans:
            text.stylize(STYLES[kind], len(INDENT) + start, len(INDENT) + end)
        rich_console().print(text, soft_wrap=True)
        return
    say(INDENT + line)
    marks = "".join(_marks(line, [(start, end) for start, end, kind in spans if kind == "hit"]))
    if marks:
        say(INDENT + marks)


def _marks(line: str, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    place = 0
    for start, end in spans:
        yield " " * cells(line[place:start])
        yield "^" * max(1, cells(line[start:end]))
        place = end


def _visible(text: str) -> str:
    """Return a text of the same length on one line, without what a terminal would act on."""
    flat = text.replace("\n", " ").replace("\t", " ")
    return "".join(character if shown(character) else "\N{REPLACEMENT CHARACTER}" for character in flat)
