"""Release → bytes. A renderer sees a Release and nothing else; each is imported when it is first called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govpub.model.release import Format, Release

__all__ = ["MEDIA_TYPES", "RENDERERS"]


def _html(release: Release) -> bytes:
    from govpub.render.html import render_html  # noqa: PLC0415  on demand

    return render_html(release)


def _docx(release: Release) -> bytes:
    from govpub.render.docx import render_docx  # noqa: PLC0415  on demand

    return render_docx(release)


def _text(release: Release) -> bytes:
    from govpub.render.text import render_text  # noqa: PLC0415  on demand

    return render_text(release)


def _pdf(release: Release) -> bytes:
    from govpub.render.pdf import render_pdf  # noqa: PLC0415  on demand

    return render_pdf(release)


RENDERERS: Mapping[Format, Callable[[Release], bytes]] = {"html": _html, "docx": _docx, "txt": _text, "pdf": _pdf}

MEDIA_TYPES: Mapping[Format, str] = {
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain",
    "pdf": "application/pdf",
}
