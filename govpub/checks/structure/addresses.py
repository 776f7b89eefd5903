"""Addresses without what they say of the language."""

from __future__ import annotations

import re

from govpub.patterns import pattern

__all__ = ["LANGUAGE", "neutral"]

LANGUAGE = pattern(
    r"(?<![A-Za-z0-9])(?:zh[-_](?:cn|hans|CN|Hans)|zh|chs|chn|chinese|cn|en[-_](?:us|gb|US|GB)|en|eng|english)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
"""A part of a path or host that names one of the two languages."""


def neutral(address: str) -> str:
    """Return the same string for the same address in both languages: /en/map/ and /map/, map.zh.png and map.en.png."""
    return re.sub(r"[/._-]+", "/", LANGUAGE.sub("", address)).strip("/").lower()
