"""The values of a PO file: its entries, its header, and the text they were read from."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from typing import Self, TypeAlias, Unpack

    from govpub.po.comments import SortedComments

__all__ = ["EntryKey", "PoEntry", "PoFile", "is_header", "new_po"]

EntryKey: TypeAlias = "tuple[str | None, str]"


class _Changes(TypedDict, total=False):
    """What `PoEntry.replace` can change."""

    comments: tuple[str, ...]
    extracted: tuple[str, ...]
    references: tuple[str, ...]
    flags: tuple[str, ...]
    previous_msgctxt: str | None
    previous_msgid: str | None
    previous_msgid_plural: str | None
    msgctxt: str | None
    msgid: str
    msgid_plural: str | None
    msgstr: tuple[str, ...]
    obsolete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PoEntry:
    """One entry; two entries are equal when they say the same, however they are laid out."""

    comments: tuple[str, ...] = ()
    """The translator's comments, a line each, without `#` and the space after it."""
    extracted: tuple[str, ...] = ()
    """Comments for the translator, `#.`, a line each."""
    references: tuple[str, ...] = ()
    """Where the text stands, `#:`, as `file:line` or `file`."""
    flags: tuple[str, ...] = ()
    """`#,`: `fuzzy`, `c-format` and others, in file order."""
    previous_msgctxt: str | None = None
    """`#| msgctxt`."""
    previous_msgid: str | None = None
    """`#| msgid`: the source from which a fuzzy translation was made."""
    previous_msgid_plural: str | None = None
    """`#| msgid_plural`."""
    msgctxt: str | None = None
    """None where the entry has none, which is not the same as an empty one."""
    msgid: str
    msgid_plural: str | None = None
    msgstr: tuple[str, ...] = ("",)
    """One translation, or one a plural form."""
    obsolete: bool = False
    """Whether the entry is kept under `#~` for the day its text comes back."""
    line: int = field(default=0, compare=False)
    """The line of its first keyword, counted from 1; 0 for an entry that was not read from a file."""
    verbatim: str | None = field(default=None, compare=False, repr=False)
    """The whole lines it was read from, written back as they are; None for a new or changed entry."""
    gap: str | None = field(default=None, compare=False, repr=False)
    """The blank lines before it; None for the usual: one between entries, none before the first."""

    @classmethod
    def assemble(  # noqa: PLR0913, PLR0917  positions, because this is called once an entry
        cls,
        comments: SortedComments,
        previous_msgctxt: str | None,
        previous_msgid: str | None,
        msgctxt: str | None,
        msgid: str,
        msgstr: tuple[str, ...],
        obsolete: bool,  # noqa: FBT001  same
        line: int,
        verbatim: str,
        gap: str | None,
    ) -> PoEntry:
        """Return an entry without plural for a third of what the constructor takes, most of a reader's time."""
        entry = object.__new__(cls)
        _put_comments(entry, comments[0])
        _put_extracted(entry, comments[1])
        _put_references(entry, comments[2])
        _put_flags(entry, comments[3])
        _put_previous_msgctxt(entry, previous_msgctxt)
        _put_previous_msgid(entry, previous_msgid)
        _put_previous_msgid_plural(entry, None)
        _put_msgctxt(entry, msgctxt)
        _put_msgid(entry, msgid)
        _put_msgid_plural(entry, None)
        _put_msgstr(entry, msgstr)
        _put_obsolete(entry, obsolete)
        _put_line(entry, line)
        _put_verbatim(entry, verbatim)
        _put_gap(entry, gap)
        return entry

    @property
    def key(self) -> EntryKey:
        """Return what tells entries of one file apart (gettext manual, "The Format of PO Files")."""
        return (self.msgctxt, self.msgid)

    @property
    def fuzzy(self) -> bool:
        """Return whether somebody must still look at the translation."""
        return "fuzzy" in self.flags

    def replace(self, **changes: Unpack[_Changes]) -> PoEntry:
        """Return the entry with these fields; itself, with its layout, where they change nothing."""
        if all(getattr(self, name) == value for name, value in changes.items()):
            return self
        changed = self._copied()
        for name, value in changes.items():
            _PUT[name](changed, value)
        return changed

    def _copied(self) -> PoEntry:
        """Return an equal entry without layout, for a third of what dataclasses.replace takes."""
        entry = object.__new__(type(self))
        _put_comments(entry, self.comments)
        _put_extracted(entry, self.extracted)
        _put_references(entry, self.references)
        _put_flags(entry, self.flags)
        _put_previous_msgctxt(entry, self.previous_msgctxt)
        _put_previous_msgid(entry, self.previous_msgid)
        _put_previous_msgid_plural(entry, self.previous_msgid_plural)
        _put_msgctxt(entry, self.msgctxt)
        _put_msgid(entry, self.msgid)
        _put_msgid_plural(entry, self.msgid_plural)
        _put_msgstr(entry, self.msgstr)
        _put_obsolete(entry, self.obsolete)
        _put_line(entry, self.line)
        _put_verbatim(entry, None)
        _put_gap(entry, self.gap)
        return entry


