"""Which reader reads which language; each is loaded when its language is first read, for its patterns take time."""

from __future__ import annotations

import functools
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.locales import EN, ZH_CN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govpub.locales import Locale
    from govpub.model.value import Value

__all__ = ["READERS", "read_values"]

READERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {ZH_CN.tag: ("govpub.values.chinese", "read_chinese"), EN.tag: ("govpub.values.english", "read_english")}
)
"""The tag of a language → the module of its reader, and the reader's name there."""


def read_values(text: str, locale: Locale) -> tuple[Value, ...]:
    """Return the values of `text` in the order in which they stand."""
    return _reader(locale.tag)(text)


@functools.cache
def _reader(tag: str) -> Callable[[str], tuple[Value, ...]]:
    module, name = READERS[tag]
    reader: Callable[[str], tuple[Value, ...]] = getattr(import_module(module), name)
    return reader
