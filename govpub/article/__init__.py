"""The canonical article's file: Markdown with YAML front matter ⇄ Article.

What is named here is loaded when it is first used: most commands read no article, and Markdown is slow to load.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.loading import on_demand

if TYPE_CHECKING:
    from govpub.article.pictures import images
    from govpub.article.reader import parse_article
    from govpub.article.serialize import serialize_article

__all__ = ["images", "parse_article", "serialize_article"]

__getattr__ = on_demand(
    __name__,
    {
        "pictures": ("images",),
        "reader": ("parse_article",),
        "serialize": ("serialize_article",),
    },
)
