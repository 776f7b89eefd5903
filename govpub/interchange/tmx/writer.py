"""Units → TMX 1.4b, one after the other; the same units give the same bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from govpub import __version__
from govpub.interchange.tmx.grammar import ATTRIBUTES
from govpub.interchange.tmx.inline import UNWRITABLE, character_type
from govpub.interchange.tmx.unit import ALL_LANGUAGES
from govpub.model.segment import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from govpub.interchange.tmx.unit import TmxUnit, TmxVariant

__all__ = ["write_tmx"]

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="govpub" creationtoolversion="{version}" segtype="sentence" o-tmf="govpub" adminlang="en" \
srclang="{language}" datatype="plaintext"/>
<body>
"""
_TAIL = "</body>\n</tmx>\n"
_UNWRITABLE = "".join(map(chr, sorted(UNWRITABLE)))
_SPECIAL = re.compile(f"[&<>\r{re.escape(_UNWRITABLE)}]")
_IN_ATTRIBUTE = re.compile(f'[&<>"\t\n\r{re.escape(_UNWRITABLE)}]')
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_ENOUGH = 1 << 16
"""Characters that are written at a time."""


def write_tmx(stream: BinaryIO, units: Iterable[TmxUnit], source_language: str = ALL_LANGUAGES) -> int:
    """Write units in UTF-8 and return how many; their order and all that they hold but their lines stays.

    Placeholders become inline elements, and control characters of a text too. Those in attributes, notes and
    properties, and what no catalog can hold either (NUL, lone surrogates), become U+FFFD. What writing raises (OSError)
    passes.
    """
    written = 0
    parts = [_HEAD.format(version=__version__, language=_attribute(source_language))]
    size = 0
    for unit in units:
        part = _unit(unit, source_language)
        parts.append(part)
        size += len(part)
        written += 1
        if size > _ENOUGH:
            stream.write("".join(parts).encode())
            parts.clear()
            size = 0
    stream.write("".join((*parts, _TAIL)).encode())
    return written


def _unit(unit: TmxUnit, file_language: str) -> str:
    own = unit.source_language if unit.source_language != file_language else ""
    variants = "".join(map(_variant, unit.variants))
    named = {**unit.attributes, "srclang": own}
    return f"<tu{_attributes('tu', named)}>\n{''.join(_remarks(unit))}{variants}</tu>\n"


def _variant(variant: TmxVariant) -> str:
    named = {"xml:lang": variant.language, **variant.attributes}
    return f"<tuv{_attributes('tuv', named)}>{''.join(_remarks(variant))}<seg>{_segment(variant.text)}</seg></tuv>\n"


def _remarks(value: TmxUnit | TmxVariant) -> Iterator[str]:
    for note in value.notes:
        yield f"<note>{_text(note)}</note>\n"
    for type_, text in value.props:
        yield f'<prop type="{_attribute(type_)}">{_text(text)}</prop>\n'


def _attributes(element: str, named: Mapping[str, str]) -> str:
    known = ATTRIBUTES[element]
    return "".join(f' {name}="{_attribute(value)}"' for name, value in named.items() if value and name in known)


def _attribute(text: str) -> str:
    return _IN_ATTRIBUTE.sub(_escape, text)


def _text(text: str) -> str:
    return _SPECIAL.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if character in "\t\n\r":
        return f"&#{ord(character)};"
    return _NAMED.get(character, "\N{REPLACEMENT CHARACTER}")


def _segment(text: str) -> str:
    if not _SPECIAL.search(text):
        return text
    tags = dict(_tags(text))
    parts: list[str] = []
    place = 0
    for found in PLACEHOLDER.finditer(text):
        parts.append(_SPECIAL.sub(_in_segment, text[place : found.start()]))
        parts.append(_tagged(tags.get(found.start(), ""), _text(found[0])))
        place = found.end()
    parts.append(_SPECIAL.sub(_in_segment, text[place:]))
    return "".join(parts)


def _tagged(tag: str, text: str) -> str:
    return f"<{tag}>{text}</{tag.partition(' ')[0]}>" if tag else text


def _in_segment(found: re.Match[str]) -> str:
    type_ = character_type(found[0])
    return f'<ph type="{type_}"/>' if type_ else _escape(found)


def _tags(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place of each placeholder and the element that stands for it, with its attributes."""
    opened: dict[str, list[int]] = {}
    pairs = 0
    for found in PLACEHOLDER.finditer(text):
        number = found["number"]
        if found["alone"]:
            if not found["closes"]:
                yield found.start(), f'ph x="{number}"'
        elif not found["closes"]:
            opened.setdefault(number, []).append(found.start())
        elif opened.get(number):
            pairs += 1
            yield opened[number].pop(), f'bpt i="{pairs}" x="{number}"'
            yield found.start(), f'ept i="{pairs}"'
        else:
            yield found.start(), f'it pos="end" x="{number}"'
    for number, places in opened.items():
        for place in places:
            yield place, f'it pos="begin" x="{number}"'
