"""The whole grammar of PO, one token at a time: for entries that are not laid out in the common way, and for errors.

Its source is GNU gettext's reader (po-lex.c, po-gram-gen.y). It is more patient in two things: a comment may stand
inside an entry, and previous fields may stand anywhere before the first keyword.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from govpub.errors import CatalogError, Position
from govpub.messages import _
from govpub.po.comments import sort_comments
from govpub.po.entry import PoEntry
from govpub.po.escape import BadEscapeError, unescape

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["EntryReader", "fail"]

_TOKEN = re.compile(
    r"""
      (?P<space>[ \t\r\f\v]++)
    | (?P<newline>\n)
    | (?P<mark>\#~\||\#~|\#\|)
    | (?P<comment>\#[^\n]*+)
    | "(?P<string>[^"\\\n]*+(?:\\(?:\r\n|[\s\S])[^"\\\n]*+)*+)"
    | (?P<keyword>(?P<word>[A-Za-z_$][A-Za-z0-9_$]*+)(?:[ \t]*+\[[ \t]*+(?P<index>[0-9]++)[ \t]*+\])?+)
    """,
    re.VERBOSE,
)
_REST_OF_LINE = re.compile(r"[ \t\r\f\v]*+(?:\n|\Z)")
_BLANK_LINES = re.compile(r"(?:[ \t\r\f\v]*+\n)*+")
_CONFLICT_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
"""What git begins the lines with that part two versions."""
_ORDER = ("msgctxt", "msgid", "msgid_plural", "msgstr")


def fail(text: str, offset: int, path: Path | None, message: str, hint: str) -> NoReturn:
    """Raise a CatalogError that names line and column of `offset`."""
    line = text.count("\n", 0, offset) + 1
    raise CatalogError(message, at=Position(path, line, offset - text.rfind("\n", 0, offset)), hint=hint)


class EntryReader:
    """Reads one entry; afterwards `end` is where the next one begins."""

    def __init__(self, text: str, start: int, line: int, path: Path | None) -> None:
        """Stand at `start`, the first character after the entry before, in that line."""
        self.end = start
        self._start = start
        self._line = line
        self._text = text
        self._path = path
        self._comments: list[str] = []
        self._fields: dict[str, list[str]] = {}
        self._forms: list[list[str]] = []
        self._strings: list[str] | None = None
        """Those of the keyword read last."""
        self._last = ""
        """The keyword read last, previous ones apart."""
        self._keyword_at = start
        """Where the keyword read last stands."""
        self._first_at = start
        """Where the entry's first keyword stands."""
        self._obsolete = False
        self._line_obsolete = False
        self._line_previous = False

    def read(self, usual_gap: str) -> PoEntry | None:
        """Return the entry; None where only comments and white space are left.

        Its gap is None where the blank lines before it are `usual_gap`.

        Raises:
            CatalogError: the text breaks the format.
        """
        text = self._text
        blank = _BLANK_LINES.match(text, self.end)
        start = at = blank.end() if blank is not None else self.end
        gap = text[self.end : start]
        while at < len(text):
            token = _TOKEN.match(text, at)
            if token is None:
                self._reject(at)
            if not self._take(token):
                break
            at = token.end()
        if self._strings is None:
            return None
        self._close(at)
        ending = _REST_OF_LINE.match(text, self.end)
        whole_lines = ending is not None and text[start - 1 : start] in ("", "\n")
        self.end = ending.end() if ending is not None else self.end
        return self._entry(
            gap if whole_lines and gap != usual_gap else None, text[start : self.end] if whole_lines else None
        )

    def _take(self, token: re.Match[str]) -> bool:
        """Return False where `token` belongs to the next entry."""
        complete = self._last == "msgstr" and bool(self._strings)
        match token.lastgroup:
            case "newline":
                self._line_obsolete = self._line_previous = False
            case "mark":
                self._line_obsolete = token[0] != "#|"
                self._line_previous = token[0] != "#~"
                return not (complete and self._line_previous)
            case "comment" if complete:
                return False
            case "comment":
                self._comments.append(token[0])
            case "string":
                self._string(token)
            case "keyword" if complete and token["word"] in ("msgctxt", "msgid"):
                return False
            case "keyword":
                self._keyword(token)
            case _:
                pass
        return True

    def _string(self, token: re.Match[str]) -> None:
        if self._strings is None:
            self._fail(token.start(), _("text that no keyword stands before"), _("write msgid or msgstr before it"))
        self._require_same_mark(token.start())
        try:
            self._strings.append(unescape(token["string"]))
        except BadEscapeError as error:
            self._fail(
                token.start("string") + error.offset,
                _("a backslash sequence that PO does not have"),
                _("write a backslash itself as two backslashes"),
            )
        if self._last == "msgstr":
            self.end = token.end()

    def _keyword(self, token: re.Match[str]) -> None:
        word, at = token["word"], token.start()
        if word not in _ORDER:
            self._fail(
                at,
                _("unknown keyword: {word}").format(word=word[:40]),
                _("the keywords are {known}").format(known=", ".join(_ORDER)),
            )
        if self._strings is not None and not self._strings:
            self._without_text()
        self._keyword_at = at
        if self._line_previous:
            self._previous(word, at)
            return
        if not self._last:
            self._obsolete, self._first_at = self._line_obsolete, at
        self._require_same_mark(at)
        if word == "msgstr":
            self._msgstr(token)
        elif _ORDER.index(word) <= (_ORDER.index(self._last) if self._last else -1):
            self._without_msgstr(at)
        elif word == "msgid_plural" and self._last != "msgid":
            self._fail(at, _("msgid_plural without msgid"), _("write the msgid before it"))
        else:
            self._strings = self._fields[word] = []
        self._last = word

    def _previous(self, word: str, at: int) -> None:
        name = f"previous_{word}"
        if self._last or word == "msgstr" or name in self._fields:
            self._fail(
                at,
                _("previous text in the wrong place"),
                _("#| msgctxt, #| msgid and #| msgid_plural stand once each, before the entry's first keyword"),
            )
        self._strings = self._fields[name] = []

    def _msgstr(self, token: re.Match[str]) -> None:
        at, index, expected = token.start(), token["index"], len(self._forms)
        plural = "msgid_plural" in self._fields
        if "msgid" not in self._fields or (expected and not plural):
            self._fail(at, _("msgstr without msgid"), _("write the msgid before it"))
        if plural != (index is not None):
            self._fail(
                at,
                _("a plural entry needs msgid_plural and msgstr[0]"),
                _("write msgid_plural with msgstr[0], msgstr[1] …, or else a plain msgstr"),
            )
        if index is not None and (index.lstrip("0") or "0") != str(expected):
            self._fail(at, _("plural form out of order"), _("write msgstr[{number}] here").format(number=expected))
        self._strings = []
        self._forms.append(self._strings)

    def _close(self, at: int) -> None:
        if not self._strings:
            self._without_text()
        if "msgid" not in self._fields:
            self._fail(self._keyword_at, _("an entry without msgid"), _("write its msgid and msgstr, or remove it"))
        if not self._forms:
            self._without_msgstr(at)

    def _entry(self, gap: str | None, verbatim: str | None) -> PoEntry:
        texts = {name: "".join(strings) for name, strings in self._fields.items()}
        found = sort_comments("".join(f"{comment}\n" for comment in self._comments))
        return PoEntry(
            comments=found[0],
            extracted=found[1],
            references=found[2],
            flags=found[3],
            previous_msgctxt=texts.get("previous_msgctxt"),
            previous_msgid=texts.get("previous_msgid"),
            previous_msgid_plural=texts.get("previous_msgid_plural"),
            msgctxt=texts.get("msgctxt"),
            msgid=texts["msgid"],
            msgid_plural=texts.get("msgid_plural"),
            msgstr=tuple("".join(form) for form in self._forms),
            obsolete=self._obsolete,
            line=self._line + self._text.count("\n", self._start, self._first_at),
            verbatim=verbatim,
            gap=gap,
        )

    def _require_same_mark(self, at: int) -> None:
        if self._last and not self._line_previous and self._line_obsolete != self._obsolete:
            self._fail(at, _("an entry that is half obsolete"), _("put #~ before all of its lines, or before none"))

    def _without_text(self) -> None:
        self._fail(self._keyword_at, _("a keyword without text"), _('write its text in quotes behind it, or ""'))

    def _without_msgstr(self, at: int) -> None:
        self._fail(
            self._keyword_at if at == len(self._text) else at,
            _("the entry before has no msgstr"),
            _('write msgstr "" where the translation is still missing'),
        )

    def _reject(self, at: int) -> NoReturn:
        if self._text[at] == '"':
            self._fail(at, _("a string that does not end on its line"), _("close it with a quotation mark"))
        if self._text.startswith(_CONFLICT_MARKS, at):
            self._fail(
                at,
                _("git has left a conflict here"),
                _("keep one of the two versions, and take out the lines `<<<<<<<`, `=======` and `>>>>>>>`"),
            )
        self._fail(
            at,
            _("text outside quotes: {text}").format(text=ascii(self._text[at : at + 20])),
            _("write text in quotes; a comment begins with #"),
        )

    def _fail(self, at: int, message: str, hint: str) -> NoReturn:
        fail(self._text, at, self._path, message, hint)