(
    _put_comments,
    _put_extracted,
    _put_references,
    _put_flags,
    _put_previous_msgctxt,
    _put_previous_msgid,
    _put_previous_msgid_plural,
    _put_msgctxt,
    _put_msgid,
    _put_msgid_plural,
    _put_msgstr,
    _put_obsolete,
    _put_line,
    _put_verbatim,
    _put_gap,
) = (getattr(PoEntry, each.name).__set__ for each in dataclasses.fields(PoEntry))
_PUT = {each.name: getattr(PoEntry, each.name).__set__ for each in dataclasses.fields(PoEntry)}


def is_header(entry: PoEntry) -> bool:
    """Return whether this is the entry that describes its file."""
    return entry.key == (None, "") and not entry.obsolete


@dataclass(frozen=True, slots=True, kw_only=True)
class PoFile:
    """A PO file."""

    header: PoEntry | None = None
    """The entry with the empty msgid, if there is one."""
    entries: tuple[PoEntry, ...] = ()
    """All others in file order, obsolete ones too. No two have the same key."""
    trailing: str = ""
    """What follows the last entry: comments and white space."""
    newline: str = "\n"
    """How new lines end: as most lines of the file do."""
    byte_order_mark: bool = False
    path: Path | None = field(default=None, compare=False)
    """Where it was read from, as the user named it."""
    verbatim: str | None = field(default=None, compare=False, repr=False)
    """The text it was read from; None once something has changed."""

    @property
    def headers(self) -> Mapping[str, str]:
        """Return the header's fields in file order; of two with one name the first counts."""
        fields: dict[str, str] = {}
        for line in self.header.msgstr[0].split("\n") if self.header is not None else ():
            name, colon, value = line.partition(":")
            if colon:
                fields.setdefault(name.strip(), value.strip())
        return MappingProxyType(fields)

    def replace_entries(self, entries: Iterable[PoEntry]) -> Self:
        """Return the file with these entries; itself where they are the same ones in the same order."""
        renewed = tuple(entries)
        if len(renewed) == len(self.entries) and all(a is b for a, b in zip(renewed, self.entries, strict=True)):
            return self
        return dataclasses.replace(self, entries=renewed, verbatim=None)

    def with_header(self, name: str, value: str) -> Self:
        """Return the file with this header field set where it stands, or added at the end of the header."""
        folded = " ".join(value.split())
        header = self.header if self.header is not None else PoEntry(msgid="")
        lines = header.msgstr[0].split("\n")
        wanted = f"{name}: {folded}"
        for number, line in enumerate(lines):
            found, colon, old = line.partition(":")
            if colon and found.strip() == name:
                lines[number] = line if old.strip() == folded else wanted
                break
        else:
            if not lines[-1]:
                lines.pop()
            lines += [wanted, ""]
        return self.replace_header(header.replace(msgstr=("\n".join(lines),)))

    def replace_header(self, header: PoEntry | None) -> Self:
        """Return the file with this header; itself where it is the one it has."""
        if header is self.header:
            return self
        return dataclasses.replace(self, header=header, verbatim=None)


def new_po(headers: Mapping[str, str], entries: Iterable[PoEntry] = ()) -> PoFile:
    """Return a file that was never read from anywhere."""
    file = PoFile(entries=tuple(entries))
    for name, value in headers.items():
        file = file.with_header(name, value)
    return file
