"""The parts of govpub.toml that say what stands on a page: columns, addresses, footer and colours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from govpub.locales import EN, LOCALES, ZH_CN
from govpub.messages import _
from govpub.model.colour import READABLE, Colour, contrast, lightened
from govpub.model.portal import COLUMN_TYPES, DARK_GROUNDS, LIGHT_GROUNDS, Column, FooterItem, Palette
from govpub.model.release import EDITIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govpub.locales import Locale
    from govpub.model.release import Edition
    from govpub.toml_reader import Reader

__all__ = ["addresses", "columns", "footer", "palette", "require_domain"]

_COLUMN_KEYS = ("name", "description", "keywords", "type")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?/[A-Za-z0-9._~!$&()*+,;=:@%/?{}-]*")
_FIELD = re.compile(r"\{[^{}]*\}|[{}]")
_FIELDS = ("{id}", "{year}", "{month}", "{day}")
# RFC 1035 and IDNA: labels of letters, digits and inner hyphens.
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W_](?:[\w-]{0,61}[^\W_])?")
_WHITE = Colour(255, 255, 255)
# A colour that is derived stands out more than it must: the reader did not choose it.
_COMFORTABLE = 7.0


def require_domain(reader: Reader, site: dict[str, Any]) -> None:
    """Refuse a page tag SiteDomain that is no domain.

    Raises:
        ProjectError: it holds a scheme, a path, or characters that no domain has.
    """
    domain = reader.string(site, "domain")
    if domain and not _DOMAIN.fullmatch(domain):
        raise reader.error(
            _("this is not a domain: {domain}").format(domain=domain),
            "domain",
            _("write it without https:// and without a path: {example}").format(example="www.example.gov.cn"),
        )


def columns(reader: Reader, site: dict[str, Any], locale: Locale) -> tuple[Column, ...]:
    """Return the columns of the portal in one language.

    Raises:
        ProjectError: a column lacks one of its four page tags in a language, two have one name, or the type is not
            one that the guide to government websites names.
    """
    found = [_column(reader, entry, locale) for entry in reader.tables(site, "column", _COLUMN_KEYS)]
    names = [column.name for column in found]
    for name in names:
        if names.count(name) > 1:
            message = _("two columns have the name {name}").format(name=name)
            raise reader.error(message, "column", _("give one of them another name"))
    return tuple(found)


def _column(reader: Reader, entry: dict[str, Any], locale: Locale) -> Column:
    texts = {key: reader.localized(entry, key) for key in ("name", "description", "keywords")}
    for key, values in texts.items():
        for one in LOCALES:
            if not values.get(one.tag, "").strip():
                raise reader.error(
                    _("each [[site.column]] needs `{key}` in {language}").format(key=key, language=one.tag),
                    "column",
                    _("the guide to government websites demands name, description, keywords and type of every column"),
                )
    return Column(
        name=texts["name"][locale.tag],
        description=texts["description"][locale.tag],
        keywords=texts["keywords"][locale.tag],
        type=_column_type(reader, entry)[locale.tag],
    )


def _column_type(reader: Reader, entry: dict[str, Any]) -> Mapping[str, str]:
    values = reader.localized(entry, "type")
    chinese = values.get(ZH_CN.tag, "")
    if chinese not in COLUMN_TYPES:
        raise reader.unknown("type", chinese or _("nothing"), tuple(COLUMN_TYPES))
    english = values.get(EN.tag, "")
    return {ZH_CN.tag: chinese, EN.tag: COLUMN_TYPES[chinese] if english in ("", chinese) else english}


def footer(reader: Reader, site: dict[str, Any], locale: Locale) -> tuple[FooterItem, ...]:
    """Return the links of the page's footer in one language; one without a label in it is left out.

    Raises:
        ProjectError: a value is of the wrong kind, or an image's path leaves the workspace.
    """
    items = []
    for entry in reader.tables(site, "footer", ("label", "href", "image")):
        label, href = reader.localized(entry, "label"), reader.localized(entry, "href")
        image = reader.path(entry, "image").as_posix() if "image" in entry else ""
        if label.get(locale.tag):
            items.append(FooterItem(label[locale.tag], href.get(locale.tag, ""), image))
    return tuple(items)


def addresses(reader: Reader, content: dict[str, Any]) -> Mapping[Edition, str]:
    """Return the pattern of the pages' addresses by edition.

    Raises:
        ProjectError: an address is not absolute (http or https), has no `{id}`, or two editions share one.
    """
    table = content.get("site", {}).get("address", {})
    if not isinstance(table, dict) or not all(isinstance(text, str) for text in table.values()):
        hint = _("write {{ {texts} }}").format(texts=", ".join(f'{edition} = "https://…"' for edition in EDITIONS))
        raise reader.error(_("address must be an address for each edition"), "address", hint)
    reader.keys(table, "address", EDITIONS)
    for pattern in table.values():
        known = set(_FIELD.findall(pattern)) <= set(_FIELDS)
        if not _ADDRESS.fullmatch(pattern) or not known or "{id}" not in pattern:
            raise reader.error(
                _("this cannot be the address of pages: {address}").format(address=pattern),
                "address",
                _("write it like {example}; {fields} are filled in").format(
                    example="https://www.example.gov.cn/news/{id}.html", fields=", ".join(_FIELDS)
                ),
            )
    if len(set(table.values())) < len(table):
        hint = _("give each edition its own address")
        raise reader.error(_("two editions have one address"), "address", hint)
    return {edition: table[edition] for edition in EDITIONS if edition in table}


def palette(reader: Reader, content: dict[str, Any]) -> Palette:
    """Return the colours of the pages.

    Raises:
        ProjectError: one is not a colour, or text in it could not be read (WCAG 2.2, 1.4.3: contrast below 4.5:1).
    """
    table = reader.table(content, "theme", ("accent", "accent-dark", "band"))
    shipped = Palette()
    accent = _colour(reader, table, "accent", LIGHT_GROUNDS)
    derived = shipped.accent_dark if accent is None else lightened(accent, DARK_GROUNDS[-1], _COMFORTABLE)
    return Palette(
        accent=accent or shipped.accent,
        accent_dark=_colour(reader, table, "accent-dark", DARK_GROUNDS) or derived,
        band=_colour(reader, table, "band", (_WHITE,)) or accent or shipped.band,
    )


def _colour(reader: Reader, table: dict[str, Any], key: str, grounds: Iterable[Colour]) -> Colour | None:
    text = reader.string(table, key)
    if not text:
        return None
    colour = Colour.read(text)
    if colour is None:
        raise reader.error(
            _("{key} is not a colour: {value}").format(key=key, value=text),
            key,
            _("write it like {example}").format(example='"#9d1b1f"'),
        )
    for ground in grounds:
        ratio = contrast(colour, ground)
        if ratio < READABLE:
            # Rounded down, so that 4.49 is not shown as 4.5.
            shown = int(ratio * 100) / 100
            raise reader.error(
                _("{key} = {value} has a contrast of {ratio}:1 with {ground}; text needs {least}:1").format(
                    key=key, value=text, ratio=shown, ground=ground, least=READABLE
                ),
                key,
                _("choose a lighter colour") if ground in DARK_GROUNDS else _("choose a darker colour"),
            )
    return colour
