"""TMX files for tests: small ones around a few units, large ones of seeded chance, and bombs."""

from __future__ import annotations

import itertools
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["BOMBS", "HEAD", "Endless", "document", "pair", "write_large"]

HEADER = (
    '<header creationtool="test" creationtoolversion="1" segtype="sentence" o-tmf="test" adminlang="en"'
    ' srclang="{language}" datatype="plaintext"/>'
)
_HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 700)]
_LETTERS = "abcdefghijklmnoprstu"


def document(*units: str, language: str = "zh-CN", prolog: str = "") -> str:
    """Return a file with these units."""
    head = HEADER.format(language=language)
    return f'{prolog}<tmx version="1.4">\n{head}\n<body>\n' + "\n".join(units) + "\n</body>\n</tmx>\n"


def pair(source: str, target: str, attributes: str = "", inside: str = "") -> str:
    """Return a unit in Chinese and English; the texts are XML."""
    return (
        f"<tu{attributes and ' ' + attributes}>{inside}"
        f'<tuv xml:lang="zh-CN"><seg>{source}</seg></tuv><tuv xml:lang="en"><seg>{target}</seg></tuv></tu>'
    )


def write_large(path: Path, count: int, seed: int = 4) -> None:
    """Write a file of `count` different units, of some 277 bytes each, as other programs set them."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(_LETTERS, k=chance.randint(2, 8))) for _ in range(4000)]
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n')
        file.write(f'<tmx version="1.4">\n{HEADER.format(language="zh-CN")}\n<body>\n')
        for number in range(count):
            source = "".join(chance.choices(_HAN, k=chance.randint(8, 24)))
            target = " ".join(chance.choices(words, k=chance.randint(5, 18)))
            file.write(
                f'<tu tuid="{number}" creationdate="20240603T013000Z">\n'
                f'<tuv xml:lang="zh-CN">\n<seg>{source}{number}。</seg>\n</tuv>\n'
                f'<tuv xml:lang="en">\n<seg>{target} {number}.</seg>\n</tuv>\n</tu>\n'
            )
        file.write("</body>\n</tmx>\n")


HEAD = document("·").partition("·")[0]
INTO_SEGMENT = HEAD + '<tu><tuv xml:lang="en"><seg>'
ENTITIES = '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in itertools.pairwise("abcdefghij")
)
BOMBS = {
    "entities": (ENTITIES + "]>", ""),
    "external entity": ('<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>', ""),
    "parameter entity": ('<!DOCTYPE tmx [<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;]>', ""),
    "empty declarations": ('<!DOCTYPE tmx SYSTEM "tmx14.dtd" []>', ""),
    "another DTD": ('<!DOCTYPE tmx SYSTEM "file:///etc/passwd">', ""),
    "no system": ("<!DOCTYPE tmx>", ""),
    "another root": ('<!DOCTYPE html SYSTEM "tmx14.dtd">', ""),
    "a query": ('<!DOCTYPE tmx SYSTEM "http://example.com/?x=tmx14.dtd">', ""),
    "endless declaration": ("<!DOCTYPE tmx SYSTEM '", "x" * 1000),
    "endless text": (INTO_SEGMENT, "x" * 1000),
    "endless attribute": (HEAD + '<tu tuid="', "x" * 1000),
    "endless name": (HEAD + "<", "x" * 1000),
    "endless comment": (HEAD + "<!--", "x" * 1000),
    "endless white space": (HEAD, " " * 1000),
    "endless nesting": (INTO_SEGMENT, "<hi>"),
    "endless codes": (INTO_SEGMENT, "<ph/>"),
    "nested codes": (INTO_SEGMENT + "<ph>", "<sub><ph>"),
    "endless variants": (HEAD + "<tu>", '<tuv xml:lang="en"><seg/></tuv>'),
    "endless properties": (HEAD + "<tu>", '<prop type="x"/>'),
    "endless header": ("<tmx><header>", "<note>x</note>"),
}


class Endless:
    """A stream that repeats a part for ever, and counts what is read."""

    def __init__(self, head: str, part: str) -> None:
        self.head, self.part, self.count = head.encode(), part.encode() or b" ", 0

    def read(self, size: int) -> bytes:
        content = self.head or self.part * (size // len(self.part))
        self.head = b""
        self.count += len(content)
        return content
