"""Mutants of a text file: what slips of the hand, bad tools and bad people make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

__all__ = ["mutant"]

TOKENS = (
    *(
        b"---\n",
        b"```\n",
        b"\n\n",
        b"\t",
        b"\r",
        b"\x00",
        b"\xff",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf",
        b"\x1b[2J",
        b"\x85",
        b"\xe2\x80\xa8",
    ),
    *(
        b"**",
        b"_",
        b"[",
        b"](",
        b"![",
        b"[^1]",
        b"[^1]: ",
        b"|",
        b"| --- |",
        b"> ",
        b"- ",
        b"1. ",
        b"# ",
        b"<b>",
        b"</",
        b"&#x110000;",
        b"\\",
    ),
    *(
        b'"',
        b"'",
        b"\\",
        b'msgid ""\n',
        b'msgstr "',
        b'msgctxt "x"\n',
        b"#~ ",
        b"#| ",
        b"#, fuzzy\n",
        b"msgstr[9] ",
        b"\\x",
        b"\\u12",
    ),
    *(
        b"{",
        b"}",
        b"[[",
        b"]]",
        b"=",
        b": ",
        b"!!python/object:os.system ",
        b"&a ",
        b"*a ",
        b"? ",
        b"|+\n",
        b"2024-02-30",
        b"1e999",
        b"0x",
        b"nan",
    ),
    *(
        "〖".encode(),
        "“".encode(),
        "》**".encode(),
        "\u202e".encode(),
        "\u200b".encode(),
        "𠮷".encode(),
        "é".encode(),
        b"{1}",
        b"{/1}",
        b"<1>",
        b"%s",
    ),
)
MOST = 200_000
"""Bytes of the longest mutant."""


def mutant(seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """Return one of the seeds with one to eight changes."""
    content = chance.choice(seeds)
    for _change in range(chance.choice((1, 1, 1, 2, 3, 8))):
        content = _changed(content, seeds, chance)
    return content[:MOST]


def _changed(content: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    start = chance.randint(0, len(content))
    end = min(len(content), start + chance.choice((1, 1, 4, 30, 300)))
    part = content[start:end]
    token, before, after = chance.choice(TOKENS), content[:start], content[end:]
    other = chance.choice(seeds)
    cut = chance.randint(0, len(other))
    kinds = (
        lambda: before + bytes([chance.randrange(256)]) + content[start + 1 :],
        lambda: before + after,
        lambda: before + part * chance.choice((2, 3, 50)) + after,
        lambda: before + token + content[start:],
        lambda: before + token + content[start:],
        lambda: before + token * chance.choice((10, 300, 5000)) + content[start:],
        lambda: before,
        lambda: before + other[cut : cut + 400] + after,
        lambda: _with_lines_swapped(content, chance),
    )
    return chance.choice(kinds)()


def _with_lines_swapped(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[here], lines[there] = lines[there], lines[here]
    return b"\n".join(lines)
