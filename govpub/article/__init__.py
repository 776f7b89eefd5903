"""The canonical article's file: Markdown with YAML front matter ⇄ Article.

What is named here is loaded when it is first used: most commands read no article, and Markdown is slow to load.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govpub.article.pictures import images
    from govpub.article.reader import parse_article
    from govpub.article.serialize import serialize_article

__all__ = ["images", "parse_article", "serialize_article"]

_HOMES = {"images": "pictures", "parse_article": "reader", "serialize_article": "serialize"}


def __getattr__(name: str) -> object:
    """Load a name of this room from the module it lives in."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
