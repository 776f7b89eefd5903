"""`govpub catalog`: the fixed strings of releases (`ui`) and commands (`cli`), and an office's wording of them.

In a workspace these are the office's own: its wording of a release's strings, over the shipped one. In a checkout
of govpub they are the shipped ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.catalog import DOMAINS, blank_catalog, catalog_status, compile_mo, extract, phrases, ui_faults, update
from govpub.errors import ProjectError
from govpub.locales import LOCALES
from govpub.messages import _
from govpub.po import parse_po, serialize_po
from govpub.resources import locales_folder
from govpub.workflow import storage
from govpub.workflow.merge import merge_catalogs
from govpub.workflow.workspace import CATALOG_SUFFIX, project_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from govpub.catalog import CatalogStatus, Domain, UiFault
    from govpub.locales import Locale
    from govpub.po import PoFile

__all__ = ["CatalogReport", "compile_catalogs", "extract_templates", "status", "update_catalogs"]

TEMPLATE_SUFFIX = ".pot"
COMPILED_SUFFIX = ".mo"


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogReport:
    """How far one catalog of fixed strings is."""

    path: Path
    status: CatalogStatus
    faults: tuple[UiFault, ...]
    """Entries whose `{fields}` differ between the two languages."""


def extract_templates(place: Path) -> list[Path]:
    """Write the templates (POT) of the strings that this govpub has; return those that changed."""
    folder, domains = _folder(place)
    storage.ensure_folder(folder)
    return [
        path for domain in domains if _changed(path := folder / f"{domain}{TEMPLATE_SUFFIX}", extract(domain).encode())
    ]


def update_catalogs(place: Path) -> list[Path]:
    """Bring each catalog up to its template, making it where it is missing; return those that changed.

    Translations, comments and flags stay; what the template no longer has becomes obsolete.
    """
    folder, domains = _folder(place)
    changed: list[Path] = []
    for domain, locale, path in _catalogs(folder, domains):
        template = _template(folder, domain)
        snapshot = storage.read(path)
        if snapshot.content is None:
            storage.ensure_folder(path.parent)
            old = blank_catalog(locale)
        else:
            old = parse_po(storage.decoded(snapshot), path)
        new = serialize_po(update(template, old)).encode()
        if storage.save(snapshot, new, merge_catalogs(path)) != snapshot.content:
            changed.append(path)
    return changed


def compile_catalogs(place: Path) -> list[Path]:
    """Write an MO file beside each catalog; return those that changed."""
    return [
        compiled
        for path in _existing(place)
        if _changed(compiled := path.with_suffix(COMPILED_SUFFIX), compile_mo(parse_po(storage.read_text(path), path)))
    ]


def status(place: Path) -> list[CatalogReport]:
    """Return how far each catalog is; an office leaves blank what it words as it is shipped."""
    folder, domains = _folder(place)
    office = project_at(place).file is not None
    reports: list[CatalogReport] = []
    for _domain, locale, path in _catalogs(folder, domains):
        if path.is_file():
            file = parse_po(storage.read_text(path), path)
            counted = catalog_status(file, shipped=phrases(locale).entries if office else ())
            reports.append(CatalogReport(path=path, status=counted, faults=tuple(ui_faults(file))))
    return reports


def _folder(place: Path) -> tuple[Path, tuple[Domain, ...]]:
    """Return the folder of catalogs at `place`, and the domains it keeps: an office rewords releases only."""
    project = project_at(place)
    if project.file is not None:
        return project.root / project.locales, ("ui",)
    if (place / "locales").is_dir():
        return place / "locales", DOMAINS
    raise ProjectError(
        _("there are no catalogs here: neither a workspace nor a folder `locales`"),
        hint=_("run `govpub init FOLDER` and work in that folder"),
    )


def _catalogs(folder: Path, domains: tuple[Domain, ...]) -> Iterator[tuple[Domain, Locale, Path]]:
    for domain in domains:
        for locale in LOCALES:
            # The commands are written in English: there is nothing to translate.
            if domain == "ui" or not locale.spaces_words:
                yield domain, locale, folder / locale.gettext_name / "LC_MESSAGES" / f"{domain}{CATALOG_SUFFIX}"


def _existing(place: Path) -> list[Path]:
    return [path for _domain, _locale, path in _catalogs(*_folder(place)) if path.is_file()]


def _template(folder: Path, domain: Domain) -> PoFile:
    own = folder / f"{domain}{TEMPLATE_SUFFIX}"
    path = own if own.is_file() else locales_folder() / f"{domain}{TEMPLATE_SUFFIX}"
    return parse_po(storage.read_text(path), path)


def _changed(path: Path, content: bytes) -> bool:
    snapshot = storage.read(path)
    return storage.save(snapshot, content) != snapshot.content
