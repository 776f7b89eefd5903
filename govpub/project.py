"""govpub.toml → a typed project: the office, its site, and how it works.

Every key may be left out; what is left out is empty or has the default given under its field.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from govpub.errors import Position, ProjectError
from govpub.locales import LOCALES, Locale
from govpub.messages import _
from govpub.model.article import LAYOUTS, Layout
from govpub.model.document import PRESETS, Letterhead, PresetName
from govpub.model.portal import Palette
from govpub.model.release import (
    DEFAULT_FORMATS,
    EDITIONS,
    FORMATS,
    TEXT_ENCODINGS,
    Edition,
    Format,
    NavigationItem,
    Site,
    TextEncoding,
)
from govpub.portal import addresses, columns, footer, palette, require_domain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["FILE_NAME", "Project", "Reader", "load_project"]

FILE_NAME = "govpub.toml"
Choice = TypeVar("Choice", bound=str)

IDENTIFICATION_CODE = re.compile(r"bm\d{8}|\d{10}")
"""Website identification code (政府网站发展指引, page tag SiteIDCode)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A workspace's settings."""

    root: Path
    """The folder of govpub.toml; all paths of the file are relative to it."""
    file: Path | None = None
    """The file itself; None where a folder has none and the defaults stand."""
    office: Mapping[str, str] = field(default_factory=dict)
    """The office's name by language tag."""
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Shanghai"))
    """The office's time zone."""
    sites: Mapping[str, Site] = field(default_factory=dict)
    """The site as its pages name it, by language tag."""
    addresses: Mapping[Edition, str] = field(default_factory=dict)
    """Where the pages of each edition stand: absolute, with `{id}` and perhaps `{year}`, `{month}`, `{day}` in it."""
    palette: Palette = field(default_factory=Palette)
    """The colours of the pages."""
    layout: Layout = "columns"
    """How bilingual editions are set where neither the command nor the article says otherwise."""
    formats: tuple[Format, ...] = DEFAULT_FORMATS
    editions: tuple[Edition, ...] = EDITIONS
    text_encoding: TextEncoding = "utf-8"
    """Of wire copies."""
    preset: PresetName = "news"
    """How articles that are no official documents are set on paper where neither command nor article says otherwise."""
    letterheads: Mapping[str, Letterhead] = field(default_factory=dict)
    """The office as its official documents name it, by language tag."""
    ignore: tuple[str, ...] = ()
    """Rules that `check` leaves out."""
    articles: Path = Path("articles")
    glossary: Path = Path("glossary/zh_CN-en.po")
    locales: Path = Path("locales")
    output: Path = Path("dist")
    fonts: Path = Path("fonts")
    """The folder of the office's fonts, for PDF."""
    theme: Path = Path("theme")
    """The folder of the office's own templates and style."""

    def letterhead(self, locale: Locale) -> Letterhead:
        """Return the office as its documents in this language name it."""
        return self.letterheads.get(locale.tag, Letterhead())

    def site(self, locale: Locale) -> Site:
        """Return the site in this language."""
        return self.sites.get(locale.tag) or Site(name=self.office.get(locale.tag, ""))


