"""The bytes of a wire copy: UTF-8, or GB 18030 for wires and desks that still ask for it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, assert_never

from govpub.errors import ArticleError
from govpub.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.model.release import TextEncoding

__all__ = ["encode"]

_LISTED_AT_MOST = 20

_MOVED = frozenset((0x1E3F, *range(0x9FB4, 0x9FBC), *range(0xFE10, 0xFE1A)))
"""Characters whose bytes differ between editions of the standard: U+1E3F moved in GB 18030-2005, the eighteen others in
GB 18030-2022. Python's codec keeps the mapping of 2000: a receiver of today would read something else."""


def encode(text: str, encoding: TextEncoding) -> bytes:
    r"""Return the bytes of `text`, whose lines end in `\n`.

    `utf-8` is UTF-8 with LF; `utf-8-windows` has a byte order mark and CRLF; `gb18030` has CRLF, and composed
    characters (NFC).

    Raises:
        ArticleError: GB 18030 cannot carry some characters safely; they are listed with line and column. None is ever
            replaced.
    """
    match encoding:
        case "utf-8":
            return text.encode("utf-8")
        case "utf-8-windows":
            return text.replace("\n", "\r\n").encode("utf-8-sig")
        case "gb18030":
            return _gb18030(unicodedata.normalize("NFC", text))
        case _:
            assert_never(encoding)


def _gb18030(text: str) -> bytes:
    unsafe = list(_unsafe(text))
    if unsafe:
        shown = [*unsafe[:_LISTED_AT_MOST], *(["…"] if len(unsafe) > _LISTED_AT_MOST else [])]
        raise ArticleError(
            _("GB 18030 cannot carry these characters of the wire copy: {characters}").format(
                characters=", ".join(shown)
            ),
            hint=_("write them otherwise, or export with --encoding utf-8"),
        )
    return text.replace("\n", "\r\n").encode("gb18030")


def _unsafe(text: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n"), start=1):
        for column, character in enumerate(line, start=1):
            if not character.isascii() and not _safe(character):
                yield _("{character} U+{code} in line {line}, column {column}").format(
                    character=character if character.isprintable() else "?",
                    code=f"{ord(character):04X}",
                    line=number,
                    column=column,
                )


def _safe(character: str) -> bool:
    # Private use is where old mappings differ, and no receiver can know what is meant.
    if ord(character) in _MOVED or unicodedata.category(character) in ("Co", "Cn", "Cs"):
        return False
    return character.encode("gb18030").decode("gb18030") == character
