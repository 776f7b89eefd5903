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
    from govpub.render.pdf.data import Data

__all__ = ["render_pdf"]

_MOST_CHARACTERS = 1_000_000
"""Of the data that Typst reads: about 600,000 of text, set within ten seconds and 400 MiB."""
_MOST_CELLS = 6_000
"""Of one table: the time that Typst takes grows with their square."""
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
    data_of = document_data(release, {path: asset.name for path, asset in release.assets.items()})
    data = json.dumps(data_of, ensure_ascii=False)
    _refuse_large(data, data_of)
    with tempfile.TemporaryDirectory(prefix="govpub-") as name:
        folder = Path(name)
        for asset in release.assets.values():
            (folder / asset.name).write_bytes(asset.content)
        (folder / "release.json").write_text(data, encoding="utf-8", errors="replace")
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


def _refuse_large(data: str, release: Data) -> None:
    """Refuse what Typst would set for minutes and with gigabytes; the other formats have no such bounds."""
    cells = max((_cells(block) for language in release["languages"] for block in language["blocks"]), default=0)
    if len(data) <= _MOST_CHARACTERS and cells <= _MOST_CELLS:
        return
    raise ArticleError(
        _("this article is too long to be set as PDF: {characters} characters, {cells} cells in a table").format(
            characters=len(data), cells=cells
        ),
        hint=_("part it, or export it as HTML or DOCX"),
    )


def _cells(block: Data) -> int:
    return (len(block["rows"]) + 1) * len(block["header"]) if block["kind"] == "table" else 0


def _typst() -> ModuleType:
    try:
        import typst  # noqa: PLC0415  an extra, and on demand
    except ImportError as error:
        raise UsageError(_("PDF needs the extra `pdf`"), hint=_("install it: pip install 'govpub[pdf]'")) from error
    return typst
