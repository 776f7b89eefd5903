"""Blocks → the lines of their Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from govpub.article.markdown.write_inlines import write_cell, write_heading, write_image, write_lines
from govpub.article.traverse import has_break
from govpub.model.block import CodeBlock, Figure, Heading, List, Paragraph, Quote, Rule, Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govpub.model.block import Alignment, Block, Cell, Footnote

__all__ = ["write_blocks", "write_footnote"]

_MAX_NUMBER = 999_999_999  # CommonMark 5.2: at most nine digits
_DELIMITERS: Mapping[Alignment, str] = {"": "---", "left": ":---", "center": ":---:", "right": "---:"}


def write_blocks(blocks: Sequence[Block], *, tight: bool = False, marker: str = "") -> list[str]:
    """Return the lines of blocks that stand below each other; `marker` is that of the list item they stand in."""
    lines: list[str] = []
    second_list = False
    for number, block in enumerate(blocks):
        before = blocks[number - 1] if number else None
        if before is not None and not tight:
            lines.append("")
        # A list below a list of its kind has other marks, or it would be its continuation (CommonMark 5.3).
        second_list = (
            isinstance(block, List) and isinstance(before, List) and before.ordered == block.ordered and not second_list
        )
        lines += _write_block(block, second_list=second_list, rule="***" if marker == "-" else "---")
    return lines


def write_footnote(note: Footnote) -> list[str]:
    """Return the lines of a footnote's definition."""
    head = f"[^{note.label}]:"
    lines = write_blocks(note.blocks)
    if isinstance(note.blocks[0], Paragraph | Figure):
        return [f"{head} {lines[0]}", *_indented(lines[1:], "    ")]
    return [head, *_indented(lines, "    ")]


def _write_block(block: Block, *, second_list: bool, rule: str) -> list[str]:  # noqa: PLR0911  one line for each kind
    match block:
        case Heading():
            return _heading(block)
        case Paragraph(content=content):
            return write_lines(content)
        case List():
            return _list(block, second_list=second_list)
        case Quote(blocks=inner):
            return [f"> {line}".rstrip() for line in write_blocks(inner)]
        case Table():
            return _table(block)
        case Figure(path=path, alt=alt, caption=caption):
            return [write_image(path, alt, caption)]
        case CodeBlock():
            return _code(block)
        case Rule():
            return [rule]
        case _:
            assert_never(block)


def _heading(block: Heading) -> list[str]:
    if has_break(block.content):  # only a heading that is underlined can have two lines (CommonMark 4.3)
        return [*write_lines(block.content), "---"]
    return [f"{'#' * block.level} {write_heading(block.content)}"]


def _list(block: List, *, second_list: bool) -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(block.items):
        if block.ordered:
            marker = f"{min(block.start + number, _MAX_NUMBER)}{')' if second_list else '.'}"
        else:
            marker = "*" if second_list else "-"
        if number and not block.tight:
            lines.append("")
        inner = write_blocks(item.blocks, tight=block.tight, marker=marker)
        lines.append(f"{marker} {inner[0]}")
        lines += _indented(inner[1:], " " * (len(marker) + 1))
    return lines


def _table(block: Table) -> list[str]:
    delimiters = " | ".join(_DELIMITERS[alignment] for alignment in block.alignments)
    return [_row(block.header), f"| {delimiters} |", *(_row(row) for row in block.rows)]


def _row(cells: Sequence[Cell]) -> str:
    written = (write_cell(cell.content) for cell in cells)
    return "".join(f"| {text} " if text else "| " for text in written) + "|"


def _code(block: CodeBlock) -> list[str]:
    longest = max((len(run) for run in re.findall("`{3,}|~{3,}", block.text)), default=2)
    mark = "~" if "`" in block.info else "`"
    fence = mark * (longest + 1)
    info = re.sub(r"\\|&(?=#?[A-Za-z0-9]+;)", r"\\\g<0>", block.info)
    return [fence + info, *(block.text.split("\n") if block.text else ()), fence]


def _indented(lines: Sequence[str], indent: str) -> list[str]:
    return [indent + line if line else line for line in lines]
