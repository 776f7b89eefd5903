"""`govpub import`: a page that exists becomes a canonical article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from govpub.article import serialize_article
from govpub.errors import ImportedPageError, InputError, Position
from govpub.interchange.web_page import parse_page
from govpub.messages import _
from govpub.workflow import storage
from govpub.workflow.workspace import ARTICLE_SUFFIX, project_at

if TYPE_CHECKING:
    from govpub.workflow.storage import Snapshot

__all__ = ["Imported", "import_page"]

HTML_SUFFIXES = (".html", ".htm", ".shtml", ".xhtml")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)
_MARKUP = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """The article that was made of a page."""

    path: Path
    left_out: tuple[str, ...]
    """Lines of the page that were taken for navigation, footer or other furniture."""


def import_page(file: Path, out: Path | None = None) -> Imported:
    """Make a canonical article of a page and write it where no file is yet.

    Raises:
        ImportedPageError: there is no article in the page, or its encoding is not known.
        UsageError: the article's file exists already.
    """
    snapshot = storage.read(file)
    text = _text(snapshot)
    project = project_at(out.parent if out else Path())
    html = file.suffix.lower() in HTML_SUFFIXES or _MARKUP.search(text[:2000]) is not None
    page = parse_page(text, html=html, zone=project.zone, path=file)
    folder = project.root / project.articles if project.file else Path()
    path = out or folder / f"{page.article.id}{ARTICLE_SUFFIX}"
    storage.create(path, serialize_article(page.article).encode())
    return Imported(path=path, left_out=page.left_out)


def _text(snapshot: Snapshot) -> str:
    """Return a page's text: UTF-8, else what its `<meta charset>` says, else GB 18030."""
    content = snapshot.content
    if content is None:
        raise InputError(_("there is no such file"), at=Position(snapshot.path), hint=_("check the name"))
    named = _CHARSET.search(content[:4096])
    # GB 18030 holds all of GB 2312 and GBK, whose names pages use for it.
    for encoding in ("utf-8-sig", named[1].decode("ascii", "replace") if named else "", "gb18030"):
        try:
            return content.decode("gb18030" if encoding.lower() in ("gb2312", "gbk") else encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise ImportedPageError(
        _("the encoding of this page is not known"), at=Position(snapshot.path), hint=_("save it again in UTF-8")
    )
