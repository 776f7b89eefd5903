"""Pinyin of names as GB/T 28039-2011 writes them: surname first, given name joined, ü as yu (LYU)."""

from __future__ import annotations

import functools
import itertools
import os
from typing import NamedTuple

__all__ = ["PinyinName", "pinyin_names", "same_sound", "surname_length", "syllables"]

_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞"
    "熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓"
    "郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫"
    "宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰"
    "郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利"
    "蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖闫付代仝佟岳覃候苟邸付佘晋来区"
)
# GB/T 28039-2011, 3.2, and the compound surnames in use beside them; they are written together.
_COMPOUND = frozenset(
    (
        *(
            "欧阳",
            "司马",
            "上官",
            "诸葛",
            "东方",
            "皇甫",
            "尉迟",
            "公孙",
            "慕容",
            "令狐",
            "司徒",
            "端木",
            "长孙",
            "宇文",
        ),
        *(
            "轩辕",
            "夏侯",
            "南宫",
            "独孤",
            "鲜于",
            "闾丘",
            "太史",
            "申屠",
            "公羊",
            "澹台",
            "濮阳",
            "淳于",
            "赫连",
            "呼延",
        ),
        *(
            "西门",
            "百里",
            "东郭",
            "司空",
            "太叔",
            "万俟",
            "钟离",
            "拓跋",
            "第五",
            "公冶",
            "宗政",
            "单于",
            "仲孙",
            "公西",
        ),
    )
)
# How a surname sounds where it is not as the character sounds elsewhere.
_SURNAME_SOUNDS = {
    "单": ("shan",),
    "曾": ("zeng",),
    "仇": ("qiu",),
    "解": ("xie",),
    "任": ("ren",),
    "区": ("ou",),
    "朴": ("piao", "pu"),
    "查": ("zha",),
    "盖": ("ge", "gai"),
    "翟": ("zhai", "di"),
    "覃": ("qin", "tan"),
    "尉迟": ("yuchi",),
    "长孙": ("zhangsun",),
    "万俟": ("moqi",),
    "单于": ("chanyu",),
    "宓": ("mi", "fu"),
    "乐": ("yue", "le"),
    "华": ("hua",),
    "缪": ("miao",),
    "佘": ("she",),
}
_MOST_READINGS = 16
_UMLAUT = {"lv": "lyu", "nv": "nyu", "lve": "lyue", "nve": "nyue", "lue": "lyue", "nue": "nyue"}


class PinyinName(NamedTuple):
    """One way to read a name."""

    surname: str
    """Small letters, joined: `ouyang`."""
    given: tuple[str, ...]
    """Its syllables."""

    @property
    def joined(self) -> str:
        """Return the given name in small letters, without apostrophes."""
        return "".join(self.given)

    @property
    def written(self) -> str:
        """Return the name as GB/T 28039-2011 writes it: `Wang Xi'an`."""
        first, *others = self.given
        rest = "".join(("'" if each[0] in "aoe" else "") + each for each in others)
        return f"{self.surname.capitalize()} {first.capitalize()}{rest}"


def surname_length(text: str) -> int:
    """Return of how many characters the surname is with which `text` begins; 0 where it begins with none."""
    if text[:2] in _COMPOUND:
        return 2
    return int(text[:1] in _SURNAMES and text[:1] != "")


@functools.lru_cache(maxsize=1 << 14)
def syllables(character: str) -> tuple[str, ...]:
    """Return the readings of a character, the usual one first; none for what is no Chinese character."""
    if not "\u4e00" <= character <= "\u9fff":
        return ()
    # Its own switch, read when it is imported: only characters are asked for, and its phrases take 0.1 s to load.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin  # noqa: PLC0415  most texts name nobody

    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return tuple(dict.fromkeys(_UMLAUT.get(each, each) for each in found[0])) if found else ()


def same_sound(one: str, other: str) -> bool:
    """Return whether two names of one length can sound alike, tones apart."""
    return len(one) == len(other) and all(
        a == b or not set(syllables(a)).isdisjoint(syllables(b)) for a, b in zip(one, other, strict=True)
    )


@functools.lru_cache(maxsize=1 << 12)
def pinyin_names(name: str) -> tuple[PinyinName, ...]:
    """Return the ways to read a Chinese name, the usual one first; none where it cannot be one."""
    length = surname_length(name)
    if not length or len(name) - length not in (1, 2):
        return ()
    surname, given = name[:length], name[length:]
    sounds = _SURNAME_SOUNDS.get(surname) or tuple(
        "".join(each) for each in itertools.product(*(syllables(character)[:2] for character in surname))
    )
    readings = itertools.product(sounds, *(syllables(character) for character in given))
    return tuple(PinyinName(first, tuple(rest)) for first, *rest in itertools.islice(readings, _MOST_READINGS))
