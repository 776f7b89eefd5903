"""Persons, places and bodies that no glossary lists, as far as they show by themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.matching.counting import paired, unmatched
from govpub.matching.difference import Change, difference
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govpub.locales import Locale

__all__ = ["renamed"]

Pair = tuple[str, str]


def renamed(old: str, new: str, locale: Locale) -> Iterator[Pair]:
    """Yield the names, titles and kinds of bodies in which two texts differ; one of a pair may be empty."""
    yield from _english(old, new) if locale.spaces_words else _chinese(old, new, locale)


# English: capitalised words inside of a sentence; at its start, those that read as pinyin.

_WORD = re.compile(r"[^\W\d_][\w’'\-]*")
_OPENING = re.compile(r"(?:^|[.!?:;\n•–—][\"”’)]*)\W*$")
_BOUND = 8
"""Characters before a word that tell whether it opens a sentence."""
_PINYIN = re.compile(
    r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|[aeiouv]))"
    r"{1,4}",
    re.IGNORECASE,
)
_NO_PINYIN = frozenset(
    word
    for line in (
        "a an are be been before can change china come done due even fine gone he here hence i in into me men mine",
        "more nine no none on once one our outside same see she since so some someone sure take taken the then there",
        "these those time to too under until we were where while who women you die june her line made make like use",
    )
    for word in line.split()
)
_SHORTEST = 4
_TITLE_CASE = 0.8
_FEW = 4


def _english(old: str, new: str) -> Iterator[Pair]:
    if _title_case(old) or _title_case(new):
        return
    (before, opening), (after, opening_after) = _capitalised(old), _capitalised(new)
    lost, added = unmatched(before, (*after, *opening_after), str), unmatched(after, (*before, *opening), str)
    lost += [word for word in unmatched(opening, (*after, *opening_after), str) if _pinyin(word)]
    added += [word for word in unmatched(opening_after, (*before, *opening), str) if _pinyin(word)]
    yield from paired(lost, added)


def _title_case(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if len(word) >= _SHORTEST]
    return len(words) >= _FEW and sum(word[0].isupper() for word in words) >= _TITLE_CASE * len(words)


def _capitalised(text: str) -> tuple[list[str], list[str]]:
    """Return the capitalised words inside of sentences, and those that open one."""
    inside: list[str] = []
    opening: list[str] = []
    for found in _WORD.finditer(text):
        word = found.group()
        if not word[0].isupper() or word in {"I", "A"}:
            continue
        opens = _OPENING.search(text[max(0, found.start() - _BOUND) : found.start()])
        at_start = opens is not None and (opens.group() != "" or found.start() == 0)
        (opening if at_start else inside).append(re.sub(r"['’]s$", "", word))
    return inside, opening


def _pinyin(word: str) -> bool:
    return len(word) >= _SHORTEST and word.lower() not in _NO_PINYIN and _PINYIN.fullmatch(word) is not None


# Chinese: names beside a title or a verb of saying, foreign names with an interpunct, bodies and divisions by their
# last characters.

_HAN = "\u4e00-\u9fff"
_SURNAMES = (
    "欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|司徒|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋"
    "蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤习温]"
)
_TITLE = (
    "副?(?:秘书长|委员长|检察长|董事长|总经理|总书记|政治委员|司令员|书记|省长|市长|县长|区长|州长|镇长|乡长|部长|厅长|局长|处长|科长|主任"
    "|主席|总理|总统|总裁|行长|院长|校长|会长|理事长|社长|台长|馆长|所长|站长|队长|专员|署长|司长|发言人|大使|代表)|教授|院士|研究员|工程师|先生"
    "|女士|同志"
)
_SAYS = "说|表示|指出|强调|介绍|出席|主持|会见|宣布"
_NO_NAMES = frozenset(("郑重", "严正", "严肃", "高度", "高调", "高级", "石化", "方面"))
"""What begins like a name."""
_OF_NAMES = f"(?![的了在等和与对向让但及各本该由为将把被是以从于])[{_HAN}]"
_BODIES = "办公厅|办公室|委员会|管理局|总局|研究院|法院|检察院|领导小组|指挥部"
_COMMON_BODIES = "大学|学院|医院|公司|集团|银行|协会"
"""What is a name only with what stands before it."""
# Cheap to make and to search: the patterns themselves are made when one of their characters stands in a text.
_BESIDE = re.compile("[长理记员任席统裁表使授士师生志说示出调绍持见布·•・]")
_IN_BODIES = re.compile("[厅室会局院学司团行组部]")
_NAME = f"(?:{_SURNAMES})[{_HAN}]{{1,2}}"
_PERSONS = (
    pattern(f"({_NAME})(?={_TITLE})"),
    pattern(f"(?:{_TITLE})({_NAME}?)(?=[^{_HAN}]|{_SAYS}|率|在|与|和|到|赴|为|$)"),
    pattern(f"(?:^|[，。；：“])({_NAME}?)(?={_SAYS})"),
    pattern(f"([{_HAN}]{{1,8}}(?:[·•・][{_HAN}]{{1,8}})+)"),
    pattern(f"({_TITLE})"),
)
"""Names before a title, after one, before a verb of saying; foreign names; titles."""
_BODY = pattern(f"(?:{_OF_NAMES}){{0,12}}?(?:{_BODIES})")
_COMMON_BODY = pattern(f"(?:{_OF_NAMES}){{2,12}}?(?:{_COMMON_BODIES})")
_BODY_END = pattern(f"(?:{_BODIES}|{_COMMON_BODIES})$")
_DIVISIONS = "省市县区州盟旗镇乡村"
_IN_DIVISIONS = re.compile(f"[{_DIVISIONS}]")
_NO_PLACE = re.compile("[本我全各该此外同新老两多个几每何的了在和与城郊山牧社小园景片地]")
_LONGEST_PLACE = 8
_OWN = 2
"""Characters before its last word in which two namings of a body must agree."""


def _chinese(old: str, new: str, locale: Locale) -> Iterator[Pair]:
    if _BESIDE.search(old) or _BESIDE.search(new):
        for person in _PERSONS:
            yield from _differing(_named(person, old), _named(person, new), str)
    if _IN_BODIES.search(old) or _IN_BODIES.search(new):
        yield from _differing(_BODY.findall(old), _BODY.findall(new), _body_key)
        # 银行 and 稳健的银行: where only one text has a name, it may be none.
        common = _differing(_COMMON_BODY.findall(old), _COMMON_BODY.findall(new), _body_key)
        yield from (pair for pair in common if pair[0] and pair[1])
    if _IN_DIVISIONS.search(new):
        yield from _places(old, new, locale)


def _named(person: re.Pattern[str], text: str) -> list[str]:
    return [name for name in person.findall(text) if name not in _NO_NAMES]


def _differing(before: list[str], after: list[str], key: Callable[[str], str]) -> Iterator[Pair]:
    if before != after:
        yield from paired(unmatched(before, after, key), unmatched(after, before, key))


def _body_key(name: str) -> str:
    end = _BODY_END.search(name)
    return name[max(0, end.start() - _OWN) :] if end is not None else name


def _places(old: str, new: str, locale: Locale) -> Iterator[Pair]:
    """Yield what stands for each other before the word for a division: 青河[市] → 石桥[市]."""
    pieces = difference(old, new, locale)
    for place in range(len(pieces) - 2):
        gone, come, same = pieces[place : place + 3]
        if (gone.kind, come.kind, same.kind) != (Change.REMOVED, Change.ADDED, Change.SAME):
            continue
        if same.text[0] not in _DIVISIONS or not (_may_be_place(gone.text) and _may_be_place(come.text)):
            continue
        before = pieces[place - 1].text[-1:] if place and min(len(gone.text), len(come.text)) == 1 else ""
        before = before if re.fullmatch(f"[{_HAN}]", before) else ""
        yield before + gone.text + same.text[0], before + come.text + same.text[0]


def _may_be_place(text: str) -> bool:
    return re.fullmatch(f"[{_HAN}]{{1,{_LONGEST_PLACE}}}", text) is not None and _NO_PLACE.search(text) is None
