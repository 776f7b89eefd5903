"""The canonical article's file: Markdown with YAML front matter ⇄ Article."""

from govpub.article.images import images
from govpub.article.reader import parse_article
from govpub.article.serialize import serialize_article

__all__ = ["images", "parse_article", "serialize_article"]
