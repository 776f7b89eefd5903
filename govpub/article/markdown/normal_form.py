"""What Markdown says of one leaf, in one form of the many in which it can say it.

In normal form emphasis does not stand in emphasis of its kind, neighbours of a kind are one, white space and line
breaks stand outside of marks and never at an edge of the leaf, and the mark that reaches furthest is the outermost.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from govpub.model.inline import Emphasis, Inline, LineBreak, Link, Strong, Text

__all__ = ["Atom", "normal_form"]

_MARKS = ("strong", "emphasis", "link")


@dataclass(slots=True)
class Atom:
    """Text, or something that stands alone, and the marks around it."""

    node: Inline
    """Without marks in it."""
    strong: bool = False
    emphasis: bool = False
    link: Link | None = None
    """Without content; one object for all atoms of one link."""

    @property
    def blank(self) -> bool:
        """Return whether it is white space or a line break."""
        match self.node:
            case Text(text):
                return not text.strip()
            case LineBreak():
                return True
            case _:
                return False


def normal_form(atoms: list[Atom]) -> tuple[Inline, ...]:
    """Return the inlines that atoms in a row make."""
    parts = [part for atom in atoms for part in _split_edges(atom)]
    for mark in _MARKS:
        _lift_blanks(parts, mark)
    trimmed = _trim(parts)
    return _Nesting(trimmed).between(0, len(trimmed), frozenset())


def _split_edges(atom: Atom) -> tuple[Atom, ...]:
    if not isinstance(atom.node, Text):
        return (atom,)
    text = atom.node.text
    core = text.strip()
    if core == text or not core:
        return (atom,)
    start = text.index(core[0])
    parts = (text[:start], core, text[start + len(core) :])
    return tuple(replace(atom, node=Text(part)) for part in parts if part)


def _lift_blanks(atoms: list[Atom], mark: str) -> None:
    """Take white space and line breaks at the edges of a mark out of it."""
    for order in (range(len(atoms)), range(len(atoms) - 1, -1, -1)):
        outside: object = None
        for number in order:
            value = getattr(atoms[number], mark)
            if value and value is not outside and atoms[number].blank:
                setattr(atoms[number], mark, None if mark == "link" else False)
            else:
                outside = value


def _trim(atoms: list[Atom]) -> list[Atom]:
    """Drop white space around line breaks, and all that is blank at the edges of the leaf."""
    start, end = 0, len(atoms)
    while start < end and atoms[start].blank:
        start += 1
    while end > start and atoms[end - 1].blank:
        end -= 1
    kept: list[Atom] = []
    for atom in atoms[start:end]:
        if isinstance(atom.node, LineBreak):
            while kept and isinstance(kept[-1].node, Text) and kept[-1].blank:
                kept.pop()
        elif atom.blank and isinstance(kept[-1].node, LineBreak):
            continue
        kept.append(atom)
    return kept


class _Nesting:
    """Atoms, and how far each mark reaches from each of them."""

    def __init__(self, atoms: list[Atom]) -> None:
        self.atoms = atoms
        self.ends = {mark: self._ends(mark) for mark in _MARKS}
        self.link_starts: list[int] = []
        for number, atom in enumerate(atoms):
            same = number and atom.link is atoms[number - 1].link
            self.link_starts.append(self.link_starts[-1] if same else number)

    def _ends(self, mark: str) -> list[int]:
        ends = [0] * len(self.atoms)
        for number in range(len(self.atoms) - 1, -1, -1):
            value = getattr(self.atoms[number], mark)
            same = number + 1 < len(self.atoms) and getattr(self.atoms[number + 1], mark) is value
            ends[number] = ends[number + 1] if same else number + 1
        return ends

    def between(self, start: int, end: int, opened: frozenset[str]) -> tuple[Inline, ...]:
        nodes: list[Inline] = []
        while start < end:
            atom = self.atoms[start]
            reaches = {
                mark: self._reach(mark, start, end) for mark in _MARKS if mark not in opened and getattr(atom, mark)
            }
            if not reaches:
                start += 1
                if isinstance(atom.node, Text) and nodes and isinstance(nodes[-1], Text):
                    nodes[-1] = Text(nodes[-1].text + atom.node.text)
                else:
                    nodes.append(atom.node)
                continue
            outer = max(reaches, key=lambda mark: reaches[mark])
            content = self.between(start, reaches[outer], opened | {outer})
            nodes.append(_marked(outer, atom, content))
            start = reaches[outer]
        return tuple(nodes)

    def _reach(self, mark: str, start: int, end: int) -> int:
        """Return where a mark that begins at `start` ends, at the latest before a link that it would cut in two."""
        reach = min(self.ends[mark][start], end)
        if mark == "link" or reach == end:
            return reach
        link_start = self.link_starts[reach]
        return link_start if self.atoms[reach].link and start < link_start < reach else reach


def _marked(mark: str, atom: Atom, content: tuple[Inline, ...]) -> Inline:
    if mark == "strong":
        return Strong(content)
    if mark == "emphasis":
        return Emphasis(content)
    assert atom.link is not None
    return replace(atom.link, content=content)
