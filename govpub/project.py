"""govpub.toml → a typed project: the office, its site, and how it works.

Every key may be left out; what is left out is empty or has the default given under its field.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from zoneinfo import ZoneInfo

from govpub.errors import Position, ProjectError
from govpub.locales import LOCALES, Locale
from govpub.machine_translation.settings import PROVIDER_NAMES, MachineTranslation
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
from govpub.model.style import PERCENT_STYLES, HouseStyle
from govpub.portal import addresses, columns, footer, palette, require_domain
from govpub.toml_reader import FILE_NAME, Reader

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FILE_NAME", "MemoryFill", "Project", "load_project"]


_SERVICE = re.compile(r"https?://(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~/-]*)?")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_TABLES = ("office", "site", "theme", "document", "export", "check", "style", "paths", "memory", "machine-translation")
MemoryFill: TypeAlias = Literal["reviewed", "translated", "never"]
"""When a unit goes into the memory by itself."""
InContext: TypeAlias = Literal["fuzzy", "translated"]
IN_CONTEXT: tuple[InContext, ...] = ("fuzzy", "translated")
MEMORY_FILLS: tuple[MemoryFill, ...] = ("reviewed", "translated", "never")
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
    style: HouseStyle = field(default_factory=HouseStyle)
    """What the office has chosen where there is a choice, for `check`."""
    articles: Path = Path("articles")
    glossary: Path = Path("glossary/zh_CN-en.po")
    locales: Path = Path("locales")
    output: Path = Path("dist")
    fonts: Path = Path("fonts")
    """The folder of the office's fonts, for PDF."""
    theme: Path = Path("theme")
    """The folder of the office's own templates and style."""
    memory: Path = Path("memory/zh_CN-en.sqlite")
    """The translation memory of both directions."""
    memory_fill: MemoryFill = "reviewed"
    """When a unit goes into the memory by itself: once it is reviewed, once it is translated, or never."""
    memory_in_context: InContext = "fuzzy"
    """What a reviewed translation of the same text between the same neighbours is where it is filled in unseen."""
    memory_threshold: int = 75
    """The lowest score, in per cent, of a match that is offered."""
    machine_translation: MachineTranslation | None = None
    """The service that may be asked for translations; None where the office names none."""

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
    reader.keys(content, "", _TABLES)
    office = reader.table(content, "office", ("name", "timezone"))
    export = reader.table(content, "export", ("layout", "preset", "formats", "editions", "text-encoding"))
    check = reader.table(content, "check", ("ignore",))
    paths = reader.table(content, "paths", ("articles", "fonts", "glossary", "locales", "memory", "output", "theme"))
    memory = reader.table(content, "memory", ("fill", "in-context", "threshold"))
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
        style=_style(reader, content),
        articles=reader.path(paths, "articles"),
        glossary=reader.path(paths, "glossary", "glossary/zh_CN-en.po"),
        locales=reader.path(paths, "locales"),
        output=reader.path(paths, "output", "dist"),
        fonts=reader.path(paths, "fonts"),
        theme=reader.path(paths, "theme"),
        memory=reader.path(paths, "memory", "memory/zh_CN-en.sqlite"),
        memory_fill=reader.choice(memory, "fill", MEMORY_FILLS, "reviewed"),
        memory_in_context=reader.choice(memory, "in-context", IN_CONTEXT, "fuzzy"),
        memory_threshold=reader.whole(memory, "threshold", 75, least=50, most=100),
        machine_translation=_machine_translation(reader, content),
    )


def _machine_translation(reader: Reader, content: dict[str, Any]) -> MachineTranslation | None:
    if "machine-translation" not in content:
        return None
    table = reader.table(content, "machine-translation", ("provider", "url", "key-variable", "timeout"))
    if "provider" not in table:
        message = _("[machine-translation] names no provider")
        hint = _("use one of {known}").format(known=", ".join(PROVIDER_NAMES))
        raise reader.error(message, "machine-translation", hint)
    url, variable = reader.string(table, "url"), reader.string(table, "key-variable")
    if not _SERVICE.fullmatch(url):
        raise reader.error(
            _("url must be the address of a machine translation service"),
            "url" if "url" in table else "machine-translation",
            _("write http:// or https://, a host, perhaps a port and a path; no password, no `?`"),
        )
    if variable and not _VARIABLE.fullmatch(variable):
        raise reader.error(
            _("key-variable must be the name of an environment variable"),
            "key-variable",
            _("write the variable's name, such as GOVPUB_TRANSLATION_KEY; the key itself stays out of this file"),
        )
    return MachineTranslation(
        provider=reader.choice(table, "provider", PROVIDER_NAMES, PROVIDER_NAMES[0]),
        url=url.rstrip("/"),
        key_variable=variable,
        timeout=reader.whole(table, "timeout", 60, least=1, most=3600),
    )


def _style(reader: Reader, content: dict[str, Any]) -> HouseStyle:
    table = reader.table(content, "style", ("percent", "serial-comma"))
    return HouseStyle(
        percent=reader.choice(table, "percent", PERCENT_STYLES, "percent") if "percent" in table else None,
        serial_comma=(
            reader.choice(table, "serial-comma", ("always", "never"), "never") == "always"
            if "serial-comma" in table
            else None
        ),
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


def _toml_error(message: str, file: Path) -> ProjectError:
    found = re.search(r"\s*\(at line (\d+), column (\d+)\)$", message)
    at = Position(file, int(found[1]), int(found[2])) if found else Position(file)
    what = message[: found.start()] if found else message
    return ProjectError(
        _("this is not TOML: {what}").format(what=what),
        at=at,
        hint=_("mend the line, or compare with a file from `govpub init`"),
    )
