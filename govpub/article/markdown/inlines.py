"""The inline tokens of one leaf → its inlines in normal form."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from govpub.article.addresses import Fault, link_fault, path_fault
from govpub.article.markdown.normal_form import Atom, normal_form
from govpub.article.source import soft_joint
from govpub.messages import _
from govpub.model.inline import (
    CodeSpan,
    FootnoteReference,
    Inline,
    LineBreak,
    Link,
    Picture,
    Text,
    plain_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token

__all__ = ["read_inlines"]

# What character references can bring in that is a line or a tab to some reader.
_LAYOUT = {ord(character): " " for character in "\t\n\r\f\u2028\u2029"}
_SPACE = re.compile(r"\s+")


def read_inlines(
    tokens: Sequence[Token], *, wide_ambiguous: bool, refuse: Callable[[Fault, str], Exception]
) -> tuple[Inline, ...]:
    """Return the inlines of one leaf, in normal form.

    `refuse` makes an error of a fault and the text near which it stands.

    Raises:
        ArticleError: as `refuse` makes it.
    """
    atoms = _join_lines(_Reader(wide_ambiguous, refuse).read(tokens), wide_ambiguous=wide_ambiguous)
    return normal_form(atoms)


class _Reader:
    """Turns tokens into atoms."""

    def __init__(self, wide_ambiguous: bool, refuse: Callable[[Fault, str], Exception]) -> None:  # noqa: FBT001
        self._wide_ambiguous = wide_ambiguous
        self._refuse = refuse
        self._strong = 0
        self._emphasis = 0
        self._link: Link | None = None

    def read(self, tokens: Sequence[Token]) -> list[Atom]:
        """Return the atoms of a leaf; a soft line break is a Text of one line feed."""
        atoms = []
        for number, token in enumerate(tokens):
            node = self._node(token, tokens, number)
            if node is not None:
                atoms.append(Atom(node, self._strong > 0, self._emphasis > 0, self._link))
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


def _join_lines(atoms: list[Atom], *, wide_ambiguous: bool) -> list[Atom]:
    """Replace each soft line break by nothing or a space, as the characters around it want."""
    before = ""
    joined: list[Atom] = []
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


def _next_characters(atoms: list[Atom]) -> list[str]:
    """Return for each atom the first character that is shown after it; empty at the end."""
    following = [""] * len(atoms)
    after = ""
    for number in range(len(atoms) - 1, -1, -1):
        following[number] = after
        shown = _shown(atoms[number]).strip()
        after = shown[0] if shown else after
    return following


def _shown(atom: Atom) -> str:
    match atom.node:
        case Picture():
            return "\N{OBJECT REPLACEMENT CHARACTER}"
        case LineBreak():
            return " "
        case node:
            return plain_text((node,))
