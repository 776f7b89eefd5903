"""Markdown as writers, programs and accidents make it; and articles without their positions."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from govpub.errors import Position

if TYPE_CHECKING:
    from govpub.model.article import Article

__all__ = ["FRONT", "bodies", "markdown_soup", "marked_lines", "unplaced"]

FRONT = "---\nid: drill\nlang: {lang}\ntitle: 演练\npublished: 2024-12-25T09:30+08:00\n---\n"
"""The shortest front matter there is."""

_WORDS = (
    "防汛", "《通知》", "“重点”", "会议", "a", "Ab", "x y", "3.5", "（一）", "。", "！", "？", "……", "—", ". ", "? ", "U.S. ",
    "，", "：", ":", ";", "(", ")", "[", "]", "<", ">", "<1>", "</1>", "<2/>", "&", "&amp;", "&#32;", "&#10;", "&nbsp;", "\\", "\\*", "|",
    "#", "# ", "-", "- ", "+", "=", "===", "1.", "1. ", "~", "_", "*", "`", "!", '"', "'", "/", "http://a.cn", "é", "e\u0301", "\u200b",
    "\u3000", "\u00a0", "𠮷", "🚒", "&ast;", "No. 5", "<http://a.cn/x>", "<a@b.cn>", "&#98;",
)  # fmt: skip


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda text, mark: mark.replace("@", text),
        inner,
        st.sampled_from(
            ("**@**", "*@*", "_@_", "__@__", "***@***", "`@`", "``@``", "[@](x.html)", '[@](<a b> "@")', "[@]", "![@](i.png)",
             "@[^1]", "@\\\n", "@\n", "@  \n", "[^1]", "*@", "**@", "@*", "@**")
        ),
    )  # fmt: skip


marked_lines: st.SearchStrategy[str] = st.recursive(
    st.lists(st.sampled_from(_WORDS), max_size=4).map("".join),
    lambda inner: _wrapped(inner) | st.lists(inner, max_size=3).map("".join),
    max_leaves=8,
)
"""Lines of text with marks in them, well formed more often than not."""

_BLOCKS = ("@", "## @", "### @ #", "- @", "- @\n- @", "1. @\n2. @", "3) @", "* @\n\n* @", "> @", "> @\n\n@", "- @\n\n  @", "- @\n  - @", "- > @",
           "> - @", "| @ | @ |\n| --- | :-: |\n| @ | @ |\n| @", "```\n@\n```", "~~~ x\n@\n~~~", "---", "***", "@\n---", '![@](a.png "@")',
           "[^1]: @", "[^1]:\n    - @", "[^1]: @\n\n    @", "    @", "[@]: x", "1. - @\n\n   @", "- ```\n  @\n  ```\n  @", "<div>@</div>")  # fmt: skip


def _filled(template: str, texts: list[str]) -> str:
    parts = template.split("@")
    return "".join(part + text for part, text in zip(parts, [*texts[: len(parts) - 1], ""], strict=True))


_block = st.builds(_filled, st.sampled_from(_BLOCKS), st.lists(marked_lines, min_size=5, max_size=5))

bodies: st.SearchStrategy[str] = st.builds(
    lambda blocks, note: "\n\n".join(blocks) + ("\n\n[^1]: 注。\n\n[^1]" if note else "") + "\n",
    st.lists(_block, min_size=1, max_size=4),
    st.booleans(),
)
"""Bodies of articles."""

markdown_soup: st.SearchStrategy[str] = st.lists(
    st.sampled_from((*_WORDS, "\n", "\n\n", "    ", "  ", "\t", "**", "```", "[^1]", "[^1]: ", "](", "![", "| ", "\n- ", "\n> ", "\n1. ")),
    max_size=25,
).map("".join)  # fmt: skip
"""Marks and texts in no order."""


def unplaced(article: Article) -> Article:
    """Return an article without path and positions."""
    return replace(_unplaced(article), path=None, positions={})


def _unplaced(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_unplaced(item) for item in value)
    if isinstance(value, Position):
        return Position()
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _unplaced(getattr(value, field.name)) for field in fields(value)})
    return value
