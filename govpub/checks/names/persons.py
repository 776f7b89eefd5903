"""The persons that a source text names, and how its translation writes each."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.checks.names.mentions import LONGEST, may_be_place, named_persons
from govpub.checks.names.near_names import NearNames
from govpub.checks.names.pinyin import PinyinName, pinyin_names
from govpub.checks.names.tokens import NameWords
from govpub.model.term import PersonKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.checks.names.mentions import Named
    from govpub.model.segment import Unit

__all__ = ["Person", "Written", "read_persons", "written_names"]

_LENGTHS = (4, 3, 2)


class Written(enum.Enum):
    """How a name stands in the translation."""

    RIGHT = "right"
    SPELLING = "spelling"
    """Surname first, but joined, parted or spelled in another way."""
    ORDER = "order"
    """Given name first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A name that the source gives and the translation writes in some way."""

    name: str
    span: tuple[int, int]
    """In the source."""
    written: Written
    target: tuple[int, int]
    """Where it first stands in the translation."""
    wanted: str
    """As the register has it, or else GB/T 28039-2011 writes it."""


def read_persons(unit: Unit, context: UnitContext) -> tuple[Person, ...]:
    """Return the persons whose names the source gives and the translation has, rightly or wrongly written.

    Only names in pinyin are read: whom the register gives another kind is written as the register has it.
    """
    if context.document.source.spaces_words or not context.document.target.spaces_words:
        return ()
    words = NameWords(unit.target)
    near = NearNames(unit.segment.text, words)
    found: list[Person] = []
    known: set[str] = set()
    for named in context.once(named_persons, unit):
        if named.term is not None and named.term.kind is not PersonKind.MAINLAND:
            continue
        name = unit.segment.text[named.start : min(named.limit, named.start + LONGEST)]
        if name in known:
            continue  # said once: a text that writes a name in one wrong way ten times has one thing to mend
        known.add(name)
        person = _person(unit.segment.text, named, words) or _nearly(unit.segment.text, named, near, words)
        if person is not None:
            found.append(person)
    return tuple(_longest(found))


def _longest(found: list[Person]) -> Iterator[Person]:
    """Leave out readings of one name from its middle (怀邦 in 胡怀邦): a right one goes first, then the longest."""
    ends: dict[int, Person] = {}
    for person in found:
        other = ends.get(person.span[1])
        if other is None or (person.written is Written.RIGHT and other.written is not Written.RIGHT):
            ends[person.span[1]] = person
    yield from ends.values()


def _person(text: str, named: Named, words: NameWords) -> Person | None:
    """Return the name that begins at a place: of its possible lengths the one that the translation has."""
    for length in _LENGTHS:
        end = named.start + length
        if not named.may_end(end):
            continue
        best: Person | None = None
        place = may_be_place(text, named, end)
        for written, reading, first, last in written_names(text[named.start : end], words):
            if place and first == last:
                continue  # one word, as places are written: Jiangsu
            if named.term is not None and words.raw(first, last) in named.term.approved:
                written = Written.RIGHT  # noqa: PLW2901  the register's own spelling is right
            person = Person(
                name=text[named.start : end],
                span=(named.start, end),
                written=written,
                target=words.span(first, last),
                wanted=named.term.rendering if named.term is not None else reading.written,
            )
            if written is Written.RIGHT:
                return person
            best = best or person
        if best is not None:
            return best
    return None


def _nearly(text: str, named: Named, near: NearNames, words: NameWords) -> Person | None:
    """Return the name that the translation has with a wrong letter, or with the wrong sound of its surname."""
    if named.term is not None:
        return None  # that its rendering is missing is said of every term
    for length in _LENGTHS:
        end = named.start + length
        found = near.find(text[named.start : end]) if named.may_end(end) else None
        if found is not None:
            reading, first, last = found
            return Person(
                name=text[named.start : end],
                span=(named.start, end),
                written=Written.SPELLING,
                target=words.span(first, last),
                wanted=reading.written,
            )
    return None


def written_names(name: str, words: NameWords) -> Iterator[tuple[Written, PinyinName, int, int]]:
    """Yield each way in which a translation writes a Chinese name in pinyin, with its first and last word."""
    for reading in pinyin_names(name):
        for spelled in _spellings(reading):
            yield from _places(spelled, reading, words)


def _spellings(reading: PinyinName) -> tuple[PinyinName, ...]:
    """Return the reading, and how it is spelled where ü is written u or v."""
    plain = PinyinName(_flat(reading.surname, "u"), tuple(_flat(each, "u") for each in reading.given))
    typed = PinyinName(_flat(reading.surname, "v"), tuple(_flat(each, "v") for each in reading.given))
    return tuple(dict.fromkeys((reading, plain, typed)))


def _flat(syllable: str, letter: str) -> str:
    return syllable.replace("lyu", f"l{letter}").replace("nyu", f"n{letter}")


def _places(
    spelled: PinyinName, reading: PinyinName, words: NameWords
) -> Iterator[tuple[Written, PinyinName, int, int]]:
    surname, given, parts = spelled.surname, spelled.joined, spelled.given
    for at in words.places(surname) if words.may_have(given) or words.may_have(parts[0]) else ():
        if words.at(at + 1) == given and words.adjoining(at, at + 1):
            yield _style(words.raw(at, at + 1), reading, spelled), reading, at, at + 1
        elif tuple(words.letters[at + 1 : at + 1 + len(parts)]) == parts and words.adjoining(at, at + len(parts)):
            yield Written.SPELLING, reading, at, at + len(parts)
        elif at and words.at(at - 1) == given and words.adjoining(at - 1, at):
            yield Written.ORDER, reading, at - 1, at
        elif tuple(words.letters[max(0, at - len(parts)) : at]) == parts and words.adjoining(at - len(parts), at):
            yield Written.ORDER, reading, at - len(parts), at
    for at in words.places(surname + given):
        yield Written.SPELLING, reading, at, at
    yield from _split_surname(spelled, reading, words)


def _split_surname(
    spelled: PinyinName, reading: PinyinName, words: NameWords
) -> Iterator[tuple[Written, PinyinName, int, int]]:
    """Yield where a compound surname is torn apart: `Ou Yangwen`."""
    whole = spelled.surname + spelled.joined
    for cut in range(1, len(spelled.surname)):
        for at in words.places(spelled.surname[:cut]):
            if words.at(at + 1) == whole[cut:] and words.adjoining(at, at + 1):
                yield Written.SPELLING, reading, at, at + 1
            elif words.at(at + 1) == spelled.surname[cut:] and words.at(at + 2) == spelled.joined:
                yield Written.SPELLING, reading, at, at + 2


def _style(raw: str, reading: PinyinName, spelled: PinyinName) -> Written:
    """Return whether a name with the right letters in the right words has its capitals, apostrophes and ü."""
    plain = raw.replace("’", "'").replace("‘", "'")
    if plain in (reading.written, reading.written.upper()) and spelled == reading:
        return Written.RIGHT
    umlaut = plain.replace("ü", "yu").replace("Ü", "Yu")
    surname, _space, given = reading.written.partition(" ")
    right = umlaut == reading.written or plain == f"{surname.upper()} {given}"
    return Written.RIGHT if right else Written.SPELLING
