"""Translation catalogs: one beside each article, and those of the fixed strings.

What is named here is loaded when it is first used: the commands' own strings come from this room, and reading them
must not wait for Babel.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govpub.catalog.carry import CarryOver, carry_over
    from govpub.catalog.extraction import DOMAINS, Domain, extract
    from govpub.catalog.fates import Fate, FateKind
    from govpub.catalog.languages import languages_of
    from govpub.catalog.status import CatalogStatus, UiFault, catalog_status, ui_faults
    from govpub.catalog.ui import cli_translations, phrases
    from govpub.catalog.units import units_of
    from govpub.catalog.updating import blank_catalog, compile_mo, update

__all__ = [
    "DOMAINS",
    "CarryOver",
    "CatalogStatus",
    "Domain",
    "Fate",
    "FateKind",
    "UiFault",
    "blank_catalog",
    "carry_over",
    "catalog_status",
    "cli_translations",
    "compile_mo",
    "extract",
    "languages_of",
    "phrases",
    "ui_faults",
    "units_of",
    "update",
]

_HOMES = {
    "CarryOver": "carry",
    "carry_over": "carry",
    "DOMAINS": "extraction",
    "Domain": "extraction",
    "extract": "extraction",
    "Fate": "fates",
    "FateKind": "fates",
    "languages_of": "languages",
    "CatalogStatus": "status",
    "UiFault": "status",
    "catalog_status": "status",
    "ui_faults": "status",
    "cli_translations": "ui",
    "phrases": "ui",
    "units_of": "units",
    "blank_catalog": "updating",
    "compile_mo": "updating",
    "update": "updating",
}


def __getattr__(name: str) -> object:
    """Load a name of this room from the module it lives in."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
