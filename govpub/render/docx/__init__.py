"""Release → a Word document."""

from govpub.render.docx.document import render_docx

__all__ = ["render_docx"]
