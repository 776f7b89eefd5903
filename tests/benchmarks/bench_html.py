"""A 40-block article as a page, against the least that could make one: Markdown parsed, and put into a template."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jinja2 import Environment
from markdown_it import MarkdownIt
from support import releases
from support.measure import Comparison

from govpub.article import parse_article, serialize_article
from govpub.model.article import Article
from govpub.render.html import render_html

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from govpub.model.release import Release

_BLOCKS = 40
_TEMPLATE = """<!DOCTYPE html>
<html lang="{{ lang }}">
<head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><main><h1>{{ title }}</h1>
{{ body | safe }}
</main></body>
</html>
"""


def _release() -> Release:
    release = releases.addressed(releases.statistics("zh-CN"))
    rendition = release.primary
    wording = replace(rendition.wording, blocks=(rendition.wording.blocks * _BLOCKS)[:_BLOCKS])
    return replace(release, renditions=(replace(rendition, wording=wording),))


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Yield the one comparison of this module."""
    release = _release()
    article = Article(
        id=release.id, wording=release.primary.wording, published=release.published, updated=release.updated
    )
    text = serialize_article(article)
    assert len(parse_article(text).wording.blocks) == _BLOCKS
    source = text.split("\n---\n", 1)[1]
    parser = MarkdownIt("commonmark").enable("table")
    template = Environment(autoescape=True).from_string(_TEMPLATE)

    def markdown_and_template() -> bytes:
        return template.render(lang="zh-CN", title="x", body=parser.render(source)).encode()

    yield Comparison(
        title=f"one article of {_BLOCKS} blocks to HTML, from the release",
        peer_name="markdown-it-py and a Jinja2 template",
        ours=lambda: render_html(release),
        peer=markdown_and_template,
        at_most=2,
        rounds=40,
    )
    yield Comparison(
        title=f"one article of {_BLOCKS} blocks to HTML, parsed from its file",
        peer_name="markdown-it-py and a Jinja2 template",
        ours=lambda: render_html(_parsed(text, release)),
        peer=markdown_and_template,
        at_most=4,
        rounds=40,
    )


def _parsed(text: str, release: Release) -> Release:
    wording = parse_article(text).wording
    return replace(release, renditions=(replace(release.primary, wording=wording),))
