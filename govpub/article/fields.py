"""The front matter's values, each with its own type and its own rules."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from govpub.article.addresses import path_fault
from govpub.article.document import read_document
from govpub.article.front_matter import KEYS, Entry, Listing, Mapping, Scalar
from govpub.article.source import FORBIDDEN, soft_joint
from govpub.article.times import read_time
from govpub.locales import LOCALES, Locale
from govpub.messages import _
from govpub.model.article import LAYOUTS, Layout, SegmentationMode
from govpub.model.block import Figure
from govpub.model.document import PRESETS, DocumentWording, OfficialDocument, PresetName

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingOf
    from datetime import datetime

    from govpub.article.source import Source
    from govpub.errors import Position

__all__ = ["FieldReader", "Fields", "read_fields"]

_REQUIRED = ("title", "id", "lang", "published")
_TEXTS = ("title", "subtitle", "summary", "source", "author", "column", "dateline", "contact")
_IMAGE_KEYS = ("path", "alt", "caption")
_SEGMENTATIONS: tuple[SegmentationMode, ...] = ("sentence", "paragraph")
_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?")
_RELEASE_NUMBER = re.compile(r"[0-9]{4}-[0-9]{1,9}")
_SHOWN = 40
_T = TypeVar("_T")
_LINE_FEED = re.compile(r"[ \t]*\n[ \t\n]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What the front matter says."""

    id: str
    locale: Locale
    published: datetime
    updated: datetime | None
    embargo: datetime | None
    texts: MappingOf[str, str]
    """The keys whose value is plain text, where given."""
    keywords: tuple[str, ...]
    notes: tuple[str, ...]
    image: Figure | None
    release_number: str
    layout: Layout | None
    preset: PresetName | None
    document: tuple[OfficialDocument, DocumentWording] | None
    segmentation: SegmentationMode
    positions: MappingOf[str, Position] = field(default_factory=dict)
    """Of each value; `image.alt`, `keywords.1`."""


def read_fields(source: Source, front: Mapping) -> Fields:
    """Return the front matter's values.

    Raises:
        ArticleError: a key is unknown or missing, or its value is not what it must be.
    """
    reader = FieldReader(source, front)
    locale = reader.choice("lang", {locale.tag: locale for locale in LOCALES}) or LOCALES[0]
    reader.wide_ambiguous = locale.wide_ambiguous
    published = read_time(source, reader.scalar("published"))
    updated = read_time(source, reader.scalar("updated"))
    assert published is not None  # a required key
    if updated is not None and updated < published:
        place = reader.scalar("updated")
        raise source.error(
            _("`updated` is earlier than `published`"),
            place.line if place else None,
            place.column if place else None,
            hint=_("leave `updated` out until the text changes"),
        )
    return Fields(
        id=reader.pattern("id", _ID, _("lower-case ASCII letters, digits and hyphens, at most 80: flood-drill-2024")),
        locale=locale,
        published=published,
        updated=updated,
        embargo=read_time(source, reader.scalar("embargo")),
        texts={key: reader.text(key) for key in _TEXTS},
        keywords=reader.texts("keywords"),
        notes=reader.texts("notes"),
        image=reader.image(),
        release_number=reader.pattern("release-number", _RELEASE_NUMBER, _("the year and a serial number: 2024-118")),
        layout=reader.choice("layout", {layout: layout for layout in LAYOUTS}),
        preset=reader.choice("preset", {preset: preset for preset in PRESETS}),
        document=read_document(reader),
        segmentation=reader.choice("segmentation", {mode: mode for mode in _SEGMENTATIONS}) or "sentence",
        positions=reader.positions,
    )


