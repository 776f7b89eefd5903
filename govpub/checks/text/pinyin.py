"""The syllables of Hanyu Pinyin without tones (GB/T 16159-2012), for words that are made of them."""

from __future__ import annotations

from govpub.patterns import pattern

__all__ = ["is_pinyin"]

_FINALS = {
    "": (
        "a ai an ang ao e ei en er o ou yi wu yu ya yan yang yao ye yin ying yo yong you yuan yue yun"
        " wa wai wan wang wei wen weng wo"
    ),
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ve ü v üe",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo ve ü v üe",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
}
_SYLLABLES = sorted((i + f for i, finals in _FINALS.items() for f in finals.split()), key=len, reverse=True)
_WORD = pattern(f"(?:{'|'.join(_SYLLABLES)}){{1,4}}")


def is_pinyin(word: str) -> bool:
    """Return whether `word` can be read as one to four syllables; its case does not matter."""
    return len(word) <= 24 and _WORD.fullmatch(word.lower()) is not None  # noqa: PLR2004  four of the longest syllable
