"""The inline tokens of one leaf → its inlines in normal form.

Markdown can say one thing in many ways; an article holds one of them. In normal form emphasis does not stand in
emphasis of its kind, neighbours of a kind are one, white space and line breaks stand outside of marks and never
at an edge of the leaf, and the mark that reaches furthest is the outermost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govpub.article.addresses import Fault, link_fault, path_fault
from govpub.article.source import soft_joint
from govpub.messages import _
from govpub.model.inline import (
    CodeSpan,
    Emphasis,
    FootnoteReference,
    Inline,
    LineBreak,
    Link,
    Picture,
    Strong,
    Text,
    plain_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token

__all__ = ["read_inlines"]

_MARKS = ("strong", "emphasis", "link")
# What character references can bring in that is a line or a tab to some reader.
_LAYOUT = {ord(character): " " for character in "\t\n\r\f\u2028\u2029"}
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class _Atom:
    """A node without content of its own marks, and the marks around it."""

    node: Inline
    strong: bool = False
    emphasis: bool = False
    link: Link | None = None

    @property
    def blank(self) -> bool:
        match self.node:
            case Text(text):
                return not text.strip()
            case LineBreak():
                return True
            case _:
                return False


def read_inlines(
    tokens: Sequence[Token], *, wide_ambiguous: bool, refuse: Callable[[Fault, str], Exception]
) -> tuple[Inline, ...]:
    """Return the inlines of one leaf, in normal form.

    `refuse` makes an error of a fault and the text near which it stands.

    Raises:
        ArticleError: as `refuse` makes it.
    """
    atoms = _join_lines(_Reader(wide_ambiguous, refuse).read(tokens), wide_ambiguous=wide_ambiguous)
    atoms = [part for atom in atoms for part in _split_edges(atom)]
    for mark in _MARKS:
        _lift_blanks(atoms, mark)
    return _nest(_trim(atoms))


class _Reader:
    """Turns tokens into atoms."""

    def __init__(self, wide_ambiguous: bool, refuse: Callable[[Fault, str], Exception]) -> None:  # noqa: FBT001
        self._wide_ambiguous = wide_ambiguous
        self._refuse = refuse
        self._strong = 0
        self._emphasis = 0
        self._link: Link | None = None

    def read(self, tokens: Sequence[Token]) -> list[_Atom]:
        """Return the atoms of a leaf; a soft line break is a Text of one line feed."""
        atoms = []
        for number, token in enumerate(tokens):
            node = self._node(token, tokens, number)
            if node is not None:
                atoms.append(_Atom(node, self._strong > 0, self._emphasis > 0, self._link))
        return atoms

    def _node(self, token: Token, tokens: Sequence[Token], number: int) -> Inline | None:  # noqa: C901, PLR0911  one case a type
        match token.type:
            case "text" if token.content:
                return Text(token.content.translate(_LAYOUT))
            case "softbreak":
                return Text("\n")
            case "hardbreak":
                return LineBreak()
            case "code_inline":
                return CodeSpan((Text(token.content.translate(_LAYOUT)),))
            case "footnote_ref":
                return FootnoteReference(token.meta["label"])
            case "image":
                return self._picture(token)
            case "failed_image":
                fault = Fault(
                    _("an image that cannot be read as one"),
                    _('write a path with spaces as `<my image.png>`, and the caption behind it in "…"'),
                )
                raise self._refuse(fault, token.content)
            case "strong_open" | "strong_close":
                self._strong += token.nesting
            case "em_open" | "em_close":
                self._emphasis += token.nesting
            case "link_open":
                self._link = self._open_link(token, tokens, number)
            case "link_close":
                self._link = None
            case _:  # an empty text
                pass
        return None

    def _open_link(self, token: Token, tokens: Sequence[Token], number: int) -> Link:
        href = str(token.attrs["href"]).strip()
        if fault := link_fault(href):
            raise self._refuse(fault, href)
        shown = 0
        for inner in map(tokens.__getitem__, range(number + 1, len(tokens))):
            if inner.type == "link_close":
                break
            shown += inner.type in ("code_inline", "image") or bool(inner.content.strip())
        if not shown:
            raise self._refuse(
                Fault(_("a link without text"), _("write between the square brackets what the link is called")), href
            )
        return Link((), href, _SPACE.sub(" ", str(token.attrs.get("title", ""))).strip())

    def _picture(self, token: Token) -> Picture:
        path = str(token.attrs["src"]).strip()
        if fault := path_fault(path):
            raise self._refuse(fault, path)
        inner = _Reader(self._wide_ambiguous, self._refuse)
        atoms = _join_lines(inner.read(token.children or ()), wide_ambiguous=self._wide_ambiguous)
        alt = _SPACE.sub(" ", plain_text(tuple(atom.node for atom in atoms))).strip()
        if not alt:
            raise self._refuse(
                Fault(
                    _("an image without a text for those who do not see it"),
                    _("write between the square brackets what it shows; leave out an image that shows nothing"),
                ),
                path,
            )
        return Picture(path, alt)


def _join_lines(atoms: list[_Atom], *, wide_ambiguous: bool) -> list[_Atom]:
    """Replace each soft line break by nothing or a space, as the characters around it want."""
    before = ""
    joined: list[_Atom] = []
    following = _next_characters(atoms)
    for number, atom in enumerate(atoms):
        if atom.node == Text("\n"):
            after = following[number]
            joint = soft_joint(before, after, wide_ambiguous=wide_ambiguous) if before and after else ""
            if joint:
                joined.append(replace(atom, node=Text(joint)))
            continue
        if isinstance(atom.node, Text):
            text = atom.node.text
            if number and atoms[number - 1].node == Text("\n"):
                text = text.lstrip()
            if number + 1 < len(atoms) and atoms[number + 1].node == Text("\n"):
                text = text.rstrip()
            if not text:
                continue
            atom = replace(atom, node=Text(text))  # noqa: PLW2901
        joined.append(atom)
        shown = _shown(atom)
        before = shown[-1] if shown else before
    return joined


def _next_characters(atoms: list[_Atom]) -> list[str]:
    """Return for each atom the first character that is shown after it; empty at the end."""
    following = [""] * len(atoms)
    after = ""
    for number in range(len(atoms) - 1, -1, -1):
        following[number] = after
        shown = _shown(atoms[number]).strip()
        after = shown[0] if shown else after
    return following


def _shown(atom: _Atom) -> str:
    match atom.node:
        case Picture():
            return "\N{OBJECT REPLACEMENT CHARACTER}"
        case LineBreak():
            return " "
        case node:
            return plain_text((node,))


def _split_edges(atom: _Atom) -> tuple[_Atom, ...]:
    if not isinstance(atom.node, Text):
        return (atom,)
    text = atom.node.text
    core = text.strip()
    if core == text or not core:
        return (atom,)
    start = text.index(core[0])
    parts = (text[:start], core, text[start + len(core) :])
    return tuple(replace(atom, node=Text(part)) for part in parts if part)


def _lift_blanks(atoms: list[_Atom], mark: str) -> None:
    """Take white space and line breaks at the edges of a mark out of it."""
    for order in (range(len(atoms)), range(len(atoms) - 1, -1, -1)):
        outside: object = None
        for number in order:
            value = getattr(atoms[number], mark)
            if value and value is not outside and atoms[number].blank:
                setattr(atoms[number], mark, None if mark == "link" else False)
            else:
                outside = value


def _trim(atoms: list[_Atom]) -> list[_Atom]:
    """Drop white space around line breaks, and all that is blank at the edges of the leaf."""
    start, end = 0, len(atoms)
    while start < end and atoms[start].blank:
        start += 1
    while end > start and atoms[end - 1].blank:
        end -= 1
    kept: list[_Atom] = []
    for atom in atoms[start:end]:
        if isinstance(atom.node, LineBreak):
            while kept and isinstance(kept[-1].node, Text) and kept[-1].blank:
                kept.pop()
        elif atom.blank and isinstance(kept[-1].node, LineBreak):
            continue
        kept.append(atom)
    return kept


def _nest(atoms: list[_Atom]) -> tuple[Inline, ...]:
    """Return atoms as a tree: at each place the mark that reaches furthest is the outermost."""
    return _Nesting(atoms).between(0, len(atoms), frozenset())


class _Nesting:
    """Atoms, and how far each mark reaches from each of them."""

    def __init__(self, atoms: list[_Atom]) -> None:
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


def _marked(mark: str, atom: _Atom, content: tuple[Inline, ...]) -> Inline:
    if mark == "strong":
        return Strong(content)
    if mark == "emphasis":
        return Emphasis(content)
    assert atom.link is not None
    return replace(atom.link, content=content)
