"""The persons that a source text names, and how its translation writes each."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.checks.names.pinyin import PinyinName, pinyin_names, surname_length
from govpub.checks.names.tokens import NameWords
from govpub.model.term import PersonKind, TermClass
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.segment import Unit
    from govpub.model.term import Term

__all__ = ["TITLES", "Named", "Person", "Written", "named_persons", "read_persons", "written_names"]

# What ends a title; the longest first, so that 副秘书长 is not 秘书 and 长.
TITLES = (
    *(
        "秘书长",
        "委员长",
        "检察长",
        "董事长",
        "总经理",
        "总书记",
        "政治委员",
        "司令员",
        "副书记",
        "书记",
        "省长",
        "市长",
        "县长",
    ),
    *(
        "区长",
        "州长",
        "镇长",
        "乡长",
        "部长",
        "厅长",
        "局长",
        "处长",
        "科长",
        "主任",
        "主席",
        "总理",
        "总裁",
        "行长",
        "院长",
    ),
    *(
        "校长",
        "会长",
        "理事长",
        "社长",
        "台长",
        "馆长",
        "所长",
        "站长",
        "队长",
        "旗长",
        "盟长",
        "专员",
        "署长",
        "司长",
        "发言人",
    ),
    *("教授", "院士", "研究员", "工程师", "记者"),
)
_BEFORE = pattern(f"(?:{'|'.join(TITLES)})(?=[\\u4e00-\\u9fff]{{2}})")
_AFTER = pattern(f"(?<=[\\u4e00-\\u9fff]{{2}})(?:同志|先生|女士|(?:常务副|[副代])?(?:{'|'.join(TITLES)}))")
# Before these a place stands as often as a person: 江苏省长, 马鞍山市长; and 记者成都报道 is from Chengdu.
_OF_PLACES = ("省长", "市长", "县长", "区长", "州长", "镇长", "乡长", "旗长", "盟长")
_KINDS_OF_PLACE = frozenset("省市县区州镇乡旗盟村")
_LENGTHS = (4, 3, 2)
_LONGEST = 4


class Written(enum.Enum):
    """How a name stands in the translation."""

    RIGHT = "right"
    SPELLING = "spelling"
    """Surname first, but joined, parted or spelled in another way."""
    ORDER = "order"
    """Given name first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name that the source gives: where, with which title, and what the register says."""

    start: int
    limit: int
    """A name that begins at `start` ends at or before this."""
    whole: bool = False
    """It ends at `limit` and nowhere else: a title stands behind it."""
    title: str = ""
    term: Term | None = None

    def may_end(self, end: int) -> bool:
        """Return whether the name can end at `end`."""
        return end == self.limit if self.whole else end <= self.limit


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


def naming(document: Document) -> set[int]:
    """Return the units whose source may give a name: it has a title, a form of address, or a person of the register."""
    return document.once(_naming)


def _naming(document: Document) -> set[int]:
    titled = document.source.having(*TITLES, "同志", "先生", "女士")
    scanner = document.context.scanner
    listed = enumerate(reading.verdicts for _unit, reading in document.readings) if scanner and scanner.persons else ()
    persons = {unit for unit, verdicts in listed if any(each.term.term_class is TermClass.PERSON for each in verdicts)}
    return titled | persons


def named_persons(unit: Unit, context: UnitContext) -> tuple[Named, ...]:
    """Return the places in a Chinese source at which a name stands: by the register, or by a title beside it."""
    text = unit.segment.text
    found: dict[int, Named] = {}
    for verdict in context.verdicts:
        if verdict.term.term_class is TermClass.PERSON:
            start, end = verdict.match.start, verdict.match.end
            found[start] = Named(start=start, limit=end, whole=True, term=verdict.term)
    for title in _BEFORE.finditer(text):
        end = title.end()
        _add(found, text, Named(start=end, limit=min(len(text), end + _LONGEST), title=_whole_title(text, end)))
    for title in _AFTER.finditer(text):
        for length in (4, 3, 2):
            start = title.start() - length
            if start >= 0:
                _add(found, text, Named(start=start, limit=title.start(), whole=True, title=title.group()))
    for place in sorted(found):
        _add_listed(found, text, found[place])
    return tuple(found[start] for start in sorted(found))


def _add(found: dict[int, Named], text: str, named: Named) -> None:
    if surname_length(text[named.start : named.start + 2]):
        found.setdefault(named.start, named)


def _add_listed(found: dict[int, Named], text: str, named: Named) -> None:
    """Add what a list goes on with: 王小明、李大伟 after one title."""
    mark = text.find("、", named.start + 2, named.limit + 1)
    while mark >= 0 and mark + 1 not in found and surname_length(text[mark + 1 : mark + 3]):
        start = mark + 1
        _add(found, text, Named(start=start, limit=min(len(text), start + _LONGEST), title=named.title))
        mark = text.find("、", start + 2, start + _LONGEST + 1)


def _whole_title(text: str, end: int) -> str:
    start = max(0, end - 12)
    return re.split(r"[^\u4e00-\u9fff]", text[start:end])[-1]


def read_persons(unit: Unit, context: UnitContext) -> tuple[Person, ...]:
    """Return the persons whose names the source gives and the translation has, rightly or wrongly written.

    Only names in pinyin are read: whom the register gives another kind is written as the register has it.
    """
    if context.document.source.spaces_words or not context.document.target.spaces_words:
        return ()
    words = NameWords(unit.target)
    found: list[Person] = []
    known: set[str] = set()
    for named in context.once(named_persons, unit):
        if named.term is not None and named.term.kind is not PersonKind.MAINLAND:
            continue
        name = unit.segment.text[named.start : min(named.limit, named.start + _LONGEST)]
        if name in known:
            continue  # said once: a text that writes a name in one wrong way ten times has one thing to mend
        known.add(name)
        person = _person(unit.segment.text, named, words)
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
        place = _may_be_place(text, named, end)
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


def _may_be_place(text: str, named: Named, end: int) -> bool:
    """Return whether what stands beside a title can be a place that begins as a surname does."""
    if named.term is not None:
        return False
    of_place = named.title.endswith(_OF_PLACES) if named.whole else named.title.endswith("记者")
    return of_place or text[end : end + 1] in _KINDS_OF_PLACE


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
    for at in words.places(surname):
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
