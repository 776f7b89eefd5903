"""names.place: a place is written in pinyin, or as another place, where its own name is another.

Shaanxi is 陕西 and Shanxi 山西; Xizang, Inner Mongolia, Harbin, Hohhot, Urumqi, Lhasa and others have names of their
own; an apostrophe parts Xi'an, Yan'an, Chang'an; some characters sound otherwise in names (Chongqing, Bengbu).

Wrong:  陕西粮食丰收 => a good harvest in Shanxi
Right:  陕西粮食丰收 => a good harvest in Shaanxi

Traps: a text that names both 陕西 and 山西 has both forms; Shanxi Road is 山西路; Xian is a county where it stands
for 县; the typographic apostrophe is one too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govpub.checks.names.tokens import NameWords
from govpub.messages import _
from govpub.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "names.place"


class _Place(NamedTuple):
    name: str
    right: str
    wrong: tuple[str, ...]
    grave: bool = False
    """Whether the wrong form is another place."""
    not_in: tuple[str, ...] = ()
    """Longer strings in which the characters are not this place."""


_PLACES = (
    _Place("陕西", "Shaanxi", ("Shanxi", "Shan Xi", "Shaan Xi"), grave=True),
    _Place("山西", "Shanxi", ("Shaanxi", "Shan Xi"), grave=True),
    _Place("西藏", "Xizang", ("Tibet", "Xi Zang")),
    _Place("内蒙古", "Inner Mongolia", ("Neimenggu", "Nei Mongol", "Neimeng")),
    _Place("新疆", "Xinjiang", ("Sinkiang", "Xin Jiang")),
    _Place("哈尔滨", "Harbin", ("Haerbin", "Ha'erbin")),
    _Place("齐齐哈尔", "Qiqihar", ("Qiqihaer", "Qiqiha'er")),
    _Place("呼和浩特", "Hohhot", ("Huhehaote", "Huhhot")),
    _Place("鄂尔多斯", "Ordos", ("Eerduosi", "E'erduosi")),
    _Place("呼伦贝尔", "Hulunbuir", ("Hulunbeier", "Hulunbei'er")),
    _Place("巴彦淖尔", "Bayannur", ("Bayannaoer", "Bayannao'er")),
    _Place("乌兰察布", "Ulanqab", ("Wulanchabu",)),
    _Place("乌鲁木齐", "Urumqi", ("Wulumuqi",)),
    _Place("吐鲁番", "Turpan", ("Tulufan",)),
    _Place("克拉玛依", "Karamay", ("Kelamayi",)),
    _Place("和田", "Hotan", ("Hetian",)),
    _Place("阿克苏", "Aksu", ("Akesu",)),
    _Place("伊犁", "Ili", ("Yili",)),
    _Place("拉萨", "Lhasa", ("Lasa",)),
    _Place("日喀则", "Xigaze", ("Rikaze",)),
    _Place("林芝", "Nyingchi", ("Linzhi",)),
    _Place("昌都", "Qamdo", ("Changdu",)),
    _Place("那曲", "Nagqu", ("Naqu",)),
    _Place("西安", "Xi'an", ("Xian", "Xi An", "Sian"), not_in=("江西安", "山西安", "广西安", "陕西安")),
    _Place("延安", "Yan'an", ("Yanan", "Yan An")),
    _Place("淮安", "Huai'an", ("Huaian",)),
    _Place("泰安", "Tai'an", ("Taian",)),
    _Place("雅安", "Ya'an", ("Yaan",)),
    _Place("广安", "Guang'an", ("Guangan",)),
    _Place("吉安", "Ji'an", ("Jian",)),
    _Place("六安", "Lu'an", ("Luan", "Liuan", "Liu'an")),
    _Place("瑞安", "Rui'an", ("Ruian",)),
    _Place("雄安", "Xiong'an", ("Xiongan",)),
    _Place("长安", "Chang'an", ("Changan",)),
    _Place("重庆", "Chongqing", ("Zhongqing", "Chungking", "Chong Qing")),
    _Place("厦门", "Xiamen", ("Shamen", "Amoy")),
    _Place("蚌埠", "Bengbu", ("Bangbu", "Bangfu")),
    _Place("番禺", "Panyu", ("Fanyu",)),
    _Place("乐清", "Yueqing", ("Leqing",)),
    _Place("吕梁", "Lyuliang", ("Luliang", "Lvliang")),
    _Place("台州", "Taizhou", ("Tai Zhou",)),
    _Place("亳州", "Bozhou", ("Haozhou",)),
    _Place("澳门", "Macao", ("Aomen",)),
    _Place("香港", "Hong Kong", ("Xianggang",)),
    _Place("石家庄", "Shijiazhuang", ("Shi Jia Zhuang",)),
    _Place("河北", "Hebei", ("He Bei",)),
)


def candidates(document: Document) -> set[int]:
    """Return the units whose source names such a place."""
    return document.source.having(*(place.name for place in _PLACES))


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each place of the source that has only a wrong form in the target."""
    if context.document.source.spaces_words:
        return
    text = unit.segment.text
    named = [place for place in _PLACES if place.name in text and not _elsewhere(place, text)]
    if not named:
        return
    words = NameWords(unit.target)
    legitimate = {place.right for place in named}
    for place in named:
        found = (_find(wrong, words) for wrong in place.wrong if wrong not in legitimate)
        span = next((span for span in found if span is not None), None)
        if span is not None and _find(place.right, words) is None:
            start = text.index(place.name)
            message = _("“{name}” is {right}, not {wrong}")
            yield context.finding(
                NAME,
                unit,
                message.format(name=place.name, right=place.right, wrong=unit.target[slice(*span)]),
                severity=Severity.ERROR if place.grave else Severity.WARNING,
                source=(start, start + len(place.name)),
                target=span,
                suggestion=place.right,
            )


def _elsewhere(place: _Place, text: str) -> bool:
    """Return whether the characters stand only inside longer strings in which they are not the place."""
    return sum(text.count(longer) for longer in place.not_in) >= text.count(place.name)


def _find(form: str, words: NameWords) -> tuple[int, int] | None:
    """Return where a form stands, written with these letters, apostrophes and spaces, whatever its capitals."""
    parts = form.split(" ")
    for at in words.places(parts[0].replace("'", "").casefold()):
        last = at + len(parts) - 1
        if last < len(words.letters) and _plain(words.raw(at, last)) == form.casefold():
            return words.span(at, last)
    return None


def _plain(raw: str) -> str:
    return raw.replace("’", "'").replace("‘", "'").casefold()
