"""Which reader reads which language; each is loaded when its language is first read, for its patterns take time."""

from __future__ import annotations

import functools
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from govpub.locales import EN, ZH_CN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govpub.locales import Locale
    from govpub.model.value import Value

__all__ = ["READERS", "Reader", "read_values"]

Reader: TypeAlias = "Callable[[str], tuple[Value, ...]]"
"""Gives the values of a text, in the order in which they stand."""


def _chinese() -> Reader:
    from govpub.values.chinese import read_chinese  # noqa: PLC0415  on demand

    return read_chinese


def _english() -> Reader:
    from govpub.values.english import read_english  # noqa: PLC0415  on demand

    return read_english


READERS: Mapping[str, Callable[[], Reader]] = MappingProxyType({ZH_CN.tag: _chinese, EN.tag: _english})
"""The tag of a language → what loads its reader."""


def read_values(text: str, locale: Locale) -> tuple[Value, ...]:
    """Return the values of `text` in the order in which they stand."""
    return _reader(locale.tag)(text)


@functools.cache
def _reader(tag: str) -> Reader:
    return READERS[tag]()
