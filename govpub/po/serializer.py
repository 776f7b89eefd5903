"""PoFile → text: what was not touched as it was read, the rest as `msgcat --no-wrap` writes it."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from govpub.errors import CatalogError, Position
from govpub.messages import _
from govpub.po.escape import escape

if TYPE_CHECKING:
    from govpub.po.entry import PoEntry, PoFile

__all__ = ["serialize_po"]

_REFERENCES_WIDTH = 79
_UNWRITABLE = re.compile("[\0\4\ud800-\udfff]")


def serialize_po(file: PoFile) -> str:
    """Return the file's text; for a file that was only read, the very text it was read from.

    Raises:
        CatalogError: an entry holds a control character or lone surrogate that no PO file can.
    """
    if file.verbatim is not None:
        return file.verbatim
    written = ["\ufeff" if file.byte_order_mark else ""]
    ended = True
    header = () if file.header is None else (file.header,)
    for number, entry in enumerate(chain(header, file.entries)):
        if not ended:
            written.append(file.newline)
        written.append(entry.gap if entry.gap is not None else file.newline if number else "")
        text = entry.verbatim if entry.verbatim is not None else _canonical(entry, file)
        written.append(text)
        ended = text.endswith("\n")
    if file.trailing:
        written += ["" if ended else file.newline, file.trailing]
    return "".join(written)


def _canonical(entry: PoEntry, file: PoFile) -> str:
    text = file.newline.join((*_lines(entry), ""))
    if _UNWRITABLE.search(text):
        raise CatalogError(
            _("the entry {msgid} has a character that no file can hold").format(msgid=ascii(entry.msgid)),
            at=Position(file.path, entry.line or None),
            hint=_("remove U+0000, U+0004 and lone surrogates from its text"),
        )
    return text


def _lines(entry: PoEntry) -> list[str]:
    # Lists and conditions where generators would read better: a carry-over writes most entries of a catalog anew.
    lines = _commented("#", entry.comments) if entry.comments else []
    if entry.extracted:
        lines += _commented("#.", entry.extracted)
    if entry.references:
        lines += _referred(entry.references)
    if entry.flags:
        lines.append("#, " + ", ".join(sorted(dict.fromkeys(entry.flags), key=lambda flag: flag != "fuzzy")))
    dead, live = ("#~| ", "#~ ") if entry.obsolete else ("#| ", "")
    for prefix, keyword, text in (
        (dead, "msgctxt", entry.previous_msgctxt),
        (dead, "msgid", entry.previous_msgid),
        (dead, "msgid_plural", entry.previous_msgid_plural),
        (live, "msgctxt", entry.msgctxt),
        (live, "msgid", entry.msgid),
        (live, "msgid_plural", entry.msgid_plural),
    ):
        if text is not None:
            lines += _field(prefix, keyword, text)
    if entry.msgid_plural is None and len(entry.msgstr) == 1:
        return lines + _field(live, "msgstr", entry.msgstr[0])
    for number, form in enumerate(entry.msgstr):
        lines += _field(live, "msgstr" if entry.msgid_plural is None else f"msgstr[{number}]", form)
    return lines


def _commented(mark: str, comments: tuple[str, ...]) -> list[str]:
    lines: list[str] = []
    for comment in comments:
        for line in comment.split("\n"):
            # gettext takes a backslash at the end of any line for a continuation, and would lose the next one.
            safe = f"{line} " if line.endswith("\\") else line
            lines.append(f"{mark} {safe}" if safe else mark)
    return lines


def _referred(references: tuple[str, ...]) -> list[str]:
    # msgcat breaks these lines even where it is not to wrap, and counts bytes.
    lines: list[str] = []
    line = "#:"
    for reference in map(_reference, references):
        longer = f"{line} {reference}"
        if line != "#:" and len(longer.encode(errors="surrogatepass")) > _REFERENCES_WIDTH:
            lines.append(line)
            longer = f"#: {reference}"
        line = longer
    return [*lines, line] if references else []


def _reference(reference: str) -> str:
    if " " not in reference:
        return reference
    # U+2068 and U+2069 keep a file name with spaces together (gettext manual, "The Format of PO Files").
    name, colon, line = reference.rpartition(":")
    return f"\u2068{name}\u2069:{line}" if colon and line.isdecimal() else f"\u2068{reference}\u2069"


def _field(prefix: str, keyword: str, text: str) -> list[str]:
    if "\n" not in text[:-1]:
        return [f'{prefix}{keyword} "{escape(text)}"']
    lines = text.split("\n")
    last = lines.pop()
    written = [f'{prefix}{keyword} ""', *(f'{prefix}"{escape(line)}\\n"' for line in lines)]
    return [*written, f'{prefix}"{escape(last)}"'] if last else written
