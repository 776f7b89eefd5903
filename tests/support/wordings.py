"""Releases of any content whatever: every block in every other, every character in every text."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st
from support.pictures import png
from support.releases import SITE_EN, SITE_ZH
from support.strategies import mixed_text

from govpub.locales import EN, ZH_CN
from govpub.model.article import LAYOUTS, Wording
from govpub.model.block import (
    Block,
    Cell,
    CodeBlock,
    Figure,
    Footnote,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from govpub.model.inline import (
    CodeSpan,
    Emphasis,
    FootnoteReference,
    Inline,
    LineBreak,
    Link,
    Pending,
    Picture,
    Strong,
    Text,
)
from govpub.model.release import Asset, Phrases, Release, Rendition

__all__ = ["any_blocks", "any_release"]

_text = mixed_text.filter(bool)
_path = st.sampled_from(["there.png", "gone.png"])
_labels = ("a", "b")
_href = st.sampled_from(
    ["https://x.example/", "mailto:a@x.example", "../up", "javascript:alert(1)", "#x", "https://" + "\ud800"]
)


def _marks(inner: st.SearchStrategy[tuple[Inline, ...]]) -> st.SearchStrategy[Inline]:
    return st.one_of(
        st.builds(Strong, inner),
        st.builds(Emphasis, inner),
        st.builds(Link, inner, _href, mixed_text),
        st.builds(Pending, inner, st.booleans()),
    )


_leaf: st.SearchStrategy[Inline] = st.one_of(
    st.builds(Text, _text),
    st.builds(CodeSpan, st.builds(Text, _text).map(lambda text: (text,))),
    st.builds(FootnoteReference, st.sampled_from([*_labels, "unknown"])),
    st.builds(Picture, _path, mixed_text),
    st.just(LineBreak()),
)
_content = st.recursive(
    st.lists(_leaf, max_size=3).map(tuple),
    lambda inner: st.lists(_marks(inner) | _leaf, max_size=3).map(tuple),
    max_leaves=6,
)


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    width, height = draw(st.integers(1, 4)), draw(st.integers(0, 3))
    row = st.lists(st.builds(Cell, content=_content), min_size=width, max_size=width).map(tuple)
    sides = st.lists(st.sampled_from(["", "left", "center", "right"]), min_size=width, max_size=width)
    rows = tuple(draw(row) for _number in range(height))
    return Table(header=draw(row), rows=rows, alignments=tuple(draw(sides)))


_flat: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, content=_content),
    st.builds(Heading, level=st.integers(2, 6), content=_content),
    st.builds(CodeBlock, text=mixed_text),
    st.builds(Figure, path=_path, alt=mixed_text, caption=mixed_text),
    st.just(Rule()),
    _tables(),
)


def _around(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    blocks = st.lists(inner, max_size=3).map(tuple)
    items = st.lists(st.builds(ListItem, blocks=blocks), max_size=3).map(tuple)
    lists = st.builds(List, items=items, ordered=st.booleans(), start=st.integers(0, 999_999_999), tight=st.booleans())
    return lists | st.builds(Quote, blocks=blocks)


any_blocks = st.lists(st.recursive(_flat, _around, max_leaves=5), max_size=4).map(tuple)
_notes = st.lists(any_blocks, min_size=2, max_size=2).map(
    lambda pair: tuple(Footnote(label=label, blocks=blocks) for label, blocks in zip(_labels, pair, strict=True))
)


@st.composite
def any_release(draw: st.DrawFn) -> Release:
    """Return a release whose languages have the same blocks."""
    wording = Wording(
        locale=ZH_CN,
        title=draw(mixed_text),
        subtitle=draw(mixed_text),
        summary=draw(mixed_text),
        keywords=tuple(draw(st.lists(mixed_text, max_size=2))),
        source=draw(mixed_text),
        contact=draw(mixed_text),
        image=draw(st.none() | st.builds(Figure, path=_path, alt=mixed_text, caption=mixed_text)),
        blocks=draw(any_blocks),
        footnotes=draw(_notes),
    )
    other = {name: getattr(wording, name) for name in Wording.__dataclass_fields__ if name != "locale"}
    both = (
        Rendition(wording=wording, site=SITE_ZH, phrases=Phrases()),
        Rendition(wording=Wording(locale=EN, **other), site=SITE_EN, phrases=Phrases()),
    )
    edition = draw(st.sampled_from(["bilingual", "zh-CN", "en"]))
    moment = datetime(2024, 12, 25, 1, 30, tzinfo=UTC)
    return Release(
        id="x",
        edition=edition,
        layout=draw(st.sampled_from(LAYOUTS)),
        renditions=tuple(one for one in both if edition in ("bilingual", one.locale.tag)),
        published=moment,
        updated=moment,
        release_number=draw(mixed_text),
        draft=draw(st.booleans()),
        embargo=draw(st.none() | st.just(moment)),
        assets={
            "there.png": Asset(name="there.png", media_type="image/png", width=3, height=2, content=png(3, 2)),
        },
    )
