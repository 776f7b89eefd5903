"""TMX → units, one after the other, in memory that does not grow with the file.

The parser is expat, which calls back as it reads and keeps nothing: that is faster here than lxml's pull parser, knows
the column of every element, and is told of a DOCTYPE before anything in it is acted on. One is let through: the name
of the TMX DTD, as other programs write it, without declarations of its own; what it names is never loaded.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO, NoReturn, TypeVar
from xml.parsers import expat

from govpub.errors import Position, TmxError
from govpub.interchange.tmx.grammar import CONTENT
from govpub.interchange.tmx.inline import Piece, numbered
from govpub.interchange.tmx.segment import SegmentBuilder
from govpub.interchange.tmx.unit import ALL_LANGUAGES, TmxUnit, TmxVariant
from govpub.messages import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

__all__ = ["LARGEST_UNIT", "read_tmx"]

_Found = TypeVar("_Found")

LARGEST_UNIT = 1 << 20
"""Bytes after which a unit (or header) that does not end is refused: what is read of one is held in memory."""
MOST_MARKS = 5000
"""Inline elements of a unit after which it is refused: each is some hundred times as large in memory as in the file."""
MOST_NAMES = 2000
"""Different names of elements and attributes; the parser keeps them all. TMX has a few dozen."""
_CHUNK = 1 << 16
_DTD = re.compile(r"(?:[^<>]*[/\\])?tmx1[0-9][a-z]?\.dtd", re.ASCII | re.IGNORECASE)
_CUT_OFF = {
    expat.errors.codes[message]
    for message in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
    )
}


def read_tmx(
    stream: BinaryIO, path: Path | None = None, advance: Callable[[int], object] | None = None
) -> Iterator[TmxUnit]:
    """Yield the units of a TMX file in UTF-8, UTF-16, or an encoding of one byte a character that it declares.

    `advance` is called with the number of bytes of each stretch, once its units have been taken. What reading itself
    raises (OSError) passes.

    Raises:
        TmxError: the file is not well-formed or not TMX, declares entities, or has a unit of more than LARGEST_UNIT.
    """
    reader = _Reader(path)
    while chunk := stream.read(_CHUNK):
        yield from reader.feed(chunk)
        if advance is not None:
            advance(len(chunk))
    yield from reader.feed(b"", last=True)


class _Reader:
    """What is known of the elements that are being read."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._units: list[TmxUnit] = []
        self._unread = 0
        self._content = CONTENT[""]
        self._around: list[frozenset[str]] = []
        self._file_language = ALL_LANGUAGES
        self._line = 0
        self._unit: Mapping[str, str] = {}
        self._variant: Mapping[str, str] | None = None
        self._variants: list[TmxVariant] = []
        self._text: str | None = None
        self._marked: dict[int, list[Piece]] = {}
        self._marks = 0
        self._props: tuple[list[tuple[str, str]], list[tuple[str, str]]] = ([], [])
        self._notes: tuple[list[str], list[str]] = ([], [])
        self._type = ""
        self._remarked = False
        self._segment = SegmentBuilder()
        self._characters = self._segment.text
        self._take = self._characters.append
        self._parser = parser = expat.ParserCreate(intern={name: name for name in (*CONTENT, "xml:lang")})
        parser.buffer_text, parser.buffer_size = True, _CHUNK
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.StartDoctypeDeclHandler, parser.SkippedEntityHandler = self._doctype, self._entity

    def feed(self, chunk: bytes, *, last: bool = False) -> Iterator[TmxUnit]:
        """Yield the units that end in this stretch of the file."""
        try:
            self._parser.Parse(chunk, last)
        except expat.ExpatError as error:
            raise self._not_well_formed(error) from error
        except (LookupError, ValueError) as error:  # of Python's codecs
            raise TmxError(
                _("this file declares an encoding that govpub does not read"),
                at=Position(self._path, 1),
                hint=_("save it again in UTF-8"),
            ) from error
        self._unread = 0 if self._units else self._unread + len(chunk)
        if self._unread > LARGEST_UNIT or len(self._parser.intern) > MOST_NAMES:
            self._too_large()
        yield from self._units
        self._units.clear()

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name not in self._content:
            self._misplaced(name)
        self._around.append(self._content)
        self._content = CONTENT[name]
        if name == "seg":
            if self._text is not None:
                self._refuse(_("this variant (tuv) has two texts (seg)"), _mend())
            self._parser.CharacterDataHandler = self._take
        elif name == "tuv":
            self._variant = attributes
        elif name == "tu":
            self._unit, self._line, self._marks = attributes, self._parser.CurrentLineNumber, 0
        elif name in {"note", "prop"}:
            self._type = attributes.get("type", "")
            self._parser.CharacterDataHandler = self._take
        elif name == "header":
            self._file_language = attributes.get("srclang") or ALL_LANGUAGES
        else:
            self._marks += 1
            if self._marks > MOST_MARKS:
                self._too_large()
            self._segment.begin(name, attributes)

    def _end(self, name: str) -> None:
        self._content = self._around.pop()
        if name == "seg":
            self._parser.CharacterDataHandler = None
            if self._segment.marked:
                self._marked[len(self._variants)] = self._segment.take()
            self._text = "".join(self._characters)
            self._characters.clear()
        elif name == "tuv":
            self._end_variant()
        elif name == "tu":
            self._end_unit()
        elif name in {"note", "prop"}:
            self._parser.CharacterDataHandler = None
            self._end_remark(name)
        elif name == "header":
            self._props[0].clear()
            self._notes[0].clear()
        else:
            self._segment.end(name)

    def _end_variant(self) -> None:
        attributes, text = self._variant, self._text
        assert attributes is not None, "a variant that ends has begun"
        language = attributes.get("xml:lang") or attributes.get("lang")
        if not language:
            self._refuse(_("this variant (tuv) names no language"), _("give it an xml:lang, as en or zh-CN"))
        if text is None:
            self._refuse(_("this variant (tuv) has no text (seg)"), _mend())
        variant = TmxVariant(language, text, attributes)
        if self._remarked:
            variant = variant._replace(props=_taken(self._props[1]), notes=_taken(self._notes[1]))
        self._variants.append(variant)
        self._variant = self._text = None

    def _end_unit(self) -> None:
        attributes, variants = self._unit, tuple(self._variants)
        self._variants.clear()
        if self._marked:
            texts = numbered([self._marked.get(place, [variant.text]) for place, variant in enumerate(variants)])
            variants = tuple(variant._replace(text=text) for variant, text in zip(variants, texts, strict=True))
            self._marked.clear()
        unit = TmxUnit(variants, attributes.get("srclang") or self._file_language, attributes, self._line)
        if self._remarked:
            unit = unit._replace(props=_taken(self._props[0]), notes=_taken(self._notes[0]))
            self._remarked = False
        self._units.append(unit)

    def _end_remark(self, name: str) -> None:
        text = "".join(self._characters)
        self._characters.clear()
        self._remarked = True
        where = 0 if self._variant is None else 1
        if name == "note":
            self._notes[where].append(text)
        else:
            self._props[where].append((self._type, text))

    def _doctype(self, name: str, system: str | None, _public: str | None, declares: int) -> None:
        if declares or name != "tmx" or not _DTD.fullmatch(system or ""):
            hint = _("take the DOCTYPE out, if you trust where the file comes from")
            self._refuse(_("this DOCTYPE is refused: it could declare entities or load other files"), hint)

    def _entity(self, name: str, parameter: int) -> None:  # noqa: ARG002  the parser's signature
        self._refuse(
            _("XML has no such entity: {name}").format(name=ascii(name)[1:-1]), _("write the character itself")
        )

    def _too_large(self) -> NoReturn:
        message = _("what begins here is too large for a unit of a translation memory")
        self._refuse(message, _mend(), line=self._line or 1)

    def _misplaced(self, name: str) -> NoReturn:
        if not self._around:
            self._refuse(_("this is not TMX: it begins with {name}").format(name=_element(name)), _("name a TMX file"))
        self._refuse(_("TMX has no {name} here").format(name=_element(name)), _mend())

    def _not_well_formed(self, error: expat.ExpatError) -> TmxError:
        at = Position(self._path, error.lineno, error.offset + 1)
        if error.code in _CUT_OFF:
            hint = _("get the file again: a part of it is missing")
            return TmxError(_("the file ends before it is complete"), at=at, hint=hint)
        what = expat.ErrorString(error.code)
        return TmxError(_("this is not well-formed XML: {what}").format(what=what), at=at, hint=_mend())

    def _refuse(self, message: str, hint: str, *, line: int | None = None) -> NoReturn:
        here = (self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)
        raise TmxError(message, at=Position(self._path, *(here if line is None else (line, 1))), hint=hint)


def _mend() -> str:
    return _("mend the file at this place, or have the program that wrote it write it again")


def _taken(found: list[_Found]) -> tuple[_Found, ...]:
    """Return what a list holds, and empty it."""
    if not found:
        return ()
    taken = tuple(found)
    found.clear()
    return taken


def _element(name: str) -> str:
    """Return an element's name as the file has it, in short and without what a terminal would act on."""
    return f"<{ascii(name[:40])[1:-1]}>"