def load_project(text: str, file: Path) -> Project:
    """Read the text of a govpub.toml.

    Raises:
        ProjectError: it is not TOML, has an unknown key, or a value of the wrong kind; with its line.
    """
    try:
        content = tomllib.loads(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise _toml_error(str(error), file) from error
    reader = Reader(text, file)
    reader.keys(content, "", ("office", "site", "theme", "document", "export", "check", "paths"))
    office = reader.table(content, "office", ("name", "timezone"))
    export = reader.table(content, "export", ("layout", "preset", "formats", "editions", "text-encoding"))
    check = reader.table(content, "check", ("ignore",))
    paths = reader.table(content, "paths", ("articles", "fonts", "glossary", "locales", "output", "theme"))
    names = reader.localized(office, "name")
    return Project(
        root=file.parent,
        file=file,
        office=names,
        zone=reader.zone(office),
        sites=_sites(reader, content, names),
        addresses=addresses(reader, content),
        palette=palette(reader, content),
        layout=reader.choice(export, "layout", LAYOUTS, "columns"),
        formats=reader.choices(export, "formats", FORMATS, DEFAULT_FORMATS),
        editions=reader.choices(export, "editions", EDITIONS, EDITIONS),
        text_encoding=reader.choice(export, "text-encoding", TEXT_ENCODINGS, "utf-8"),
        preset=reader.choice(export, "preset", PRESETS, "news"),
        letterheads=_letterheads(reader, content, names),
        ignore=reader.rules(check, "ignore"),
        articles=reader.path(paths, "articles"),
        glossary=reader.path(paths, "glossary", "glossary/zh_CN-en.po"),
        locales=reader.path(paths, "locales"),
        output=reader.path(paths, "output", "dist"),
        fonts=reader.path(paths, "fonts"),
        theme=reader.path(paths, "theme"),
    )


def _letterheads(reader: Reader, content: dict[str, Any], office: Mapping[str, str]) -> dict[str, Letterhead]:
    table = reader.table(content, "document", ("mark", "issuer"))
    mark, issuer = reader.localized(table, "mark"), reader.localized(table, "issuer")
    return {
        locale.tag: Letterhead(
            mark=mark.get(locale.tag, ""), issuer=issuer.get(locale.tag) or office.get(locale.tag, "")
        )
        for locale in LOCALES
    }


_SITE_KEYS = (
    "name",
    "url",
    "domain",
    "identification-code",
    "host",
    "operator",
    "icp",
    "security-record",
    "contact",
    "navigation",
    "column",
    "footer",
    "address",
)


def _sites(reader: Reader, content: dict[str, Any], office: Mapping[str, str]) -> dict[str, Site]:
    site = reader.table(content, "site", _SITE_KEYS)
    code = reader.string(site, "identification-code")
    if code and not IDENTIFICATION_CODE.fullmatch(code):
        raise reader.error(
            _("this is not a website identification code: {code}").format(code=code),
            "identification-code",
            _("write `bm` and eight digits, or ten digits"),
        )
    require_domain(reader, site)
    localized = {
        key: reader.localized(site, key)
        for key in ("name", "url", "host", "operator", "icp", "security-record", "contact")
    }
    items = [
        (reader.localized(entry, "label"), reader.localized(entry, "href"))
        for entry in reader.tables(site, "navigation", ("label", "href"))
    ]
    return {
        locale.tag: Site(
            name=localized["name"].get(locale.tag) or office.get(locale.tag, ""),
            url=localized["url"].get(locale.tag, ""),
            domain=reader.string(site, "domain"),
            navigation=tuple(
                NavigationItem(label[locale.tag], href.get(locale.tag, ""))
                for label, href in items
                if locale.tag in label
            ),
            host=localized["host"].get(locale.tag, ""),
            operator=localized["operator"].get(locale.tag, ""),
            identification_code=code,
            icp=localized["icp"].get(locale.tag, ""),
            security_record=localized["security-record"].get(locale.tag, ""),
            contact=localized["contact"].get(locale.tag, ""),
            columns=columns(reader, site, locale),
            footer=footer(reader, site, locale),
        )
        for locale in LOCALES
    }


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads values of the right kind, and knows where the wrong ones stand."""

    text: str
    file: Path

    def error(self, message: str, key: str, hint: str) -> ProjectError:
        """Return an error at the line of a key."""
        return ProjectError(message, at=self.position(key), hint=hint)

    def position(self, key: str) -> Position:
        """Return where a key stands, as well as that can be known."""
        # tomllib keeps no positions; the first line that sets the key, or opens its table, is where to look.
        pattern = re.compile(
            rf"""^\s*(?:\[+[^\]\n]*\b)?["']?{re.escape(key)}["']?\s*[=.\]]|[{{,]\s*{re.escape(key)}\s*=""", re.MULTILINE
        )
        found = pattern.search(self.text)
        if found is None:
            return Position(self.file)
        at = self.text.index(key, found.start())
        return Position(self.file, self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at))

    def keys(self, table: dict[str, Any], name: str, known: Sequence[str]) -> None:
        """Refuse keys that are not known."""
        for key in table:
            if key not in known:
                place = f"[{name}]" if name else FILE_NAME
                message = _("there is no such key in {place}: {key}").format(place=place, key=key)
                raise self.error(message, key, _("use one of {known}").format(known=", ".join(known)))

    def table(self, parent: dict[str, Any], name: str, known: Sequence[str]) -> dict[str, Any]:
        """Return a table; empty where there is none."""
        table = parent.get(name, {})
        if not isinstance(table, dict):
            raise self.error(_("{key} must be a table").format(key=name), name, _("write [{key}]").format(key=name))
        self.keys(table, name, known)
        return table

    def tables(self, parent: dict[str, Any], name: str, known: Sequence[str]) -> list[dict[str, Any]]:
        """Return the tables of an array of tables."""
        tables = parent.get(name, [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise self.error(
                _("{key} must be tables").format(key=name), name, _("write [[site.{key}]]").format(key=name)
            )
        for table in tables:
            self.keys(table, name, known)
        return tables

    def string(self, table: dict[str, Any], key: str, default: str = "") -> str:
        """Return a text in one line."""
        value = table.get(key, default)
        if not isinstance(value, str) or not _printable(value):
            raise self.error(_("{key} must be a text in one line").format(key=key), key, _("put it in quotes"))
        return value

    def localized(self, table: dict[str, Any], key: str) -> dict[str, str]:
        """Return a text by language tag; one text alone holds for every language."""
        value = table.get(key, {})
        tags = [locale.tag for locale in LOCALES]
        if isinstance(value, str):
            value = dict.fromkeys(tags, value)
        if not isinstance(value, dict) or not all(
            isinstance(text, str) and _printable(text) for text in value.values()
        ):
            example = ", ".join(f'{tag} = "…"' for tag in tags)
            raise self.error(
                _("{key} must be a text for each language").format(key=key),
                key,
                _("write {{ {texts} }}").format(texts=example),
            )
        self.keys(value, key, tags)
        return value

    def choice(self, table: dict[str, Any], key: str, known: Sequence[Choice], default: Choice) -> Choice:
        """Return one of the known values."""
        value = table.get(key, default)
        if value not in known:
            raise self.unknown(key, value, known)
        return value  # type: ignore[no-any-return]

    def choices(
        self, table: dict[str, Any], key: str, known: Sequence[Any], default: tuple[Any, ...]
    ) -> tuple[Any, ...]:
        """Return a list of known values, each once."""
        value = table.get(key, list(default))
        if not isinstance(value, list):
            raise self.error(_("{key} must be a list").format(key=key), key, _('write ["…", "…"]'))
        for item in value:
            if item not in known:
                raise self.unknown(key, item, known)
        return tuple(dict.fromkeys(value))

    def rules(self, table: dict[str, Any], key: str) -> tuple[str, ...]:
        """Return a list of names of rules or families of them."""
        if not table.get(key):
            return self.choices(table, key, (), ())
        from govpub.checks import RULES  # noqa: PLC0415  most projects name none, and most commands run none

        families = dict.fromkeys(rule.partition(".")[0] for rule in RULES)
        return self.choices(table, key, (*RULES, *families), ())

    def unknown(self, key: str, value: object, known: Sequence[str]) -> ProjectError:
        """Return the error of a value that is not known."""
        message = _("{key} cannot be {value}").format(key=key, value=value)
        return self.error(message, key, _("use one of {known}").format(known=", ".join(known)))

    def path(self, table: dict[str, Any], key: str, default: str = "") -> Path:
        """Return a path inside the workspace."""
        value = self.string(table, key, default or key)
        path = Path(value)
        if not value or path.is_absolute() or ".." in path.parts or "\\" in value:
            raise self.error(
                _("{key} must be a path inside the workspace").format(key=key),
                key,
                _("write it relative to {file}").format(file=FILE_NAME),
            )
        return path

    def zone(self, table: dict[str, Any]) -> ZoneInfo:
        """Return the time zone."""
        name = self.string(table, "timezone", "Asia/Shanghai")
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            message = _("there is no such time zone: {name}").format(name=name)
            raise self.error(message, "timezone", _("use a name such as Asia/Shanghai")) from error


def _printable(text: str) -> bool:
    return all(character >= " " and character != "\x7f" for character in text)


def _toml_error(message: str, file: Path) -> ProjectError:
    found = re.search(r"\s*\(at line (\d+), column (\d+)\)$", message)
    at = Position(file, int(found[1]), int(found[2])) if found else Position(file)
    what = message[: found.start()] if found else message
    return ProjectError(
        _("this is not TOML: {what}").format(what=what),
        at=at,
        hint=_("mend the line, or compare with a file from `govpub init`"),
    )
