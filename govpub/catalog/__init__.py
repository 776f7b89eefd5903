"""Translation catalogs: one beside each article, and those of the fixed strings.

What is named here is loaded when it is first used: the commands' own strings come from this room, and reading them
must not wait for Babel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.loading import on_demand

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

__getattr__ = on_demand(
    __name__,
    {
        "carry": ("CarryOver", "carry_over"),
        "extraction": ("DOMAINS", "Domain", "extract"),
        "fates": ("Fate", "FateKind"),
        "languages": ("languages_of",),
        "status": ("CatalogStatus", "UiFault", "catalog_status", "ui_faults"),
        "ui": ("cli_translations", "phrases"),
        "units": ("units_of",),
        "updating": ("blank_catalog", "compile_mo", "update"),
    },
)
