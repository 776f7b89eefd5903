"""Which reader reads which language."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.locales import EN, ZH_CN
from govpub.values.chinese import read_chinese
from govpub.values.english import read_english

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govpub.locales import Locale
    from govpub.model.value import Value

__all__ = ["READERS", "read_values"]

READERS: Mapping[str, Callable[[str], tuple[Value, ...]]] = MappingProxyType(
    {ZH_CN.tag: read_chinese, EN.tag: read_english}
)


def read_values(text: str, locale: Locale) -> tuple[Value, ...]:
    """Return the values of `text` in the order in which they stand."""
    return READERS[locale.tag](text)
