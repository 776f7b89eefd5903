"""Text → PoFile, losing nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.errors import CatalogError, Position
from govpub.messages import _
from govpub.po.comments import NO_COMMENTS, sort_comments
from govpub.po.entry import EntryKey, PoEntry, PoFile, is_header
from govpub.po.escape import BadEscapeError, unescape
from govpub.po.grammar import EntryReader, fail

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["parse_po"]


def _laid_out(live: str, previous: str, no_more: str) -> re.Pattern[str]:
    """Return the pattern of an entry whose lines begin with `live`, and those of its previous texts with `previous`."""

    def text(mark: str) -> str:
        string = r'[^"\\\n]*+(?:\\.[^"\\\n]*+)*+'
        return rf'[ \t]*+"({string})"((?:[ \t\r]*+\n{mark}"{string}")*+)[ \t\r]*+\n'

    return re.compile(
        r"((?:[ \t\r]*+\n)*+)((?:\#(?![~|])[^\n]*+\n)*+)"
        rf"(?:{previous}msgctxt{text(previous)})?+(?:{previous}msgid{text(previous)})?+"
        rf"(?:{live}msgctxt{text(live)})?+{live}msgid{text(live)}{live}msgstr{text(live)}"
        rf"(?=(?:[ \t\r\f\v]*+\n)*+(?:\#{no_more}|m|\Z))"
    )


# How nearly all entries look: each keyword on its own line, and no plural. One match of these reads many times as
# many entries a second as a token at a time does.
_LIVE = _laid_out(r"[ \t]*+", r"\#\|[ \t]*+", "")
_OBSOLETE = _laid_out(r"\#~[ \t]*+", r"\#~\|[ \t]*+", r'(?!~[ \t\r\f\v]*+["\n])')
_LITERAL = re.compile(r'"([^"\\\n]*+(?:\\.[^"\\\n]*+)*+)"')
_UTF_8 = ("utf-8", "utf8")
# A template that msginit has not filled in yet says CHARSET; ASCII is a part of UTF-8.
_CHARSETS = (*_UTF_8, "ascii", "us-ascii", "charset")


def parse_po(text: str, path: Path | None = None) -> PoFile:
    r"""Return the PO file that `text` holds; `serialize_po` gives `text` back.

    Line ends are kept as they are, so `text` must have been read without translating them (`newline=""`).

    Raises:
        CatalogError: with line and column: the format is broken, two entries have one key, the header names a
            charset other than UTF-8, or the text holds a NUL or a lone surrogate.
    """
    _require_writable(text, path)
    body = text.removeprefix("\ufeff")
    breaks = body.count("\n")
    newline = "\r\n" if body.count("\r\n") * 2 > breaks else "\n"
    file = _read(body, newline, path)
    _require_utf_8(file, body, path)
    return PoFile(
        header=file.header,
        entries=file.entries,
        trailing=file.trailing,
        newline=newline,
        byte_order_mark=len(body) < len(text),
        path=path,
        verbatim=text,
    )


def _read(text: str, newline: str, path: Path | None) -> PoFile:
    entries: list[PoEntry] = []
    header: PoEntry | None = None
    lines: dict[EntryKey, int] = {}
    at, line, trailing = 0, 1, ""
    usual_gap = ""
    while at < len(text):
        found = _LIVE.match(text, at) or _OBSOLETE.match(text, at)
        entry = _common_entry(found, line, usual_gap) if found is not None else None
        if entry is not None and found is not None:
            end = found.end()
        else:
            reader = EntryReader(text, at, line, path)
            entry = reader.read(usual_gap)
            if entry is None:
                trailing = text[at:]
                break
            end = reader.end
        line += text.count("\n", at, end)
        at, usual_gap = end, newline
        key = (entry.msgctxt, entry.msgid)
        if key in lines:
            _reject_duplicate(entry, lines[key], path)
        lines[key] = entry.line
        if not entry.msgid and is_header(entry):
            header = entry
        else:
            entries.append(entry)
    return PoFile(header=header, entries=tuple(entries), trailing=trailing)


def _common_entry(found: re.Match[str], line: int, usual_gap: str) -> PoEntry | None:
    """Return None where the entry's escapes need the patience, or the errors, of the whole grammar."""
    gap, preamble, *texts = found.groups()
    previous_msgctxt, more_msgctxt, previous_msgid, more_msgid, *texts = texts
    msgctxt, msgctxt_more, msgid, msgid_more, msgstr, msgstr_more = texts
    keyword = found.start(9 if msgctxt is None else 7)
    try:
        return PoEntry.assemble(
            sort_comments(preamble) if preamble else NO_COMMENTS,
            None if previous_msgctxt is None else _joined(previous_msgctxt, more_msgctxt),
            None if previous_msgid is None else _joined(previous_msgid, more_msgid),
            None if msgctxt is None else _joined(msgctxt, msgctxt_more),
            _joined(msgid, msgid_more),
            (_joined(msgstr, msgstr_more),),
            found.re is _OBSOLETE,
            line + found.string.count("\n", found.start(), keyword),
            found[0][len(gap) :],
            None if gap == usual_gap else gap,
        )
    except BadEscapeError:
        return None


def _joined(first: str, more: str) -> str:
    if not more:
        return unescape(first) if "\\" in first else first
    return "".join(map(unescape, (first, *_LITERAL.findall(more))))


def _require_writable(text: str, path: Path | None) -> None:
    # U+0004 divides context and text in MO files, so gettext refuses it.
    at = min((place for place in (text.find("\0"), text.find("\4")) if place >= 0), default=-1)
    if at < 0:
        try:
            text.encode()
        except UnicodeEncodeError as error:
            at = error.start
    if at >= 0:
        fail(
            text,
            at,
            path,
            _("a character that is no text: {character}").format(character=ascii(text[at])),
            _("remove it; is the file really saved as UTF-8?"),
        )


def _reject_duplicate(entry: PoEntry, first: int, path: Path | None) -> None:
    raise CatalogError(
        _("the same entry twice: {msgid}; the first stands in line {line}").format(
            msgid=ascii(entry.msgid[:40]) if not entry.msgid.isprintable() else entry.msgid[:40], line=first
        ),
        at=Position(path, entry.line, 1),
        hint=_("remove one of them"),
    )


def _require_utf_8(file: PoFile, text: str, path: Path | None) -> None:
    _type, found, rest = file.headers.get("Content-Type", "").lower().partition("charset=")
    charset = rest.split(";")[0].strip().strip('"')
    if not found or charset in _CHARSETS or file.header is None:
        return
    offset = 0
    for _number in range(file.header.line - 1):
        offset = text.index("\n", offset) + 1
    at = text.lower().find("charset=", offset)
    fail(
        text,
        max(at, 0),
        path,
        _("the header names another charset than UTF-8: {charset}").format(charset=ascii(charset[:40])),
        _("save the file as UTF-8 and write charset=UTF-8"),
    )
