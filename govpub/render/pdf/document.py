"""Release → PDF: the data and the images are laid before Typst, with the templates of its preset."""

from __future__ import annotations

import json
import tempfile
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from govpub.errors import ArticleError, UsageError
from govpub.messages import _
from govpub.render.pdf.data import document_data

if TYPE_CHECKING:
    from types import ModuleType

    from govpub.model.release import Release

__all__ = ["render_pdf"]

_STANDARD = "ua-1"
"""PDF/UA-1 (ISO 14289-1): tagged, with language, title and alternative texts."""


def render_pdf(release: Release) -> bytes:
    """Return the release as a tagged PDF (PDF/UA-1), the same bytes for the same release and fonts.

    Typst reads files: the data and the images stand in a temporary folder while it works. Fonts are those of the
    system and of `release.fonts`.

    Raises:
        UsageError: the extra `pdf` is not installed.
        ArticleError: Typst cannot set the article; with its message.
    """
    typst = _typst()
    with tempfile.TemporaryDirectory(prefix="govpub-") as name:
        folder = Path(name)
        files = _laid_out(release, folder)
        (folder / "release.json").write_text(
            json.dumps(document_data(release, files), ensure_ascii=False), encoding="utf-8", errors="replace"
        )
        for template in ("common.typ", f"{release.preset}.typ"):
            text = resources.files("govpub.render.pdf").joinpath(template).read_text(encoding="utf-8")
            (folder / template).write_text(text, encoding="utf-8")
        fonts = [str(release.fonts)] if release.fonts is not None else []
        try:
            content: bytes = typst.compile(
                str(folder / f"{release.preset}.typ"),
                root=str(folder),
                font_paths=fonts,
                format="pdf",
                pdf_standards=[_STANDARD],
                timestamp=int(release.updated.timestamp()),
            )
        except typst.TypstError as error:
            raise ArticleError(_("this article cannot be set as PDF: {reason}").format(reason=error.message)) from error
    return content


def _laid_out(release: Release, folder: Path) -> dict[str, str]:
    """Write the images beside the template, and return their files by the path in the article."""
    for asset in release.assets.values():
        (folder / asset.name).write_bytes(asset.content)
    return {path: asset.name for path, asset in release.assets.items()}


def _typst() -> ModuleType:
    try:
        import typst  # noqa: PLC0415  an extra, and on demand
    except ImportError as error:
        raise UsageError(_("PDF needs the extra `pdf`"), hint=_("install it: pip install 'govpub[pdf]'")) from error
    return typst
