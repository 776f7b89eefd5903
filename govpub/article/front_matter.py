"""The YAML between the two `---` lines, as keys and values with positions.

Every scalar stays the text that was written: `no` is not a boolean here, `2024-12-25` not a date, `010` not eight.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import yaml

from govpub.article.source import Source
from govpub.messages import _

if TYPE_CHECKING:
    from govpub.errors import ArticleError

__all__ = [
    "DOCUMENT_KEYS",
    "KEYS",
    "Entry",
    "Listing",
    "Mapping",
    "Scalar",
    "compose_front_matter",
    "split_front_matter",
]

KEYS: tuple[str, ...] = (
    "id", "lang", "title", "subtitle", "summary", "published", "updated", "source", "author", "column", "keywords",
    "release-number", "dateline", "embargo", "contact", "notes", "image", "document", "layout", "preset",
    "segmentation",
)  # fmt: skip
"""The keys of the front matter, in canonical order."""
DOCUMENT_KEYS: tuple[str, ...] = (
    "number", "addressee", "issuers", "signed", "seal", "attachments", "copies-to", "printed-by", "printed",
)  # fmt: skip
"""The keys inside `document`, in canonical order."""

_MAX_DEPTH = 4
_FULL_WIDTH_COLON = re.compile(r"([A-Za-z][\w-]*)[ \u3000]*：")
_OPENINGS = (yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken, yaml.FlowMappingStartToken,
             yaml.FlowSequenceStartToken)  # fmt: skip
_CLOSINGS = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value of one line or of several."""

    text: str
    """As written, without quotes; empty where nothing was given."""
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A sequence of values."""

    items: tuple[Value, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, no key twice."""

    entries: tuple[Entry, ...]
    line: int
    column: int


Value: TypeAlias = Scalar | Listing | Mapping


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value."""

    key: str
    line: int
    """Of the key."""
    column: int
    value: Value


def split_front_matter(source: Source) -> tuple[Source, str]:
    """Return the source with the body's offset set, and the text between the `---` lines.

    Raises:
        ArticleError: the article does not begin with front matter, or it is not closed.
    """
    if source.lines[0].rstrip() != "---":
        raise source.error(
            _("the article has no front matter"),
            1,
            1,
            hint=_("begin the file with a line `---`, then `title: …` and the other keys, then another line `---`"),
        )
    for number, line in enumerate(source.lines[1:], 1):
        if line.rstrip() == "---":
            return Source(source.path, source.lines, number + 1), "\n".join(source.lines[1:number])
    raise source.error(
        _("the front matter is not closed"), 1, 1, hint=_("write a line `---` between the keys and the text")
    )


def compose_front_matter(source: Source, text: str) -> Mapping:
    """Return the front matter's keys and values.

    Raises:
        ArticleError: not YAML; a tab; a full-width colon; an anchor, alias or tag; a key twice; too deep.
    """
    _check_lines(source, text)
    try:
        _check_tokens(source, text)
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise source.error(
            _("the front matter is not YAML: {problem}").format(problem=error.problem or error.context or ""),
            mark.line + 2 if mark else 1,
            mark.column + 1 if mark else 1,
            hint=_('put text that holds `: `, ` #` or a bracket into quotation marks: title: "…"'),
        ) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise source.error(
            _("the front matter is not YAML: {problem}").format(problem=error),
            1,
            1,
            hint=_("retype the front matter; it may hold characters that YAML does not allow"),
        ) from error
    value = _value(source, node) if node is not None else Mapping((), 1, 1)
    if not isinstance(value, Mapping):
        raise source.error(
            _("the front matter must be keys and values"), value.line, value.column, hint=_("write `title: …`")
        )
    return value


def _check_lines(source: Source, text: str) -> None:
    for number, line in enumerate(text.split("\n"), 2):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            raise source.error(
                _("a tab in the front matter"), number, indent.index("\t") + 1, hint=_("indent with spaces")
            )
        match = _FULL_WIDTH_COLON.match(line.lstrip())
        if match and match[1].lower() in (*KEYS, *DOCUMENT_KEYS, "path", "alt", "caption"):
            raise source.error(
                _("a full-width colon after the key {key}").format(key=match[1]),
                number,
                len(indent) + match.end(),
                hint=_("write `{key}: ` with an ASCII colon and a space").format(key=match[1]),
            )


def _check_tokens(source: Source, text: str) -> None:
    """Refuse what a front matter has no use for, before anything recursive reads it."""
    depth = 0
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        depth += isinstance(token, _OPENINGS) - isinstance(token, _CLOSINGS)
        if isinstance(token, yaml.AnchorToken | yaml.AliasToken | yaml.TagToken | yaml.DirectiveToken):
            raise source.error(
                _("anchors (&), aliases (*), tags (!) and directives (%) of YAML are not allowed here"),
                token.start_mark.line + 2,
                token.start_mark.column + 1,
                hint=_("write the value out; put text that begins with such a sign into quotation marks"),
            )
        if depth > _MAX_DEPTH:
            raise source.error(
                _("the front matter is nested too deeply"),
                token.start_mark.line + 2,
                token.start_mark.column + 1,
                hint=_(
                    "only `image` and `document` have keys of their own, and their values are texts or lists of texts"
                ),
            )


def _value(source: Source, node: yaml.Node) -> Value:
    line, column = node.start_mark.line + 2, node.start_mark.column + 1
    if isinstance(node, yaml.MappingNode):
        return Mapping(_entries(source, node), line, column)
    if isinstance(node, yaml.SequenceNode):
        return Listing(tuple(_value(source, item) for item in node.value), line, column)
    # Only a plain null (`~`, `null`, nothing) is tagged so; a quoted "null" is text.
    return Scalar("" if node.tag == "tag:yaml.org,2002:null" else node.value, line, column)


def _entries(source: Source, node: yaml.MappingNode) -> tuple[Entry, ...]:
    entries: dict[str, Entry] = {}
    for key_node, value_node in node.value:
        line, column = key_node.start_mark.line + 2, key_node.start_mark.column + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise source.error(_("a key must be a word"), line, column, hint=_("write `key: value`"))
        key = key_node.value
        if key in entries:
            raise _twice(source, entries[key], line, column)
        entries[key] = Entry(key, line, column, _value(source, value_node))
    return tuple(entries.values())


def _twice(source: Source, first: Entry, line: int, column: int) -> ArticleError:
    return source.error(
        _("the key {key} stands twice, first in line {line}").format(key=first.key, line=first.line),
        line,
        column,
        hint=_("keep one of them"),
    )
