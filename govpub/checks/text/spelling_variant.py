"""text.spelling-variant: one document spells a word in two ways, British and American.

Wrong:  the programme was launched … a second program followed
Right:  the program was launched … a second program followed

Told once for each word, at the first place of the rarer spelling.

Traps: names keep their own spelling (World Trade Centre, Ministry of Defence): words with a capital are not counted;
neither are -ise words that have no -ize (exercise, advise).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.checks.text.sides import sides
from govpub.messages import _
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govpub.checks.context import Document
    from govpub.checks.text.sides import Side
    from govpub.model.finding import Finding

NAME = "text.spelling-variant"

_WORD = pattern(
    r"\b(?:[a-z]+[iy][sz](?:e[ds]?|ers?|ing|ations?|ational)|programm?e?s?|cent(?:re|er)[ds]?|colou?r(?:s|ed|ful)?"
    r"|labou?r(?:s|ers?)?|favou?r(?:s|ed|able)?|behaviou?rs?|neighbou?r(?:s|ing|hoods?)?|harbou?rs?|honou?r(?:s|ed)?"
    r"|endeavou?r(?:s|ed)?|defen[cs]es?|offen[cs]es?|licen[cs]es?|catalogu?es?|catalogs?|dialog(?:ue)?s?|fulfill?(?:s|ment)?"
    r"|skill?ful|(?:kilo|centi|milli)?met(?:re|er)s?|lit(?:re|er)s?|theat(?:re|er)s?|fib(?:re|er)s?|travell?(?:ed|ers?|ing)"
    r"|cancell?(?:ed|ing)|model(?:l)?(?:ed|ing)|label(?:l)?(?:ed|ing)|level(?:l)?(?:ed|ing)|enrol(?:l)?ments?|gr[ae]y"
    r"|judge?ments?|acknowledge?ments?)\b"
)
_KEYS = (
    (re.compile(r"([iy])s(e[ds]?|ers?|ing|ations?|ational)$"), r"\1z\2"),
    (re.compile(r"^programme(s?)$"), r"program\1"),
    (re.compile(r"(met|lit|theat|fib|cent)re([ds]?)$"), r"\1er\2"),
    (re.compile(r"(col|lab|fav|behavi|neighb|harb|hon|endeav)our"), r"\1or"),
    (re.compile(r"^(defen|offen|licen)ce"), r"\1se"),
    (re.compile(r"^(catalog|dialog)ue?"), r"\1"),
    (re.compile(r"ll(ed|ers?|ing|ful)$"), r"l\1"),
    (re.compile(r"^(fulfil)l(s|ment)?$"), r"\1\2"),
    (re.compile(r"^(enrol)lment"), r"\1ment"),
    (re.compile(r"^grey$"), "gray"),
    (re.compile(r"(judg|acknowledg)ement"), r"\1ment"),
)


def check_document(document: Document) -> Iterator[Finding]:
    """Yield a finding for each word with two spellings."""
    places: dict[str, dict[str, list[tuple[Side, tuple[int, int]]]]] = {}
    for unit, reading in document.final_among(document.spaced.having(*_varied(document.spaced.words))):
        for side in sides(unit, reading):
            if side.locale.spaces_words:
                for found in _WORD.finditer(side.bare):
                    places.setdefault(_key(found[0]), {}).setdefault(found[0], []).append((side, found.span()))
    for spellings in places.values():
        if len(spellings) > 1:
            common, *others = sorted(spellings, key=lambda spelling: -len(spellings[spelling]))
            for other in others:
                side, span = spellings[other][0]
                message = _("“{other}” here, “{common}” elsewhere in this document").format(other=other, common=common)
                yield side.finding(NAME, span, message, suggestion=common)


def _varied(words: Iterable[str]) -> set[str]:
    """Return the spellings, of these words with their marks, of what is spelled in more than one way."""
    spellings: dict[str, set[str]] = {}
    for word in words:
        for found in _WORD.findall(word):
            spellings.setdefault(_key(found), set()).add(found)
    return {spelling for found in spellings.values() if len(found) > 1 for spelling in found}


def _key(word: str) -> str:
    for ending, replacement in _KEYS:
        changed = ending.sub(replacement, word)
        if changed != word:
            return changed
    return word