class FieldReader:
    """Reads values by key; every method raises ArticleError at the value it cannot read."""

    def __init__(self, source: Source, front: Mapping) -> None:
        """Begin with the keys of the front matter, all known and the required ones there."""
        self.source = source
        self.wide_ambiguous = True
        self.positions: dict[str, Position] = {}
        self.entries = self.known(front, KEYS)
        for key in _REQUIRED:
            self._require(key)

    def scalar(self, key: str, entries: MappingOf[str, Entry] | None = None) -> Scalar | None:
        """Return the scalar at `key`; None where the key is not there or has no value."""
        entry = (self.entries if entries is None else entries).get(key)
        if entry is None:
            return None
        value = entry.value
        if not isinstance(value, Scalar):
            raise self.source.error(
                _("{key} must be one text, not a list or a mapping").format(key=key),
                value.line,
                value.column,
                hint=_("write `{key}: …`; put text that begins with a bracket or a dash into quotation marks").format(
                    key=key
                ),
            )
        return value if value.text.strip() else None

    def text(self, key: str, entries: MappingOf[str, Entry] | None = None) -> str:
        """Return the text at `key` in one line; empty where there is none."""
        value = self.scalar(key, entries)
        return self.line(value) if value else ""

    def pattern(
        self, key: str, pattern: re.Pattern[str], form: str, entries: MappingOf[str, Entry] | None = None
    ) -> str:
        """Return the value at `key`, which must have a form."""
        value = self.scalar(key, entries)
        if value is None:
            return ""
        if not pattern.fullmatch(value.text):
            raise self.source.error(
                _("{key} cannot be “{value}”").format(key=key, value=_shortened(value.text)),
                value.line,
                value.column,
                hint=form,
            )
        return value.text

    def choice(self, key: str, choices: MappingOf[str, _T], entries: MappingOf[str, Entry] | None = None) -> _T | None:
        """Return what the value at `key` names; None where there is none."""
        value = self.scalar(key, entries)
        if value is None:
            return None
        if value.text not in choices:
            raise self.source.error(
                _("{key} cannot be “{value}”").format(key=key, value=_shortened(value.text)),
                value.line,
                value.column,
                hint=_("use one of {known}").format(known=", ".join(choices)),
            )
        return choices[value.text]

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts of the list at `key`."""
        entry = self.entries.get(key)
        if entry is None or (isinstance(entry.value, Scalar) and not entry.value.text.strip()):
            return ()
        items = entry.value.items if isinstance(entry.value, Listing) else (entry.value,)
        texts: list[str] = []
        for number, item in enumerate(items, 1):
            if not isinstance(entry.value, Listing) or not isinstance(item, Scalar) or not item.text.strip():
                raise self.source.error(
                    _("{key} must be a list of texts").format(key=key),
                    item.line,
                    item.column,
                    hint=_("write `{key}: [one, two]`").format(key=key),
                )
            self.positions[f"{key}.{number}"] = self.source.at(item.line, item.column)
            texts.append(self.line(item))
        return tuple(texts)

    def image(self) -> Figure | None:
        """Return the picture that leads the article."""
        entry = self.entries.get("image")
        if entry is None or (isinstance(entry.value, Scalar) and not entry.value.text.strip()):
            return None
        if not isinstance(entry.value, Mapping):
            raise self.source.error(
                _("image must have the keys path and alt"),
                entry.value.line,
                entry.value.column,
                hint=_("write `path:` and `alt:`, each on an indented line below `image:`"),
            )
        parts = self.known(entry.value, _IMAGE_KEYS, "image.")
        path, alt, caption = (self.scalar(key, parts) for key in _IMAGE_KEYS)
        for key, value in (("path", path), ("alt", alt)):
            if value is None:
                raise self.source.error(
                    _("the image has no {key}").format(key=key),
                    entry.line,
                    entry.column,
                    hint=_("give its file as `path`, and as `alt` what it shows, for those who do not see it"),
                )
        assert path is not None
        assert alt is not None
        if fault := path_fault(path.text.strip()):
            raise self.source.error(fault.message, path.line, path.column, hint=fault.hint)
        return Figure(
            path=path.text.strip(),
            alt=self.line(alt),
            caption=self.line(caption) if caption else "",
            at=self.source.at(entry.value.line, entry.value.column),
        )

    def known(self, mapping: Mapping, known: tuple[str, ...], prefix: str = "") -> dict[str, Entry]:
        """Return the entries of a mapping, whose keys must be known ones."""
        for entry in mapping.entries:
            if entry.key not in known:
                near = difflib.get_close_matches(entry.key[:80].lower().replace("_", "-"), known, 1)
                raise self.source.error(
                    _("unknown key: {key}").format(key=_shortened(entry.key)),
                    entry.line,
                    entry.column,
                    hint=_("did you mean `{near}`?").format(near=near[0])
                    if near
                    else _("use one of {known}").format(known=", ".join(known)),
                )
            self.positions[prefix + entry.key] = self.source.at(entry.value.line, entry.value.column)
        return {entry.key: entry for entry in mapping.entries}

    def _require(self, key: str) -> None:
        entry = self.entries.get(key)
        if entry is None:
            raise self.source.error(
                _("the front matter has no {key}").format(key=key),
                self.source.offset,
                1,
                hint=_("add a line `{key}: …` above this one").format(key=key),
            )
        if isinstance(entry.value, Scalar) and not entry.value.text.strip():
            raise self.source.error(
                _("{key} is empty").format(key=key), entry.line, entry.column, hint=_("write its value after the colon")
            )

    def line(self, value: Scalar) -> str:
        """Return a text as one line: a line feed is a space, or nothing between wide characters."""
        if FORBIDDEN.search(value.text):
            raise self.source.error(
                _("a character that cannot be printed"), value.line, value.column, hint=_("delete its escape sequence")
            )
        text = value.text.strip()

        def joint(match: re.Match[str]) -> str:
            before, after = text[match.start() - 1], text[match.end()]
            return soft_joint(before, after, wide_ambiguous=self.wide_ambiguous)

        return _LINE_FEED.sub(joint, text).replace("\t", " ")


def _shortened(text: str) -> str:
    line = " ".join(FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text).split())
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"
