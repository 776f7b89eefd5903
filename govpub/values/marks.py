"""What both languages copy: addresses, telephone numbers, document numbers, names with digits."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.model.value import Mark, MarkKind, Number
from govpub.patterns import pattern
from govpub.values.cues import any_match, blanked, matches_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govpub.model.value import Value
    from govpub.values.cues import Places

__all__ = ["CUES", "NOT_AFTER", "NOT_BEFORE", "blank", "lower", "take_marks"]

_URL = pattern(r"(?:https?://|www\.)[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]{1,2000}", re.IGNORECASE)
_EMAIL = pattern(r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}", re.ASCII)
# +86 10 1234 5678, (852) 2878 8196, 010-12345678, 12345678 after a word for a telephone, 400-800-1234
_PHONE = pattern(
    r"\+(?=(?:[ ()-]{0,2}\d){7})"
    r"\d{1,3}[ -]?(?:\(\d{1,4}\) ?\d{3,8}|\d{1,4}[ -]\d{3,8}|\d{7,11})(?:[ -]\d{3,8}){0,3}(?!\d|\.\d|%)"
    r"|\(\d{3,4}\) ?\d{3,4}[ -]?\d{4}(?!\d)"
    r"|(?<![\d.,-])0\d{2,3}-\d{7,8}(?![\d-])"
    r"|(?<![\d.,-])\d{3}-\d{3,4}-\d{4}(?![\d-])"
    r"|(?<![\d.,-])1[3-9]\d{9}(?!\d)"
)
_TELEPHONE_WORDS = pattern(
    r"(?:(?:电话|热线|传真|拨打|致电)|\b(?:telephone|tel|phone|hotline|infoline|helpline|fax|call|dial)\b)[^0-9\n+(]{0,24}"
    r"(?P<numbers>(?:\(\d{1,4}\) ?)?(?!(?:19|20)\d\d(?!\d))\d{3,8}(?:[ -]\d{3,8}){0,3}"
    r"(?:\s?(?:或|、|/|or|and|,)\s?\d{3,8}(?!\d)){0,4})(?![\d,.]*\d|\s?(?:年|%|percent|million|billion|[万亿家户]))",
    re.IGNORECASE,
)
_ONE_OF_THEM = pattern(r"(?:\(\d{1,4}\) ?)?\d{3,8}(?:[ -]\d{3,8}){0,3}")
_DOCUMENT = pattern(r"[〔\[［（(]\s?((?:19|20)\d\d)\s?[〕\]］）)]\s?(?:第\s?)?(?:No\.\s?)?(\d{1,6})\s?号")
_DOCUMENT_ENGLISH = pattern(
    r"(?:\bNo\.?\s?(\d{1,6}),?\s?[\[〔(]\s?((?:19|20)\d\d)\s?[\]〕)]"
    r"|[\[〔(]\s?((?:19|20)\d\d)\s?[\]〕)]\s?No\.?\s?(\d{1,6})"
    r"|\bNo\.?\s?(\d{1,6})\s?\(?of\s((?:19|20)\d\d)\)?)"
)
_CODE = pattern(
    r"(?<![A-Za-z0-9$€£¥])(?:[A-Za-z]{2,}(?:-?\d[\w.]{0,12}|\+)|[A-Za-z][-+]?\d[\w.]{0,12}|[A-Za-z]{1,5}-\d{1,6}\b)",
    re.ASCII,
)
_NO_CODE = pattern(
    r"(?:hkd|usd|rmb|cny|eur|jpy|gbp|mop|sgd|aud|krw|no|fy|[qh](?=\.?-?[1-4]\b)|end|mid|early|late|pre|post|under|over|top)\.?-?\d",
    re.IGNORECASE,
)
# The number of a road, which Chinese may write behind its class: G318 is 国道318线 (GB/T 917-2017).
_ROAD = pattern(r"[GSXY][0-9]{3}", re.ASCII)
CUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"address": ("://", "www."), "at": ("@",), "plus": ("+",), "number": ("号",), "digit": tuple("0123456789")}
)
"""What tells a mark in either language."""
NOT_AFTER = r"(?<![A-Za-z])(?<![A-Za-z][-+])(?<!No[.\s])(?<!No\.\s)"
NOT_BEFORE = "[0-9]|[-) ] ?[0-9]{3}"
"""What stands beside digits that are part of a mark: of a code or a document before, of a telephone number after."""
_LONG = pattern(r"[0-9]++(?:(?<=[0-9]{11})|(?<=[0-9]{3})[-) ] ?[0-9]{3})")
_GLUED = pattern(r"(?<=[A-Za-z])|(?<=[A-Za-z][-+])")
_NUMBERED = pattern(r"(?<=No)|(?<=No[.\s])|(?<=No\.\s)")
_TELLING = frozenset(("address", "at", "plus", "call", "number", "odd"))
_DIGITS_ONLY = pattern(r"\D")


def lower(text: str) -> str:
    """Return the text in lower case, as many characters long as it was (İ has two in lower case)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(sign.lower() if sign.isascii() else sign for sign in text)


