"""Translation catalogs: one beside each article, and those of the fixed strings."""

from govpub.catalog.carry import CarryOver, carry_over
from govpub.catalog.languages import languages_of
from govpub.catalog.units import units_of

__all__ = ["CarryOver", "carry_over", "languages_of", "units_of"]
