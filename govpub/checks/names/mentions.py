"""Where a Chinese source names a person: by the register, beside a title, or before a word of speech."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.checks.names.pinyin import surname_length
from govpub.model.term import TermClass
from govpub.patterns import pattern

if TYPE_CHECKING:
    from govpub.checks.context import Document, UnitContext
    from govpub.model.segment import Unit
    from govpub.model.term import Term

__all__ = ["LONGEST", "Named", "may_be_place", "named_persons", "naming"]

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
    *("领导", "组长", "大使", "总领事", "市民", "村民"),
)
_BEFORE = pattern(f"(?:{'|'.join(TITLES)})(?=[\\u4e00-\\u9fff]{{2}})")
_AFTER = pattern(f"(?<=[\\u4e00-\\u9fff]{{2}})(?:同志|先生|女士|(?:常务副|[副代])?(?:{'|'.join(TITLES)}))")
# Behind these and before those a place stands as often as a person: 记者成都报道, 江苏省长, 马鞍山市长.
_AT_PLACES = ("总书记", "记者", "领导", "市民", "村民")
_OF_PLACES = ("省长", "市长", "县长", "区长", "州长", "镇长", "乡长", "旗长", "盟长")
_KINDS_OF_PLACE = frozenset("省市县区州镇乡旗盟村")
# Before these words of speech and of presence stands who speaks, with a title or without.
_DOING = ("说", "表示", "指出", "强调", "介绍", "主持", "出席", "致辞", "讲话", "会见", "分别")
_WHO = pattern(f"(?<=[\\u4e00-\\u9fff]{{2}})(?:{'|'.join(_DOING)})")
# Surnames of two characters that begin hardly any other word: they need nothing beside them.
_PLAIN = (
    *("欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "慕容", "令狐", "司徒", "端木"),
    *("长孙", "宇文", "夏侯", "申屠", "澹台", "淳于", "赫连", "呼延", "拓跋", "万俟"),
)
_BY_ITSELF = pattern("|".join(_PLAIN))
LONGEST = 4


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


def naming(document: Document) -> set[int]:
    """Return the units whose source may give a name: by a title, a word of speech, or the register."""
    return document.once(_naming)


def _naming(document: Document) -> set[int]:
    titled = document.source.having(*TITLES, "同志", "先生", "女士", *_DOING, *_PLAIN)
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
        _add(found, text, Named(start=end, limit=min(len(text), end + LONGEST), title=_whole_title(text, end)))
    for title in _AFTER.finditer(text):
        _add_before(found, text, title.start(), title.group())
    for doing in _WHO.finditer(text):
        _add_before(found, text, doing.start(), "")
    for surname in _BY_ITSELF.finditer(text):
        _add(found, text, Named(start=surname.start(), limit=min(len(text), surname.start() + LONGEST)))
    for place in sorted(found):
        _add_listed(found, text, found[place])
    return tuple(found[start] for start in sorted(found))


def _add(found: dict[int, Named], text: str, named: Named) -> None:
    if surname_length(text[named.start : named.start + 2]):
        found.setdefault(named.start, named)


def _add_before(found: dict[int, Named], text: str, end: int, title: str) -> None:
    """Add what may be a name that ends at `end`, and the list that it closes: 王小明、李大伟出席."""
    ends = [end]
    while ends:
        end = ends.pop()
        for start in range(max(0, end - LONGEST), end - 1):
            if start not in found and surname_length(text[start : start + 2]):
                found[start] = Named(start=start, limit=end, whole=True, title=title)
                if start and text[start - 1] == "、":
                    ends.append(start - 1)


def _add_listed(found: dict[int, Named], text: str, named: Named) -> None:
    """Add what a list goes on with: 王小明、李大伟 after one title."""
    mark = text.find("、", named.start + 2, named.limit + 1)
    while mark >= 0 and mark + 1 not in found and surname_length(text[mark + 1 : mark + 3]):
        start = mark + 1
        _add(found, text, Named(start=start, limit=min(len(text), start + LONGEST), title=named.title))
        mark = text.find("、", start + 2, start + LONGEST + 1)


def _whole_title(text: str, end: int) -> str:
    start = max(0, end - 12)
    return re.split(r"[^\u4e00-\u9fff]", text[start:end])[-1]


def may_be_place(text: str, named: Named, end: int) -> bool:
    """Return whether what stands there can be a place that begins as a surname does."""
    if named.term is not None:
        return False
    if not named.title:
        return True
    of_place = named.title.endswith(_OF_PLACES if named.whole else _AT_PLACES)
    return of_place or text[end : end + 1] in _KINDS_OF_PLACE