def blank(found: re.Match[str]) -> str:
    """Return as many neutral characters as were read, so that nothing is read twice and offsets stay."""
    return "\0" * (found.end() - found.start())


def take_marks(text: str, cues: Places, values: list[Value]) -> str:
    """Append the marks of `text` to `values`; return the text with their characters blanked."""
    if cues.keys().isdisjoint(_TELLING):
        return text
    if "address" in cues and ("://" in text or "www." in text):
        text = _URL.sub(lambda found: _address(found, MarkKind.URL, values), text)
    if "at" in cues:
        text = _EMAIL.sub(lambda found: _address(found, MarkKind.EMAIL, values), text)
    if "call" in cues:
        text = _called(text, cues["call"], values)
    odd = cues.get("odd", ())
    if "plus" in cues or any_match(_LONG, text, odd):
        text = _PHONE.sub(lambda found: _phone(found, values), text)
    if "number" in cues:
        text = _DOCUMENT.sub(lambda found: _document(found, values), text)
    if any_match(_NUMBERED, text, odd):
        text = _DOCUMENT_ENGLISH.sub(lambda found: _document(found, values), text)
    if "plus" in cues or any_match(_GLUED, text, odd):
        text = _CODE.sub(lambda found: _code(found, values), text)
    return text


def _address(found: re.Match[str], kind: MarkKind, values: list[Value]) -> str:
    text = found[0].rstrip(".,;:!?'")
    if text.endswith(")") and "(" not in text:
        text = text.rstrip(")")
    end = found.start() + len(text)
    values.append(Mark(start=found.start(), end=end, kind=kind, text=text.lower().rstrip("/")))
    return "\0" * len(text) + found[0][len(text) :]


def _phone(found: re.Match[str], values: list[Value]) -> str:
    digits = _DIGITS_ONLY.sub("", found[0])
    values.append(Mark(start=found.start(), end=found.end(), kind=MarkKind.PHONE, text=digits))
    return blank(found)


def _called(text: str, places: list[int], values: list[Value]) -> str:
    spans: list[tuple[int, int]] = []
    for found in matches_at(_TELEPHONE_WORDS, text, places):
        span = found.span("numbers")
        for number in _ONE_OF_THEM.finditer(text, *span):
            digits = _DIGITS_ONLY.sub("", number[0])
            values.append(Mark(start=number.start(), end=number.end(), kind=MarkKind.PHONE, text=digits))
        spans.append(span)
    return blanked(text, spans)


def _document(found: re.Match[str], values: list[Value]) -> str:
    year, number = (group for group in found.groups() if group is not None)
    if len(year) != 4:  # noqa: PLR2004  English puts the number first
        year, number = number, year
    text = f"{year}-{int(number)}"
    values.append(Mark(start=found.start(), end=found.end(), kind=MarkKind.DOCUMENT, text=text))
    return blank(found)


def _code(found: re.Match[str], values: list[Value]) -> str:
    if _NO_CODE.match(found[0]):
        return found[0]
    values.append(Mark(start=found.start(), end=found.end(), kind=MarkKind.CODE, text=found[0].upper()))
    if _ROAD.fullmatch(found[0]):
        values.append(Number(found.start() + 1, found.end(), int(found[0][1:]), firm=False))
    return blank(found)
