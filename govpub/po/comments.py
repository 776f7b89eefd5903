"""The comment lines of a PO entry, sorted by kind (gettext manual, "The Format of PO Files")."""

from __future__ import annotations

import re
from typing import TypeAlias

__all__ = ["NO_COMMENTS", "SortedComments", "sort_comments"]

Lines: TypeAlias = "tuple[str, ...]"
SortedComments: TypeAlias = "tuple[Lines, Lines, Lines, Lines]"
"""The translator's, extracted ones, references, flags."""

NO_COMMENTS: SortedComments = ((), (), (), ())
_REFERENCE = re.compile(r"\u2068([^\u2068\u2069]*+)\u2069(\S*+)|(\S++)")


def sort_comments(lines: str) -> SortedComments:
    """Return the comments of `lines`, each of which begins with `#` and ends with a line feed."""
    if not lines:
        return NO_COMMENTS
    comments: list[str] = []
    extracted: list[str] = []
    references: list[str] = []
    flags: list[str] = []
    if "\r\n" in lines:
        lines = lines.replace("\r\n", "\n")
    for line in lines[1:-1].split("\n#"):
        kind = line[:1]
        if kind == " ":
            comments.append(line[1:])
        elif kind == ".":
            extracted.append(line[2:] if line[1:2] == " " else line[1:])
        elif kind == ":":
            references += _references(line[1:])
        elif kind in {",", "!", "="}:
            flags += _flags(line[1:])
        else:
            comments.append(line)
    return tuple(comments), tuple(extracted), tuple(references), tuple(flags)


def _references(line: str) -> list[str]:
    if "\u2068" not in line:
        return line.split()
    return [bare or name + rest for name, rest, bare in _REFERENCE.findall(line) if bare or name + rest]


def _flags(line: str) -> list[str]:
    # gettext divides flags at commas and at spaces, but for `range: 0..5`.
    flags: list[str] = []
    for part in line.split(","):
        flag = part.strip()
        flags += [flag] if flag.startswith("range:") else flag.split()
    return flags
